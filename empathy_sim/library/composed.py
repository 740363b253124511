"""What came of composing a file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from empathy_sim.library.problems import Problem
from empathy_sim.library.shelf import Kind

if TYPE_CHECKING:
    from empathy_sim.journey.script import Script


class Composed(Struct, frozen=True, dict=True):
    """A script that can be played, or the problems that keep it from being one."""

    script: Script | None
    """None where a problem is an error."""
    problems: tuple[Problem, ...]
    """In the order of the files; warnings are there beside a script too. A script
    that was kept from before comes without its warnings."""
    id: str
    kind: Kind
    sha: str
    """The digest of the file's bytes; empty where it could not be opened."""
    plays: Mapping[str, str] = field(default_factory=dict)
    """Each scenario that was asked for, with the digest of its file; empty if none."""
    fixes: str = ""
    """What its fixes make of its stages, as JSON; empty where nobody asked for it."""

    @cached_property
    def digest(self) -> str:
        """The script's name by its content; empty without a script."""
        if self.script is None:
            return ""
        # Slow to load, and seldom asked for.
        from empathy_sim.journey.freezing import (  # noqa: PLC0415
            digest,
            freeze,
            spelled,
        )

        return digest(spelled(freeze(self.script)))

    @property
    def errors(self) -> int:
        """How many problems keep it from being played."""
        return sum(problem.is_error for problem in self.problems)
