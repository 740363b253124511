"""Durations, shares and times are read as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.journey import units
from empathy_sim.journey.units import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    Drain,
    Moment,
    Unreadable,
)


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("250ms", 250),
        ("90s", 90 * SECOND),
        ("26m", 26 * MINUTE),
        ("26 min", 26 * MINUTE),
        ("1 minute", MINUTE),
        ("1h 30m", 90 * MINUTE),
        ("1h30m", 90 * MINUTE),
        ("1.5h", 90 * MINUTE),
        ("3 days", 3 * DAY),
        ("1 day 3h", 27 * HOUR),
        ("2 weeks", 14 * DAY),
        ("0s", 0),
    ],
)
def test_a_duration_has_its_units(text: str, milliseconds: int) -> None:
    assert units.duration(text) == milliseconds


@pytest.mark.parametrize(
    "text",
    ["", "90", "m", "-5m", "5 parsecs", "5m.", "5m and 3s", "5m ", "1e3s", "4M"],
)
def test_what_is_not_a_duration_says_what_to_write(text: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        units.duration(text)

    assert wrong.value.code == "E210"
    assert "90s" in wrong.value.hint


@pytest.mark.parametrize("text", ["401 days", "1000000h"])
def test_a_duration_ends_within_four_hundred_days(text: str) -> None:
    with pytest.raises(Unreadable, match="400 days"):
        units.duration(text)


@given(st.integers(0, 399 * 24), st.integers(0, 59), st.integers(0, 59))
def test_a_duration_is_the_sum_of_its_parts(
    hours: int, minutes: int, seconds: int
) -> None:
    text = f"{hours}h {minutes}m {seconds}s"

    assert units.duration(text) == hours * HOUR + minutes * MINUTE + seconds * SECOND


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("0%", 0), ("34%", 3_400), ("34 %", 3_400), ("99.95%", 9_995), ("100%", 10_000)],
)
def test_a_share_is_kept_in_hundredths_of_a_percent(text: str, hundredths: int) -> None:
    assert units.share(text) == hundredths


@pytest.mark.parametrize("text", ["", "34", "-1%", "100.01%", "101%", "1.234%", "%"])
def test_what_is_not_a_share_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="is not a share"):
        units.share(text)


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("0:00", 0),
        ("9:05", 9 * HOUR + 5 * MINUTE),
        ("09:05", 9 * HOUR + 5 * MINUTE),
        ("23:59", DAY - MINUTE),
    ],
)
def test_a_time_of_day_counts_from_midnight(text: str, milliseconds: int) -> None:
    assert units.time_of_day(text) == milliseconds


@pytest.mark.parametrize("text", ["24:00", "9", "9:5", "12:60", "noon", "9:05 pm"])
def test_what_is_not_a_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="is not a time of day"):
        units.time_of_day(text)


def test_a_moment_is_a_share_or_a_time() -> None:
    assert units.moment("20%") == Moment(share=2_000)
    assert units.moment("10s") == Moment(after=10 * SECOND)
    assert units.moment("20%").of(50 * SECOND) == 10 * SECOND
    assert units.moment("10s").of(50 * SECOND) == 10 * SECOND


def test_a_moment_is_never_past_the_end() -> None:
    assert units.moment("10s").of(3 * SECOND) == 3 * SECOND
    assert units.moment("100%").of(3 * SECOND) == 3 * SECOND


@pytest.mark.parametrize("text", ["later", "20", "200%"])
def test_what_is_not_a_moment_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        units.moment(text)


@pytest.mark.parametrize(
    ("text", "drain"),
    [
        ("clock", Drain(1, 1)),
        ("1%/2m", Drain(100, 2 * MINUTE)),
        ("1% / 2m", Drain(100, 2 * MINUTE)),
        ("30s/1h", Drain(30 * SECOND, HOUR)),
    ],
)
def test_a_drain_is_so_much_in_so_long(text: str, drain: Drain) -> None:
    assert units.drain(text) == drain


@pytest.mark.parametrize("text", ["1%", "", "/", "1%/", "0%/2m", "1%/0s", "0s/0s"])
def test_what_never_drains_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        units.drain(text)


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (0, "0 seconds"),
        (999, "0 seconds"),
        (SECOND, "1 second"),
        (90 * SECOND, "1 minute 30 seconds"),
        (26 * MINUTE, "26 minutes"),
        (DAY + HOUR + MINUTE, "1 day 1 hour"),
        (2 * DAY, "2 days"),
    ],
)
def test_a_duration_is_said_in_at_most_two_parts(milliseconds: int, words: str) -> None:
    assert units.spoken(milliseconds) == words


@pytest.mark.parametrize(
    ("milliseconds", "shown"),
    [(0, "0:00"), (250 * SECOND, "4:10"), (HOUR + 123 * SECOND, "1:02:03")],
)
def test_a_call_timer_shows_minutes_and_seconds(milliseconds: int, shown: str) -> None:
    assert units.clock(milliseconds) == shown


@given(st.integers(0, 90 * DAY // SECOND))
def test_what_is_said_can_be_read_again(seconds: int) -> None:
    said = units.spoken(seconds * SECOND)

    assert units.duration(said) <= seconds * SECOND
    assert units.spoken(units.duration(said)) == said
