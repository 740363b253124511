"""What exploring a journey found."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 1
"""The number of the plain form."""


@dataclass(frozen=True, slots=True)
class WayStep:
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


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the journey, gone as quickly as it can be."""

    helped_ms: int | None
    """Story milliseconds to somebody able to help, or to its being solved without."""
    took_ms: int
    """Story milliseconds to its end."""
    outcome: str
    contacts: int
    """Calls, chats and visits to the website, one under way at the start included."""
    steps: tuple[WayStep, ...]


@dataclass(frozen=True, slots=True)
class WayOption:
    """One exit of a touchpoint, and the best that can come of it."""

    exit: str
    says: str
    best_ms: int | None
    """Story milliseconds from the start to help, on the soonest way that leaves by
    this exit before there was help; None where none reaches it any more."""


@dataclass(frozen=True, slots=True)
class Choice:
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


@dataclass(frozen=True, slots=True)
class Ways:
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
    return {"format": FORMAT, **asdict(ways)}


def from_plain(plain: Any) -> Ways | None:
    """Ways that were made plain, as they were; None if these are not such."""
    try:
        return _ways(plain) if plain["format"] == FORMAT else None
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _ways(plain: Any) -> Ways:
    return Ways(
        int(plain["ways"]),
        bool(plain["whole"]),
        tuple((str(outcome), int(ways)) for outcome, ways in plain["outcomes"]),
        tuple((int(time), int(ways)) for time, ways in plain["times"]),
        _way(plain["best"]),
        _way(plain["median"]),
        _way(plain["worst"]),
        tuple(map(_choice, plain["choices"])),
        int(plain["moves"]),
        int(plain["states"]),
    )


def _way(plain: Any) -> Way | None:
    if plain is None:
        return None
    steps = tuple(WayStep(**each) for each in plain["steps"])
    return Way(**{**plain, "steps": steps})


def _choice(plain: Any) -> Choice:
    options = tuple(WayOption(**each) for each in plain["options"])
    return Choice(**{**plain, "options": options})
