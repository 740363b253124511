"""Counts and durations as a calm sentence says them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from empathy_sim.journey.units import DAY, HOUR, MINUTE, SECOND, clock

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_TIMES = ("never", "once", "twice")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+")


def number(count: int) -> str:
    """A count in words up to twelve, in figures above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def many(count: int, one: str, more: str | None = None) -> str:
    """`one call`, `two calls`, `no calls`."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def was(count: int) -> str:
    """`was` or `were`, after a count in words; none and one are singular."""
    return "was" if count in {0, 1} else "were"


def times(count: int) -> str:
    """`never`, `once`, `twice`, `three times`."""
    return _TIMES[count] if 0 <= count < len(_TIMES) else f"{number(count)} times"


def minutes(milliseconds: int) -> int:
    """Whole minutes, to the nearest."""
    return (milliseconds + MINUTE // 2) // MINUTE


def lasting(milliseconds: int) -> str:
    """A stretch of story time: `41 minutes`, `40 seconds`, `8 days`."""
    if milliseconds < SECOND:
        return "less than a second"
    if milliseconds < MINUTE:
        return _figures(milliseconds // SECOND, "second")
    if milliseconds < 2 * HOUR:
        return _figures(minutes(milliseconds), "minute")
    if milliseconds < 2 * DAY:
        return _figures(_nearest(milliseconds, HOUR), "hour")
    return _figures(_nearest(milliseconds, DAY), "day")


def _nearest(milliseconds: int, size: int) -> int:
    return (milliseconds + size // 2) // size


def _figures(count: int, one: str) -> str:
    return f"{count:,} {one if count == 1 else one + 's'}"


def sat(milliseconds: int) -> str:
    """A stretch of felt time, as a clock: `4:10`, or `40 seconds`."""
    return lasting(milliseconds) if milliseconds < MINUTE else clock(milliseconds)


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = list(items) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def on_one_line(text: str) -> str:
    """With every line break and run of spaces as one space."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """With its first letter as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """With a capital first, and a full stop last unless it has its own."""
    text = on_one_line(text)
    stopped = text.endswith((".", "?", "!", "…"))
    return capital(text if stopped else f"{text}.")


def first_sentences(text: str, words: int = 1) -> str:
    """How a text begins: its first sentence, and those after it that fit in as well.

    Args:
        text: of whole sentences.
        words: how many all of them may have; the first is there however long it is.
    """
    first, *others = _BETWEEN_SENTENCES.split(on_one_line(text))
    for each in others:
        if len(f"{first} {each}".split()) > words:
            break
        first = f"{first} {each}"
    return first
