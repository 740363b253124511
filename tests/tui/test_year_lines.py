"""What a year comes to, line by line."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.money import Span, YearLine
from empathy_sim.tui.widgets.debrief_year import line_of


@pytest.mark.parametrize(
    ("money", "says"),
    [
        (Span(0, 0), "Customers lost: 0."),
        (None, "Customers lost: 0."),
        (Span(0, 100_000), "Customers lost: 0, 0 to 1,000 in money."),
    ],
)
def test_nothing_is_not_put_in_money(money: Span | None, says: str) -> None:
    line = YearLine("lost", "customers lost", Span(0, 0), "customers", money, "Why.")

    assert line_of(line).plain == says
