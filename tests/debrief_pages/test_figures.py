"""Numbers, money and dates, as a page writes them."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.measures import KIT, Measure, Reading, Unit
from empathy_sim.debrief.money import Span
from empathy_sim.debrief.pages.figures import (
    day,
    in_figures,
    money,
    money_from_to,
    money_rounded,
    rounded,
)
from empathy_sim.journey.units import MINUTE


@pytest.mark.parametrize(
    ("unit", "value", "of", "says"),
    [
        ("story_ms", 44 * MINUTE, None, "44 minutes"),
        ("story_ms", 0, None, "none"),
        ("felt_ms", 5 * MINUTE + 35_000, None, "5:35"),
        ("count", 1_234, None, "1,234"),
        ("days", 1, None, "1 day"),
        ("days", 10, None, "10 days"),
        ("level", 1_058, 3_400, "11%"),
        ("level", 10 * MINUTE, 40 * MINUTE, "10 minutes"),
        ("count", None, None, "\N{EN DASH}"),
    ],
)
def test_a_reading_is_told_in_its_unit(
    unit: Unit, value: int | None, of: int | None, says: str
) -> None:
    reading = Reading(Measure("m", "measured", unit, "", KIT), value, (), of)

    assert in_figures(reading) == says


@pytest.mark.parametrize(
    ("hundredths", "says"), [(650, "6.50"), (3_800, "38"), (12_432_050, "124,320")]
)
def test_money_has_its_hundredths_where_they_matter(hundredths: int, says: str) -> None:
    assert money(hundredths) == says


def test_a_range_of_one_number_is_that_number() -> None:
    assert money_from_to(Span(500, 500)) == "5"
    assert money_from_to(Span(0, 500)) == "0 to 5"


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [
        (1_532, 6_129, "1,500 to 6,100"),
        (4_200, 16_800, "4,200 to 17,000"),
        (0, 995, "0 to 1,000"),
        (7, 99, "7 to 99"),
        (101, 104, "100"),
    ],
)
def test_an_assumption_bears_two_figures(low: int, high: int, says: str) -> None:
    assert rounded(Span(low, high)) == says
    assert money_rounded(Span(low * 10_000, high * 10_000)).endswith(
        rounded(Span(0, high * 100)).removeprefix("0 to ")
    )


def test_a_small_sum_keeps_its_hundredths() -> None:
    assert money_rounded(Span(650, 2_600)) == "6.50 to 26"


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2025-09-12", "12 September 2025"),
        ("soon", "soon"),
        ("", ""),
        ("2025-13-01", "2025-13-01"),
    ],
)
def test_a_date_is_written_out(date: str, says: str) -> None:
    assert day(date) == says
