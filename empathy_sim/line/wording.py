"""The frame's own words about time and numbers."""

from __future__ import annotations

from empathy_sim.journey.units import DAY, HOUR, MINUTE, SECOND

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_UNITS = ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second"))


def number(count: int) -> str:
    """A count in words up to twelve, in figures above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def many(count: int, one: str, more: str | None = None) -> str:
    """`one message`, `two messages`."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def stretch(milliseconds: int) -> str:
    """A stretch of time, rounded to its larger unit: `eleven minutes`."""
    for size, unit in _UNITS:
        if milliseconds >= size:
            return many(round(milliseconds / size), unit)
    return "a moment"


def later(milliseconds: int, spared: int = 0) -> str:
    """What the frame says when the clock jumps.

    Args:
        milliseconds: how far it jumped, in story time.
        spared: how many announcements fell into the gap.
    """
    said = stretch(milliseconds)
    words = f"{said[0].upper()}{said[1:]} later."
    if spared:
        times = "once" if spared == 1 else f"{many(spared, 'time')}"
        words += f" The recording spoke {times} in between; we spared you that."
    return words


def left_of(milliseconds: int) -> str:
    """A felt time as a clock: `4:10`."""
    minutes, seconds = divmod(milliseconds // SECOND, 60)
    return f"{minutes}:{seconds:02}"
