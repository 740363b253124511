"""Home says what was promised and is due."""

from __future__ import annotations

import pytest

from empathy_sim.tui.screens.home import NAME
from tests.tui.frame_house import FakeHouse, desk

DUE = "You promised: If a customer calls twice, then I will ring. What came of it?"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_home_says_in_a_line_what_is_due(size: tuple[int, int]) -> None:
    async with desk(FakeHouse(is_due=DUE), size=size) as at:
        await at.until(lambda seat: "You promised" in seat.seen)

        shown = " ".join(at.seen.split())
        assert f"{DUE} empathy-sim routine return" in shown
        assert "A call" in shown


async def test_home_says_nothing_of_promises_where_none_is_due() -> None:
    async with desk(FakeHouse()) as at:
        await at.until(lambda seat: NAME in seat.seen)
        await at.pilot.pause()

        assert not at.screen.query_one("#due").display


async def test_a_long_promise_leaves_home_its_shelf() -> None:
    async with desk(FakeHouse(is_due=f"You promised: {'very ' * 400}")) as at:
        await at.until(lambda seat: "You promised" in seat.seen)

        assert at.screen.query_one("#due").size.height <= 2
        assert "A call" in at.seen
