"""Story time is shown as days, dates and times."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.journey import Begins, Weekday
from empathy_sim.journey.units import DAY, HOUR, MINUTE

TUESDAY = Calendar.of(Begins(day="Tuesday", at=10 * HOUR))
INSTANTS = st.integers(0, 400 * DAY)
DAYS: tuple[Weekday, ...] = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


@pytest.mark.parametrize("day", DAYS)
def test_a_journey_begins_on_the_day_that_was_written(day: Weekday) -> None:
    calendar = Calendar.of(Begins(day=day, at=9 * HOUR))

    assert calendar.weekday(0) == day
    assert calendar.date(0).month == 6


def test_a_journey_may_have_a_date() -> None:
    calendar = Calendar.of(Begins(day="Friday", at=0, date="2025-12-31"))

    assert calendar.says_date(0) == "Wednesday 31 December"
    assert calendar.says_date(DAY) == "Thursday 1 January"


def test_the_wall_shows_day_date_and_time() -> None:
    at = 2 * DAY + 41 * MINUTE

    assert TUESDAY.says_date(at) == "Thursday 12 June"
    assert TUESDAY.time(at) == "10:41"
    assert TUESDAY.day_number(at) == 2


def test_a_day_turns_at_midnight() -> None:
    midnight = 14 * HOUR

    assert TUESDAY.day_number(midnight - 1) == 0
    assert TUESDAY.time(midnight - 1) == "23:59"
    assert TUESDAY.day_number(midnight) == 1
    assert TUESDAY.time(midnight) == "00:00"
    assert TUESDAY.midnight(midnight) == midnight
    assert TUESDAY.midnight(midnight - 1) == midnight - DAY


@given(INSTANTS)
def test_a_day_begins_at_its_midnight(at: int) -> None:
    midnight = TUESDAY.midnight(at)

    assert midnight <= at < midnight + DAY
    assert TUESDAY.time(midnight) == "00:00"
    assert TUESDAY.date(midnight) == TUESDAY.date(at)


@given(
    INSTANTS, st.integers(0, 60 * DAY), st.none() | st.integers(0, DAY // MINUTE - 1)
)
def test_what_is_due_is_never_due_before_it_is_promised(
    made: int, within: int, minute: int | None
) -> None:
    at = None if minute is None else minute * MINUTE

    due = TUESDAY.due(made, within, at)

    assert made <= due
    assert at is None or (due - TUESDAY.midnight(due)) == at
    assert at is not None or due == made + within


def test_a_time_that_is_over_today_is_tomorrows() -> None:
    assert TUESDAY.due(0, 0, 9 * HOUR) == 23 * HOUR
    assert TUESDAY.due(0, 0, 10 * HOUR) == 0
    assert TUESDAY.due(0, DAY, 9 * HOUR) == 23 * HOUR


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        ("Tuesday", 0, 0),
        ("Tuesday", 1, 1),
        ("Friday", 1, 3),
        ("Tuesday", 10, 14),
        ("Saturday", 1, 2),
        ("Sunday", 5, 5),
        ("Monday", 5, 7),
    ],
)
def test_business_days_leave_out_the_weekend(
    day: Weekday, count: int, after: int
) -> None:
    calendar = Calendar.of(Begins(day=day, at=9 * HOUR))

    assert calendar.after_business_days(0, count) == after * DAY


@given(INSTANTS, st.integers(1, 60))
def test_business_days_end_on_one(at: int, count: int) -> None:
    by = TUESDAY.after_business_days(at, count)

    assert TUESDAY.date(by).weekday() < 5
    assert TUESDAY.time(by) == TUESDAY.time(at)
    passed = (TUESDAY.date(by) - TUESDAY.date(at)) / dt.timedelta(days=1)
    assert count <= passed <= count * 7 / 5 + 3


def test_a_stamp_has_its_date_where_a_day_of_the_week_comes_twice() -> None:
    calendar = Calendar.of(Begins(day="Tuesday", at=10 * HOUR))

    assert not calendar.passes_a_week(7 * DAY - 11 * HOUR)
    assert calendar.passes_a_week(7 * DAY - 10 * HOUR)
    assert calendar.stamp(41 * MINUTE, dated=False) == "Tue 10:41"
    assert calendar.stamp(0, dated=True) == "Tue 10 Jun 10:00"
    assert calendar.stamp(7 * DAY, dated=True) == "Tue 17 Jun 10:00"
