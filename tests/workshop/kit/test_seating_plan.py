"""One plan for every chair."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.errors import Usage
from empathy_sim.workshop.kit import told
from empathy_sim.workshop.kit.html_page import kit_as_html
from empathy_sim.workshop.kit.markdown_page import kit_as_markdown
from empathy_sim.workshop.kit.movers import Meeting, Mender, Mover
from empathy_sim.workshop.kit.seating_plan import SeatingPlan, seating_plan
from empathy_sim.workshop.kit.seats import Seats, seats_for
from tests.workshop.kit.made_kits import JOURNEYS, kit

NAMES = ("billing", "care", "digital", "finance", "logistics", "network", "stores")
SIZES = (2, 3, 4, 6, 8, 12, 24, 60)


@st.composite
def movers(draw: st.DrawFn) -> list[Mover]:
    """Departments of which any may mend what any other meets."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    made = []
    for name in names:
        others = [each for each in NAMES if each != name]
        beside = draw(st.lists(st.sampled_from(others), unique=True, max_size=4))
        meets = [Meeting(stage=f"stage {at}", kept_by=name) for at in range(5)]
        made.append(
            Mover(
                department=name,
                meets=tuple(meets[: draw(st.integers(0, 5))]),
                beside=tuple(Mender(each, draw(st.integers(1, 3))) for each in beside),
                mends=draw(st.integers(0, 3)),
                is_here=True,
            )
        )
    return made


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[Mover], Seats, int]:
    come = draw(movers())
    people = draw(st.integers(2, 80))
    few = -(-people // 3)
    screens = draw(st.none() | st.integers(few, people + 5))
    beyond = draw(st.integers(0, 3))
    return come, seats_for(people, screens, least=5), len(come) + beyond


def chairs_of(plan: SeatingPlan) -> Counter[str]:
    """How many chairs each department has; an empty name is anybody else."""
    return Counter(
        chair.department for each in plan.screens for chair in (each.plays, *each.watch)
    )


@given(rooms())
def test_a_plan_has_exactly_the_chairs_that_the_room_has(
    room: tuple[list[Mover], Seats, int],
) -> None:
    come, seats, departments = room
    plan = seating_plan(come, seats, departments)
    watch = Counter(len(each.watch) for each in plan.screens)

    assert len(plan.screens) == seats.playing
    assert sum(len(each.watch) for each in plan.screens) == seats.watching
    assert (watch[0], watch[1], watch[2]) == (seats.alone, seats.pairs, seats.threes)
    assert chairs_of(plan).total() == seats.people


@given(rooms())
def test_nobody_sits_on_two_chairs(room: tuple[list[Mover], Seats, int]) -> None:
    come, seats, departments = room
    plan = seating_plan(come, seats, departments)
    leaders = max(1, seats.people // departments)
    taken = [
        (chair.department, chair.leader)
        for each in plan.screens
        for chair in (each.plays, *each.watch)
        if chair.department
    ]

    assert len(taken) == len(set(taken))
    assert all(count <= leaders for count in plan.leaders.values())
    assert all(leader <= plan.leaders[name] for name, leader in taken)
    for screen in plan.screens:
        names = [screen.plays.department, *(each.department for each in screen.watch)]
        named = [each for each in names if each]
        assert len(named) == len(set(named))


@given(rooms())
def test_every_department_that_comes_has_a_chair_or_is_said_to_have_none(
    room: tuple[list[Mover], Seats, int],
) -> None:
    come, seats, departments = room
    plan = seating_plan(come, seats, departments)
    seated = {name for name in chairs_of(plan) if name}

    assert seated.isdisjoint(plan.unseated)
    assert {*seated, *plan.unseated} == {each.department for each in come}
    if seats.people >= len(come):
        assert not plan.unseated
    assert not any(each.plays.department for each in plan.others)


@given(rooms())
def test_who_meets_most_of_their_own_gets_the_first_who_can_mend_it(
    room: tuple[list[Mover], Seats, int],
) -> None:
    come, seats, departments = room
    come.sort(key=lambda each: -len(each.meets))
    here = {each.department for each in come}
    plan, first = seating_plan(come, seats, departments), come[0]
    can = [each.department for each in first.beside if each.department in here]
    if not first.meets or not can or not seats.watching:
        return
    beside = {each.department for each in plan.screens[0].watch}

    assert plan.screens[0].plays.department == first.department
    assert beside & set(can)


def test_one_leader_of_each_sits_once() -> None:
    plan = kit(90, 8).plan

    assert max(plan.leaders.values()) == 1
    assert [each.plays.department for each in plan.screens][:2] == [
        "digital",
        "marketing",
    ]
    assert sum(bool(each.watch) for each in plan.screens) == kit(90, 8).seats.watching


@pytest.mark.parametrize("people", SIZES)
@pytest.mark.parametrize("journey", JOURNEYS)
def test_what_is_printed_counts_as_many_as_there_are(people: int, journey: str) -> None:
    made = kit(90, people, journey)
    rows = list(told.chairs(made))
    about = " ".join(told.about_the_plan(made))
    plays_alone = sum(beside == told.ALONE for _, beside, _ in rows)

    assert len(rows) == len(made.plan.named)
    assert plays_alone <= made.seats.alone
    if made.plan.others:
        assert "The other " in about
    else:
        assert "The other " not in about


def test_of_twelve_people_as_many_watch_as_the_sheet_says_first() -> None:
    made = kit(90, 12)
    text = kit_as_markdown(made)
    plan = text.partition("## Who sits where")[2].partition("## ")[0]

    assert "Nine play: six alone and three with somebody who watches." in text
    assert plan.count(" leader from ") == 3
    assert plan.count("| Nobody: plays alone |") == 3
    assert "The other three people play alone" in plan
    assert re.search(r"This counts on two from \w+, two from \w+ and two from", plan)


def test_the_departments_that_come_and_those_that_do_not_are_told() -> None:
    made = kit(90, 12, departments=("digital", "purchasing"))
    rows = [who for who, _, _ in told.chairs(made)]
    about = " ".join(told.about_the_plan(made))

    assert sorted(rows) == ["Digital", "Purchasing"]
    assert "Nobody comes from marketing, operations, logistics and finance" in about


def test_where_only_others_come_everybody_sits_as_they_like() -> None:
    made = kit(90, 12, departments=("network",), journey=JOURNEYS[1])
    nobody = replace(made, plan=seating_plan([], made.seats, 6))
    said = " ".join(told.about_the_plan(nobody))

    assert "All twelve people sit as they like: six play alone" in said
    assert "| Plays | Watches" not in kit_as_markdown(nobody)
    assert "Watches, beside them" not in kit_as_html(nobody)


def test_a_room_with_fewer_chairs_than_departments_says_for_whom_there_is_none() -> (
    None
):
    made = kit(90, 4)
    seated = {name for name in chairs_of(made.plan) if name}

    assert len(seated) == 4
    assert seated == {each for pair in made.pairs for each in pair}
    assert "there is no chair for" in " ".join(told.about_the_plan(made))


@given(people=st.integers(2, 120), screens=st.none() | st.integers(1, 120))
def test_any_number_of_people_and_screens_has_one_plan(
    people: int, screens: int | None
) -> None:
    try:
        made = kit(120, people, screens=screens)
    except Usage:
        return
    watching = sum(len(each.watch) for each in made.plan.screens)

    assert watching == made.seats.watching
    assert len(made.plan.screens) == made.seats.playing
