"""Days to come as a calendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from empathy_sim.debrief.by_when import day_in_words
from empathy_sim.debrief.monthly_hour import HOUR_AT, WAYS, next_hour
from empathy_sim.debrief.promises import Promise
from empathy_sim.text.safe import shown

MONTHS = 12
"""For how many months the hour is proposed."""
_OCTETS = 75
"""A line is folded at so many, its break not counted."""
_BACK = "empathy-sim routine return"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something on a day."""

    uid: str
    """The same whenever the file is written again, so that nothing stands twice."""
    day: dt.date
    says: str
    about: str
    hour: int | None = None
    """When it begins, by the clock where one is, for an hour; None for all day."""
    months: int = 0
    """How many times it comes, on the same weekday of each month; 0 for once."""


def entries(
    promises: Iterable[Promise], today: dt.date, whose: str, *, kept_in: str = ""
) -> tuple[CalendarEntry, ...]:
    """An hour a month, and the days on which promises are followed up.

    Args:
        promises: what was promised; what is over is left out.
        today: the first hour is the next that is still to come.
        whose: tells this calendar from all others; it says nothing of anybody.
        kept_in: the option that names the folder of the sessions; empty for the usual.
    """
    back = f"{_BACK} {kept_in}".rstrip()
    return (
        _hour(today, whose),
        *(entry for each in promises for entry in _follow_ups(each, whose, back)),
    )


def _hour(today: dt.date, whose: str) -> CalendarEntry:
    ways = "\n".join(f"{way.title}: {way.about}" for way in WAYS)
    return CalendarEntry(
        _uid("hour", whose),
        next_hour(today),
        "An hour as a customer, or with those who answer them",
        f"One of three:\n{ways}\n\nempathy-sim routine says what was promised.",
        hour=HOUR_AT,
        months=MONTHS,
    )


def _follow_ups(promise: Promise, whose: str, back: str) -> Iterator[CalendarEntry]:
    for day in promise.asked_on:
        if promise.next_asked is None or day < promise.next_asked:
            continue
        is_due, days = day == promise.due, (day - promise.made).days
        made = f"Promised on {day_in_words(promise.made)}, after {promise.title}."
        yield CalendarEntry(
            _uid(
                f"{promise.session}.{promise.what}.{'due' if is_due else days}", whose
            ),
            day,
            f"{'Due today' if is_due else f'{days} days on'}: {promise.says}",
            f"{made} {promise.terms}".rstrip() + "\n"
            f"What came of it? {back} {promise.session} --which {promise.number}",
        )


def _uid(what: str, whose: str) -> str:
    named = hashlib.sha256(f"{whose}\n{what}".encode()).hexdigest()
    return f"{named[:32]}@empathy-sim.invalid"


def calendar_file(listed: Iterable[CalendarEntry], stamp: str) -> str:
    """The text of a calendar, its lines ended and folded as the standard asks.

    Args:
        listed: what is in it.
        stamp: when it is written; ISO 8601, UTC.
    """
    written = dt.datetime.fromisoformat(stamp).astimezone(dt.UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Empathy Sim//Routine//EN",
        "CALSCALE:GREGORIAN",
        *(line for each in listed for line in _event(each, written)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: CalendarEntry, written: dt.datetime) -> Iterator[str]:
    day = entry.day.isoformat().replace("-", "")
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{written:%Y%m%dT%H%M%SZ}"
    if entry.hour is None:
        yield f"DTSTART;VALUE=DATE:{day}"
    else:
        yield f"DTSTART:{day}T{entry.hour:02}0000"
        yield "DURATION:PT1H"
    if entry.months:
        nth = (entry.day.day - 1) // 7 + 1
        weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[entry.day.weekday()]
        yield f"RRULE:FREQ=MONTHLY;COUNT={entry.months};BYDAY={nth}{weekday}"
    yield f"SUMMARY:{escaped(entry.says)}"
    yield f"DESCRIPTION:{escaped(entry.about)}"
    yield "TRANSP:OPAQUE" if entry.hour is not None else "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Text as a property holds it, so that it cannot end the property."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return shown(plain).replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of 75 octets at most, no character torn."""
    pieces, piece, room = [], "", _OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _OCTETS - 1
        piece, room = piece + letter, room - size
    return "\r\n ".join((*pieces, piece))
