"""What a file being written has come to."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from empathy_sim.errors import Usage
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.library.file_stamps import Watched
from empathy_sim.library.problems import Problem


class Line(Struct, frozen=True):
    """A line of a file, counted from 1."""

    file: str
    line: int


class Version(Struct, frozen=True):
    """What a file and what it plays come to, as they were last saved."""

    script: Script | None = None
    """None where it cannot be played as it is."""
    cast: Cast | None = None
    stage: str | None = None
    """Where to begin; None for the first."""
    touchpoint: str = ""
    problems: tuple[Problem, ...] = ()
    refused: tuple[Usage, ...] = ()
    """Why this version cannot grant some wishes."""
    lines: Mapping[tuple[str, str], Line] = field(default_factory=dict)
    """Where each touchpoint is written, by the ids of its scenario and of itself; and
    each ending, by an empty id and its own."""
    watched: Watched = Watched()

    @property
    def warnings(self) -> int:
        """How many problems do not keep it from being played."""
        return len(self.problems) - self.errors

    @property
    def errors(self) -> int:
        """How many problems keep it from being played."""
        return sum(each.is_error for each in self.problems)
