"""A day to do something by: proposed, understood, told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.by_when import (
    day_in_words,
    day_kept,
    day_meant,
    due_in_words,
    due_of,
    past_due,
    proposed,
    weekday_in_words,
)

SUNDAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2400, 1, 1))


@given(DAYS)
def test_a_monday_about_a_month_on_is_proposed(today: dt.date) -> None:
    day = proposed(today)

    assert day.weekday() == 0
    assert 28 <= (day - today).days < 35


@given(today=DAYS, day=DAYS)
def test_a_day_is_understood_however_it_is_told(today: dt.date, day: dt.date) -> None:
    for words in (day.isoformat(), day_in_words(day), weekday_in_words(day)):
        assert day_meant(words, today) == day
    assert due_of(due_in_words(day.isoformat()), today) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("friday", "2026-11-27"),
        ("Fri.", "2026-11-27"),
        ("by Monday", "2026-11-23"),
        ("Sunday", "2026-11-29"),
        ("today", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        ("30 Jan", "2027-01-30"),
        ("30th of January", "2027-01-30"),
        ("the 30th January, 2028", "2028-01-30"),
        ("January 30, 2028", "2028-01-30"),
        ("1 Dec", "2026-12-01"),
        ("22 November", "2026-11-22"),
        ("21 November", "2027-11-21"),
        ("Sat 30 January", "2027-01-30"),
        ("2027-01-30", "2027-01-30"),
        ("30.1.2027", "2027-01-30"),
        ("3.4.2027", "2027-04-03"),
        ("30/1", "2027-01-30"),
        ("1/30/2027", "2027-01-30"),
        ("4/4/2027", "2027-04-04"),
        ("in two weeks", "2026-12-06"),
        ("in 2 weeks", "2026-12-06"),
        ("2 weeks", "2026-12-06"),
        ("a fortnight from now", "2026-12-06"),
        ("in a month", "2026-12-22"),
        ("In Three Months", "2027-02-22"),
        ("10 days", "2026-12-02"),
    ],
)
def test_what_people_write_is_understood(typed: str, day: str) -> None:
    assert due_of(typed, SUNDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        *("soon", "next friday", "next week", "end of January", "before the board"),
        *("3/4/2027", "30 Feb", "29 February", "32 January", "2026-13-01", "0.1.2027"),
        *("Friday 30 January 2027", "30 ja", "in zero weeks", "in some weeks", "30"),
        *("in 999 fortnights from", "1 5", "20270130", "2027-W01-1", "day", "may"),
    ],
)
def test_what_leaves_the_day_open_is_kept_as_it_is_written(typed: str) -> None:
    assert due_of(f"  {typed}  ", SUNDAY) == typed
    assert due_in_words(typed) == typed
    assert day_kept(typed) is None


@pytest.mark.parametrize(
    ("today", "day"),
    [("2027-01-31", "2027-02-28"), ("2026-12-31", "2027-01-31")],
)
def test_a_month_from_the_last_of_one_ends_within_the_next(
    today: str, day: str
) -> None:
    assert due_of("in a month", dt.date.fromisoformat(today)) == day


def test_a_day_that_has_been_is_told_with_one_that_is_to_come() -> None:
    assert past_due("2026-11-22", SUNDAY) == ""
    assert past_due("after the summer", SUNDAY) == ""
    assert past_due("2026-11-21", SUNDAY) == (
        "21 November 2026 is past. A day to come, such as 21 December 2026."
    )


@given(st.text(max_size=40) | st.from_regex(r"[0-9a-z /.,-]{1,20}", fullmatch=True))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    due = due_of(typed, dt.date(9999, 12, 1))

    assert due == " ".join(typed.split()) or day_kept(due) is not None
