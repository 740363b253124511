"""Story time as days, dates and times of day."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

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
MONTHS = (
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
_SATURDAY = 5
_MONDAY = dt.date(2025, 6, 9)


class Calendar(Struct, frozen=True):
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
        """The date of a story instant."""
        return self.first + dt.timedelta(days=self.day_number(story_ms))

    def weekday(self, story_ms: int) -> str:
        return _WEEK[self.date(story_ms).weekday()]

    def says_date(self, story_ms: int) -> str:
        """`Thursday 19 June`."""
        date = self.date(story_ms)
        return f"{_WEEK[date.weekday()]} {date.day} {MONTHS[date.month - 1]}"

    def time(self, story_ms: int) -> str:
        """`10:41`."""
        since = (self.at + story_ms) % DAY
        return f"{since // HOUR:02}:{since % HOUR // MINUTE:02}"

    def stamp(self, story_ms: int, *, dated: bool) -> str:
        """`Tue 10:41`; dated, `Tue 17 Jun 10:41`."""
        date = self.date(story_ms)
        day = f" {date.day} {MONTHS[date.month - 1][:3]}" if dated else ""
        return f"{_WEEK[date.weekday()][:3]}{day} {self.time(story_ms)}"

    def moment(self, story_ms: int, *, dated: bool) -> str:
        """`Tuesday 10:41`; dated, `Tuesday 17 June, 10:41`."""
        day = f"{self.says_date(story_ms)}," if dated else self.weekday(story_ms)
        return f"{day} {self.time(story_ms)}"

    def passes_a_week(self, story_ms: int) -> bool:
        """Whether a day of the week has come twice by then, and needs its date."""
        return self.day_number(story_ms) >= len(_WEEK)

    def midnight(self, story_ms: int) -> int:
        """The story instant at which the day of an instant began."""
        return (self.at + story_ms) // DAY * DAY - self.at

    def due(self, made_ms: int, in_ms: int, at: int | None) -> int:
        """The story instant of a promise made then, due so long after.

        Args:
            made_ms: when it is made.
            in_ms: how long after that it is due.
            at: milliseconds since midnight of that day; where that is over already
                as the promise is made, the next day's. None for the same time of day.
        """
        instant = made_ms + in_ms
        if at is None:
            return instant
        due = self.midnight(instant) + at
        return due if due >= made_ms else due + DAY

    def after_business_days(self, story_ms: int, count: int) -> int:
        """The story instant so many business days later, at the same time of day."""
        instant, left = story_ms, count
        while left > 0:
            instant += DAY
            left -= self.date(instant).weekday() < _SATURDAY
        return instant
