"""What of a wait is lived or cut."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from empathy_sim.engine.moves import Pace
from empathy_sim.journey.units import MINUTE, SECOND

Stretch = tuple[int, int]


class Spare(Struct, frozen=True):
    """How much waiting a pace lets be lived, in milliseconds of felt time."""

    long: int
    """Of the one long wait."""
    other: int
    """Of any other wait."""
    all: int
    """Of the whole journey."""


LONG_WAIT = 10 * MINUTE
"""The first wait at least so long, in the story, is the long one."""
DAYS_AT_MOST = 15 * SECOND
"""Days are elided at every pace; so much of turning calendars is felt."""
DAY_TURN = 1_500
AT_HOME_AT_MOST = 5 * MINUTE
"""A stretch at home for a visit is elided beyond that, at every pace."""
_REAL = Spare(10**12, 10**12, 10**12)
PACES: dict[Pace, Spare] = {
    "real": _REAL,
    "long": Spare(4 * MINUTE, 4 * MINUTE, 20 * MINUTE),
    "workshop": Spare(210 * SECOND, 45 * SECOND, 7 * MINUTE),
    "brisk": Spare(10 * SECOND, 10 * SECOND, 3 * MINUTE),
    "instant": Spare(0, 0, 0),
}
_MOST_FIRST: tuple[Pace, ...] = get_args(Pace)
_SHORTEST = 6 * SECOND


def lives_more(pace: Pace, than: Pace) -> bool:
    """Whether a pace lets more of a wait be lived than another."""
    return _MOST_FIRST.index(pace) < _MOST_FIRST.index(than)


class Beat(Struct, frozen=True):
    """A moment of a wait that should be lived: when, and for how long after."""

    at: int
    needs: int = 0


def lived_stretches(
    length: int, budget: int, beats: tuple[Beat, ...] = ()
) -> tuple[Stretch, ...]:
    """Which stretches of a wait are lived: its beginning, its beats, its end.

    Args:
        length: the wait in story milliseconds.
        budget: how many of them may be lived.
        beats: moments that matter, in order.

    Returns:
        Disjoint stretches in order, in milliseconds since the wait began, whose
        sum is never over `budget`; the whole wait where the budget covers it.
    """
    if budget <= 0 or length <= 0:
        return ()
    if budget >= length:
        return ((0, length),)
    beats = tuple(beat for beat in beats if 0 < beat.at < length)
    beats = beats[: max(0, budget // _SHORTEST - 3)]
    unit = budget // (len(beats) + 3)
    windows = [(0, 2 * unit)]
    spent = 3 * unit
    for beat in beats:
        after = max(unit * 3 // 4, beat.needs)
        before = max(0, unit - after)
        if spent + before + after > budget:
            break
        spent += before + after
        windows.append((max(0, beat.at - before), min(length, beat.at + after)))
    windows.append((length - unit, length))
    return _joined(windows)


def _joined(windows: list[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for begins, ends in sorted(windows):
        if joined and begins <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(ends, joined[-1][1]))
        elif ends > begins:
            joined.append((begins, ends))
    return tuple(joined)


def felt_after(lived: tuple[Stretch, ...], waited: int) -> int:
    """Felt milliseconds of a wait by the time `waited` story milliseconds are over."""
    felt = 0
    for begins, ends in lived:
        if begins < waited:
            felt += min(ends, waited) - begins
    return felt


def waited_after(lived: tuple[Stretch, ...], length: int, felt: int) -> int:
    """Story milliseconds of a wait that are over after `felt` felt ones.

    At the end of a lived stretch the next one has begun: what lay between is cut.
    """
    for begins, ends in lived:
        if felt < ends - begins:
            return begins + felt
        felt -= ends - begins
    return length + felt


def is_lived(lived: tuple[Stretch, ...], at: int, needs: int = 0) -> bool:
    """Whether a moment of a wait, and what it needs after it, lie in a lived stretch."""
    for begins, ends in lived:
        if begins <= at < ends:
            return at + needs <= ends
    return False


def gaps(lived: tuple[Stretch, ...], length: int) -> tuple[Stretch, ...]:
    """What is cut of a wait."""
    cut: list[Stretch] = []
    reached = 0
    for begins, ends in lived:
        if begins > reached:
            cut.append((reached, begins))
        reached = ends
    if reached < length:
        cut.append((reached, length))
    return tuple(cut)
