"""What a form for fitting asks of the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from empathy_sim.library.fit_doubts import Doubt
    from empathy_sim.library.fit_fields import Field


class Desk(Protocol):
    """A journey to be fitted; wired by the command line."""

    @property
    def title(self) -> str:
        """What the journey is called."""
        ...

    @property
    def kept_in(self) -> str:
        """The file in which it is saved, as a person would find it."""
        ...

    @property
    def is_named_to_play(self) -> bool:
        """Whether what is saved is played only where its file is named."""
        ...

    def fields(self) -> tuple[Field, ...]:
        """Everything that can be set, as it is set."""
        ...

    def save(self, fields: Sequence[Field]) -> str:
        """Save what was filled in.

        Returns:
            Why it was not saved, in a sentence; empty where it was.
        """
        ...

    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubtful in what was saved."""
        ...
