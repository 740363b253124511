"""What else to look at in a rehearsal."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.lasting import minutes_of
from empathy_sim.rehearsal.rehearsed import Rehearsed

MINUTES = "minutes"
_MOST = 0.9
"""The share of the plays that what is promised should hold for."""
_OUTSIDE, _AT_LEAST = 4, 2
"""A quarter of what is promised, and two minutes, may it lie outside."""


class Finding(Struct, frozen=True):
    """One thing to look at; it keeps nothing from being played."""

    code: str
    """`minutes`, or a code of `check`."""
    says: str
    """A sentence."""
    hint: str
    """What to try, as a clause without a full stop."""
    place: str = ""
    """The file and line that it is about; empty where there is none."""


class PromisedMinutes(Struct, frozen=True):
    """What the first screen promises, and what was measured."""

    promised: int
    """The journey's own `minutes`."""
    most_within: int
    """Minutes within which nine of ten plays are over, at the pace of a workshop."""
    long_way: int
    """About what somebody takes who goes the longest way, at the same pace."""

    @property
    def differs(self) -> bool:
        """Whether it lies notably outside of what was measured."""
        spare = max(_AT_LEAST, self.promised / _OUTSIDE)
        low, high = sorted((self.most_within, self.long_way))
        return self.promised > high + spare or self.promised < low - spare

    @property
    def nearest(self) -> int:
        """The measured minutes that are nearest to what is promised."""
        both = (self.most_within, self.long_way)
        return min(both, key=lambda each: abs(each - self.promised))


def promised_minutes(
    found: Rehearsed, script: Script, cast: Cast
) -> PromisedMinutes | None:
    """What a journey promises, beside what robots came to.

    Args:
        found: what a rehearsal of the script found.
        script: what was rehearsed.
        cast: whom it was played as.

    Returns:
        None where nothing is promised, or nobody played to an end.
    """
    promised, workshop = script.journey.minutes, found.minutes.workshop
    if promised is None or not workshop.plays:
        return None
    unsaid = replace(script, journey=replace(script.journey, minutes=None))
    return PromisedMinutes(
        promised,
        workshop.at(_MOST),
        minutes_of(unsaid, cast, pace="workshop"),
    )


def minutes_finding(minutes: PromisedMinutes | None) -> Finding | None:
    """That a promise of minutes is not kept; None where it is, or nothing is said."""
    if minutes is None or not minutes.differs:
        return None
    return Finding(
        MINUTES,
        f"The first screen promises {_minutes(minutes.promised)}. At the pace of a "
        f"workshop nine of ten plays are over within {minutes.most_within}, and the "
        f"longest way takes about {minutes.long_way}; this is said where a promise lies "
        "outside of both by more than a quarter of it, and two minutes.",
        f"write minutes: {max(1, minutes.nearest)}",
    )


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"
