"""What exploring a journey found."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

FORMAT = 1
"""The number of the plain form."""


class WayStep(Struct, frozen=True):
    """A touchpoint of a way, and how it was left."""

    stage: str
    title: str
    """The stage's title."""
    touchpoint: str
    exit: str
    says: str
    """What was chosen, in its words; empty where nothing was."""
    at_ms: int
    """Story milliseconds from the start of the exploration to this exit."""


class Way(Struct, frozen=True):
    """One way through the journey, gone as quickly as it can be."""

    helped_ms: int | None
    """Story milliseconds to somebody able to help, or to its being solved without."""
    took_ms: int
    """Story milliseconds to its end."""
    outcome: str
    contacts: int
    """Calls, chats and visits to the website, one under way at the start included."""
    steps: tuple[WayStep, ...]


class WayOption(Struct, frozen=True):
    """One exit of a touchpoint, and the best that can come of it."""

    exit: str
    says: str
    best_ms: int | None
    """Story milliseconds from the start to help, on the soonest way that leaves by
    this exit before there was help; None where none reaches it any more."""


class Choice(Struct, frozen=True):
    """A touchpoint at which it matters for what can still be reached how one leaves."""

    stage: str
    title: str
    """The stage's title."""
    touchpoint: str
    options: tuple[WayOption, ...]
    """The one with the best prospect first."""

    @property
    def differs_ms(self) -> int:
        """Story milliseconds between the best and the worst that still reach help."""
        reached = [each.best_ms for each in self.options if each.best_ms is not None]
        return max(reached) - min(reached) if reached else 0

    @property
    def can_lose(self) -> bool:
        """Whether an option leaves no way to help."""
        return any(each.best_ms is None for each in self.options)


class Ways(Struct, frozen=True):
    """Every way on from somewhere in a journey: a distinct sequence of exits.

    A way's times are the least that it can take: nobody reads, thinks or types in it.
    They are story milliseconds since the start of the exploration.
    """

    ways: int
    whole: bool
    """Whether these are all; else the bound was hit, and they are the ways tried."""
    outcomes: tuple[tuple[str, int], ...]
    """How many ways ended in each, the commonest first."""
    times: tuple[tuple[int, int], ...]
    """Times to help in order, each with how many ways take so long."""
    best: Way | None
    """The soonest to help; None where no way reaches it."""
    median: Way | None
    worst: Way | None
    choices: tuple[Choice, ...]
    """Where choices mattered, most first."""
    moves: int
    states: int

    @property
    def helped(self) -> int:
        """How many ways reached somebody able to help, or were solved without."""
        return sum(ways for _, ways in self.times)

    def sooner_than(self, ms: int | None) -> int:
        """How many ways reached help sooner; with None, how many reached it at all."""
        return sum(ways for time, ways in self.times if ms is None or time < ms)


def to_plain(ways: Ways) -> dict[str, Any]:
    """Ways as plain JSON values."""
    return {"format": FORMAT, "ways": msgspec.to_builtins(ways)}


def from_plain(plain: Any) -> Ways | None:
    """Ways that were made plain, as they were; None if these are not such."""
    match plain:
        case {"format": int(number), "ways": ways} if number == FORMAT:
            try:
                return msgspec.convert(ways, Ways)
            except msgspec.ValidationError:
                return None
        case _:
            return None
