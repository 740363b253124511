"""What it comes to in a year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.decided import FigureHeld
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.money import Year, figures_of, saved_by, year_of
from empathy_sim.journey.units import MINUTE
from tests.debrief.told_by_hand import SCRIPT, two_calls

LIVED = lived_readings(Account.of(SCRIPT, two_calls().log))
MINE = {
    "customers": FigureHeld(12_000, "yours", 1),
    "contact_cost": FigureHeld(8_50, "published", 2),
    "margin": FigureHeld(100_00, "invented", 3),
}


def lines(year: Year) -> dict[str, tuple[int, int]]:
    return {each.id: (each.count.low, each.count.high) for each in year.lines}


def test_the_year_of_two_calls_has_its_sum_by_hand() -> None:
    """Of 12,000 customers, 600 to 2,400 live it.

    One contact too many each, at 8.50: 600 to 2,400 contacts, 5,100 to 20,400. Waiting
    2,640 s each: 440 to 1,760 hours. Of those not helped 10 to 33 in a hundred are
    lost, at 100: 60 to 792 customers, 6,000 to 79,200.
    """
    year = year_of(LIVED, "gave_up", MINE)

    assert lines(year) == {
        "contacts": (600, 2_400),
        "waiting": (440, 1_760),
        "lost": (60, 792),
    }
    assert (year.total.low, year.total.high) == (11_100_00, 99_600_00)


def test_where_it_was_solved_nobody_is_counted_as_lost() -> None:
    assert lines(year_of(LIVED, "solved", MINE))["lost"] == (0, 0)


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        ("solved", "It was solved, so none is counted."),
        ("open", "It is not over, so none is counted yet."),
        ("left", "It was left before its end, so none is counted."),
        (
            "stopped",
            "The episode stops before it tells an end, so none is counted.",
        ),
    ],
)
def test_nobody_is_lost_before_it_is_known_and_that_is_said(
    outcome: str, why: str
) -> None:
    [lost] = [each for each in year_of(LIVED, outcome, MINE).lines if each.id == "lost"]

    assert (lost.count.high, lost.rule) == (0, why)


def test_what_was_solved_in_part_is_not_said_to_be_unsolved() -> None:
    [lost] = [
        each for each in year_of(LIVED, "partly", MINE).lines if each.id == "lost"
    ]

    assert lost.count.low > 0
    assert "since it was solved only in part" in lost.rule


def test_each_number_says_whose_it_is() -> None:
    grounds = [each.held.ground for each in year_of(LIVED, "solved", MINE).figures]

    assert grounds == ["yours", "published", "invented"]
    assert {each.held.ground for each in figures_of({})} == {"invented"}


def test_what_was_assumed_is_said_and_marked() -> None:
    assumed = year_of(LIVED, "gave_up", {}).assumed

    assert len(assumed) == 2
    assert all(each.endswith("Invented.") for each in assumed)


@given(
    customers=st.integers(0, 10**9),
    cost=st.integers(0, 10**6),
    margin=st.integers(0, 10**7),
    outcome=st.sampled_from(["solved", "partly", "gave_up", "left", ""]),
)
def test_a_range_runs_from_less_to_more(
    customers: int, cost: int, margin: int, outcome: str
) -> None:
    held = {
        "customers": FigureHeld(customers, "yours", 1),
        "contact_cost": FigureHeld(cost, "yours", 2),
        "margin": FigureHeld(margin, "yours", 3),
    }

    year = year_of(LIVED, outcome, held)

    spans = [each.count for each in year.lines] + [year.total]
    assert all(0 <= each.low <= each.high for each in spans)


def test_a_fix_saves_what_it_spares_each_of_them() -> None:
    before = {"needless_contacts": 3, "minutes_waited": 40 * MINUTE}
    after = {"needless_contacts": 1, "minutes_waited": 10 * MINUTE}

    saved = saved_by(before, after, MINE)

    assert (saved.contacts.low, saved.contacts.high) == (1_200, 4_800)
    assert (saved.hours.low, saved.hours.high) == (300, 1_200)
    assert (saved.money.low, saved.money.high) == (10_200_00, 40_800_00)


def test_a_fix_that_makes_it_worse_saves_nothing() -> None:
    saved = saved_by({"minutes_waited": 1}, {"minutes_waited": 99 * MINUTE}, MINE)

    assert (saved.contacts.high, saved.hours.high, saved.money.high) == (0, 0, 0)


def test_without_any_reading_nothing_is_counted() -> None:
    nothing: tuple[Reading, ...] = ()

    assert lines(year_of(nothing, "solved", MINE))["contacts"] == (0, 0)
