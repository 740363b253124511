"""Story time as days, dates and times of day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from empathy_sim.journey.journey import Begins
from empathy_sim.journey.units import DAY, HOUR, MINUTE

_WEEK = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONDAY = dt.date(2025, 6, 9)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turns milliseconds since the journey began into what a wall shows."""

    first: dt.date
    at: int
    """Milliseconds since midnight of the first day."""

    @classmethod
    def of(cls, begins: Begins) -> Calendar:
        """The calendar of a journey."""
        if begins.date:
            return cls(dt.date.fromisoformat(begins.date), begins.at)
        return cls(_MONDAY + dt.timedelta(days=_WEEK.index(begins.day)), begins.at)

    def day_number(self, story_ms: int) -> int:
        """Days since the first, from 0."""
        return (self.at + story_ms) // DAY

    def date(self, story_ms: int) -> dt.date:
        return self.first + dt.timedelta(days=self.day_number(story_ms))

    def weekday(self, story_ms: int) -> str:
        return _WEEK[self.date(story_ms).weekday()]

    def says_date(self, story_ms: int) -> str:
        """`Thursday 19 June`."""
        date = self.date(story_ms)
        return f"{_WEEK[date.weekday()]} {date.day} {_MONTHS[date.month - 1]}"

    def time(self, story_ms: int) -> str:
        """`10:41`."""
        since = (self.at + story_ms) % DAY
        return f"{since // HOUR:02}:{since % HOUR // MINUTE:02}"

    def due(self, made_ms: int, in_ms: int, at: int | None) -> int:
        """The story instant of a promise made then, due so long after."""
        instant = made_ms + in_ms
        if at is None:
            return instant
        midnight = (self.at + instant) // DAY * DAY - self.at
        return midnight + at
