"""A day to do something by."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable

WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    *("Saturday", "Sunday"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
NO_DAY = "That names no one day: kept as you wrote it, with no reminder"
_WEEK = 7
_ABOUT_A_MONTH = 4 * _WEEK
_YEAR = 12
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DAYS_IN = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_SHORTENED = 3
"""Letters by which a month or a weekday is known."""
_KEPT = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_AHEAD = re.compile(
    r"(?:in )?(\d{1,3}|[a-z]+) (day|week|fortnight|month)s?(?: from (?:now|today))?",
    re.ASCII,
)
_FIGURES = re.compile(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}))?", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2}) ([a-z]+)|([a-z]+) (\d{1,2}))(?: (\d{4}))?", re.ASCII)


def proposed(today: dt.date) -> dt.date:
    """A month on, about: the Monday four weeks from now, or the next one after it."""
    day = today + dt.timedelta(days=_ABOUT_A_MONTH)
    return day + dt.timedelta(days=-day.weekday() % _WEEK)


def day_in_words(day: dt.date) -> str:
    """`3 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: dt.date) -> str:
    """`Tuesday 3 March 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def day_kept(due: str) -> dt.date | None:
    """The day that is kept as `2026-03-03`; None where words are kept."""
    try:
        return dt.date.fromisoformat(due) if _KEPT.fullmatch(due) else None
    except ValueError:
        return None


def due_in_words(due: str) -> str:
    """What is kept, as it is told: `Tuesday 3 March 2026`, or the words that are."""
    day = day_kept(due)
    return due if day is None else weekday_in_words(day)


def due_of(typed: str, today: dt.date) -> str:
    """What is kept of what is typed: `2026-03-03` if a day is meant, else the words."""
    day = day_meant(typed, today)
    return " ".join(typed.split()) if day is None else day.isoformat()


def past_due(due: str, today: dt.date) -> str:
    """What is said of a day that has been; empty where it is still to come."""
    day = day_kept(due)
    if day is None or day >= today:
        return ""
    example = day_in_words(proposed(today))
    return f"{day_in_words(day)} is past. A day to come, such as {example}."


def day_meant(typed: str, today: dt.date) -> dt.date | None:
    """The one day that some words can only mean; None where they leave it open.

    A weekday is the next one, a day without its year the next of that name.

    Args:
        typed: `friday`, `30 Jan`, `in two weeks`, `2027-01-30` and the like.
        today: when it is written.
    """
    words = " ".join(typed.casefold().replace(",", " ").split()).rstrip(".!")
    words = re.sub(r"^(?:by|on)? ?(?:the )?|(?<=\d)(?:st|nd|rd|th)\b", "", words)
    weekday, rest = _led_by_weekday(words.replace(" of ", " "))
    if weekday is not None and not rest:
        ahead = (weekday - today.weekday() - 1) % _WEEK + 1
        return today + dt.timedelta(days=ahead)
    try:
        found = next((day for read in _READINGS if (day := read(rest, today))), None)
    except (ValueError, OverflowError):
        return None
    agrees = found is None or weekday in {None, found.weekday()}
    return found if agrees else None


def _led_by_weekday(words: str) -> tuple[int | None, str]:
    first, _, rest = words.partition(" ")
    at = _place(first.rstrip("."), WEEKDAYS)
    return (None, words) if at is None else (at, rest)


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Which of some names a word is, or is short for."""
    if len(word) < _SHORTENED:
        return None
    found = (at for at, name in enumerate(names) if name.casefold().startswith(word))
    return next(found, None)


def _kept(words: str, _: dt.date) -> dt.date | None:
    return day_kept(words)


def _near(words: str, today: dt.date) -> dt.date | None:
    days = {"today": 0, "tomorrow": 1}.get(words)
    return None if days is None else today + dt.timedelta(days=days)


def _ahead(words: str, today: dt.date) -> dt.date | None:
    found = _AHEAD.fullmatch(words)
    count = _count(found[1]) if found else None
    if not found or count is None:
        return None
    if found[2] in _DAYS_IN:
        return today + dt.timedelta(days=count * _DAYS_IN[found[2]])
    years, month = divmod(today.month - 1 + count, _YEAR)
    year, month = today.year + years, month + 1
    return dt.date(year, month, min(today.day, monthrange(year, month)[1]))


def _count(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    word = {"a": "one", "an": "one"}.get(word, word)
    return _NUMBERS.index(word) if word in _NUMBERS[1:] else None


def _in_figures(words: str, today: dt.date) -> dt.date | None:
    """With points the day is first; with strokes only where nothing else can be."""
    found = _FIGURES.fullmatch(words)
    if not found:
        return None
    day, month, year = int(found[1]), int(found[3]), found[4]
    if found[2] == "/" and day != month:
        if max(day, month) <= _YEAR:
            return None
        day, month = max(day, month), min(day, month)
    return _next_of(day, month, year, today)


def _named(words: str, today: dt.date) -> dt.date | None:
    found = _NAMED.fullmatch(words)
    if not found:
        return None
    month = _place(found[2] or found[3], MONTHS)
    if month is None:
        return None
    return _next_of(int(found[1] or found[4]), month + 1, found[5], today)


def _next_of(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    if year:
        return dt.date(int(year), month, day)
    this_year = dt.date(today.year, month, day)
    return this_year if this_year >= today else dt.date(today.year + 1, month, day)


_READINGS: tuple[Callable[[str, dt.date], dt.date | None], ...] = (
    *(_kept, _near, _ahead, _in_figures, _named),
)
"""Each knows one way of writing a day, and no day that is written another way."""
