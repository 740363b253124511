"""Durations, shares, rates and times, as written."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_UNITS = {
    "ms": 1,
    "s": SECOND,
    "second": SECOND,
    "seconds": SECOND,
    "m": MINUTE,
    "min": MINUTE,
    "minute": MINUTE,
    "minutes": MINUTE,
    "h": HOUR,
    "hour": HOUR,
    "hours": HOUR,
    "d": DAY,
    "day": DAY,
    "days": DAY,
    "week": 7 * DAY,
    "weeks": 7 * DAY,
}
UNITS = tuple(_UNITS)
"""The units of a duration, as they may be written."""
_PART = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?%")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_LONGEST = 400 * DAY


class Unreadable(ValueError):
    """A written value is not of its kind: what is wrong and what to try."""

    def __init__(self, says: str, hint: str, code: str = "E210") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint
        self.code = code


def duration(text: str) -> int:
    """Milliseconds in a written duration: `90s`, `26m`, `1h 30m`, `3 days`.

    Raises:
        Unreadable: a bare number, an unknown unit, or more than 400 days.
    """
    total, position = 0.0, 0
    for part in _PART.finditer(text):
        if text[position : part.start()].strip() or part[2] not in _UNITS:
            break
        total += float(part[1]) * _UNITS[part[2]]
        position = part.end()
    if position == 0 or position != len(text):
        raise Unreadable(
            f'"{text}" is not a duration', "write its unit: 90s, 26m, 1h 30m or 3 days"
        )
    if total > _LONGEST:
        raise Unreadable(f'"{text}" is longer than 400 days', "shorten it")
    return round(total)


def share(text: str) -> int:
    """Hundredths of a percent in a written share: `34%` is 3,400.

    Raises:
        Unreadable: no percent sign, or more than 100%.
    """
    found = _SHARE.fullmatch(text)
    if not found or float(found[1]) > 100:  # noqa: PLR2004
        raise Unreadable(f'"{text}" is not a share', "write 0% to 100%, as in 34%")
    return round(float(found[1]) * 100)


def time_of_day(text: str) -> int:
    """Milliseconds since midnight in a written time: `10:00`.

    Raises:
        Unreadable: not an hour and minute of a day.
    """
    found = _TIME.fullmatch(text)
    if not found:
        raise Unreadable(f'"{text}" is not a time of day', "write it as 10:00 or 17:30")
    return int(found[1]) * HOUR + int(found[2]) * MINUTE


class Moment(Struct, frozen=True):
    """A point in a stretch of time: a share of it, or so long after it began."""

    share: int | None = None
    """Hundredths of a percent of the whole."""
    after: int | None = None
    """Milliseconds since the beginning."""

    def of(self, length: int) -> int:
        """Milliseconds into a stretch that is `length` milliseconds long."""
        if self.after is not None:
            return min(self.after, length)
        return length * (self.share or 0) // 10_000


def moment(text: str) -> Moment:
    """A written moment: `20%` of the whole, or `10s` after it began.

    Raises:
        Unreadable: neither a share nor a duration.
    """
    if text.endswith("%"):
        return Moment(share=share(text))
    try:
        return Moment(after=duration(text))
    except Unreadable as wrong:
        raise Unreadable(
            f'"{text}" is not a moment',
            "write a share, as in 60%, or a time, as in 10s",
        ) from wrong


def level(text: str) -> int:
    """What a resource can hold: a share (hundredths of a percent) or a duration (ms).

    Raises:
        Unreadable: neither.
    """
    return share(text) if text.endswith("%") else duration(text)


class Drain(Struct, frozen=True):
    """How a resource runs down: `amount` for every `per` milliseconds."""

    amount: int
    per: int


def drain(text: str) -> Drain:
    """A written drain: `1%/2m`, or `clock` for time itself.

    Raises:
        Unreadable: neither.
    """
    if text == "clock":
        return Drain(1, 1)
    amount, slash, per = text.partition("/")
    if not slash:
        raise Unreadable(f'"{text}" is not a drain', "write 1%/2m, or clock")
    found = Drain(level(amount.strip()), duration(per.strip()))
    if found.amount <= 0 or found.per <= 0:
        raise Unreadable(f'"{text}" never drains', "write 1%/2m, or clock")
    return found


def written_duration(milliseconds: int) -> str:
    """A duration as an author would write it, exactly: `8s`, `1200ms`, `3 days`."""
    sizes = ((DAY, " days"), (HOUR, "h"), (MINUTE, "m"), (SECOND, "s"))
    for size, unit in sizes:
        if milliseconds and milliseconds % size == 0:
            return f"{milliseconds // size}{unit}"
    return f"{milliseconds}ms"


@lru_cache(maxsize=1_024)
def spoken(milliseconds: int) -> str:
    """A duration in words, to the coarser of what matters: `26 minutes`."""
    parts: list[str] = []
    left = milliseconds
    for name, size in (
        ("day", DAY),
        ("hour", HOUR),
        ("minute", MINUTE),
        ("second", SECOND),
    ):
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {name}" + ("s" if count != 1 else ""))
        if len(parts) == 2:  # noqa: PLR2004
            break
    return " ".join(parts) or "0 seconds"


def clock(milliseconds: int) -> str:
    """A duration as a call timer shows it: `4:10`, `1:02:03`."""
    minutes, seconds = divmod(milliseconds // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
