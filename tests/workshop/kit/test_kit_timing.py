"""The minutes there are, divided honestly."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.errors import Usage
from empathy_sim.workshop.group.steps import HEADINGS
from empathy_sim.workshop.kit.seats import seats_for
from empathy_sim.workshop.kit.timing import (
    ORDER,
    STEPS,
    Needed,
    Timing,
    dropped,
    least_minutes,
    timing_for,
)
from empathy_sim.workshop.kit.words_wall import headings

KETTLE = Needed(play=18, people=24, watching=6)
LENGTHS = (60, 90, 120, 180)


def parts(timing: Timing) -> list[str]:
    return [each.part for each in timing.spans]


@given(
    play=st.integers(1, 120),
    people=st.integers(2, 200),
    waiting=st.integers(0, 20),
    more=st.integers(0, 300),
)
def test_every_minute_is_given_to_one_part(
    play: int, people: int, waiting: int, more: int
) -> None:
    needed = Needed(play=play, people=people, watching=people // 4, waiting=waiting)
    minutes = least_minutes(needed) + more
    timing = timing_for(minutes, needed)

    ends = 0
    for each in timing.spans:
        assert each.begins == ends
        assert each.lasts > 0
        ends = each.begins + each.lasts
    assert ends == minutes
    assert timing.lasts("play") >= play
    assert timing.lasts("waiting") == waiting
    assert [each for each in ORDER if each in parts(timing)] == parts(timing)
    assert [each for each in parts(timing) if each in STEPS] == list(STEPS)


@given(play=st.integers(1, 60), few=st.integers(1, 60))
def test_too_few_minutes_are_refused_with_how_many_it_takes(
    play: int, few: int
) -> None:
    needed = Needed(play=play, people=24)
    least = least_minutes(needed)
    with pytest.raises(Usage) as refused:
        timing_for(min(few, least - 1), needed)

    assert f"at least {least}" in refused.value.says
    assert f"--minutes {least}" in refused.value.try_


def test_a_journey_of_eighteen_minutes_fits_into_an_hour() -> None:
    assert least_minutes(KETTLE) == 60


def test_the_steps_are_those_of_the_wall() -> None:
    assert tuple(headings()) == STEPS
    assert tuple(headings().values()) == HEADINGS


def test_nothing_is_shorter_where_there_is_more_time() -> None:
    for few, many in itertools.pairwise(LENGTHS):
        short, long = timing_for(few, KETTLE), timing_for(many, KETTLE)
        assert all(long.lasts(each) >= short.lasts(each) for each in parts(short))


def test_an_hour_names_each_step_that_is_only_shown() -> None:
    timing = timing_for(60, KETTLE)
    told = dropped(timing, headings(), watching=6)
    shown = [each.part for each in timing.spans if each.in_passing]

    assert shown == ["together", "expected", "words"]
    for each in shown:
        assert any(says.startswith(headings()[each]) for says in told)
    assert any("slower" in says for says in told)
    assert any("each pair" in says for says in told)


def test_three_hours_drop_nothing() -> None:
    assert dropped(timing_for(180, KETTLE), headings(), watching=6) == []


def test_time_that_nothing_needs_is_said_to_be_in_hand() -> None:
    assert timing_for(240, KETTLE).lasts("spare") > 30
    assert timing_for(90, KETTLE).lasts("spare") == 0


def test_where_nobody_watches_no_time_is_kept_for_their_talk() -> None:
    alone = Needed(play=18, people=5)
    assert timing_for(120, alone).lasts("watchers") == 0
    told = dropped(timing_for(60, alone), headings(), watching=0)
    assert not any("pair" in says for says in told)


@given(people=st.integers(2, 200), screens=st.none() | st.integers(1, 200))
def test_everybody_plays_or_watches(people: int, screens: int | None) -> None:
    try:
        seats = seats_for(people, screens, least=5)
    except Usage:
        assert screens is not None
        assert people > 3 * screens
        return
    assert seats.playing + seats.watching == people
    assert screens is None or seats.playing <= screens
    assert seats.alone + seats.pairs + seats.threes == seats.playing
    assert seats.pairs + 2 * seats.threes == seats.watching
    if screens is None and people >= 5:
        assert seats.playing >= 5


def test_one_person_is_no_room() -> None:
    with pytest.raises(Usage, match="at least two"):
        seats_for(1, None, least=5)
