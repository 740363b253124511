"""The frame's own words about time and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from empathy_sim.journey.units import DAY, HOUR, MINUTE, SECOND

PAUSED = "Paused. The clock in the story has stopped too."
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
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_NEARLY_A_MINUTE = 45 * SECOND
_UNITS = ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second"))


def number(count: int) -> str:
    """A count in words up to twenty, in figures above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def many(count: int, one: str, more: str | None = None) -> str:
    """`one message`, `two messages`."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def times(count: int) -> str:
    """`once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(count) or many(count, "time")


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
    words = f"{capital(_gap(milliseconds))} later."
    if spared:
        words += f" The recording spoke {times(spared)} in between; we spared you that."
    return words


def _gap(milliseconds: int) -> str:
    """A gap as somebody tells it: below a minute nobody counts."""
    if milliseconds < _NEARLY_A_MINUTE:
        return "a moment"
    return stretch(max(milliseconds, MINUTE))


def left_of(milliseconds: int) -> str:
    """A felt time as a clock: `4:10`."""
    minutes, seconds = divmod(milliseconds // SECOND, 60)
    return f"{minutes}:{seconds:02}"


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


def on_one_line(text: str) -> str:
    """A label without line breaks, so that it cannot look like a line of its own."""
    return " ".join(text.split())


def listed(names: Sequence[str], last: str = "and") -> str:
    """`one`, `one and two`, `one, two and three`."""
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
