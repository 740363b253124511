"""The first view leaves nothing behind."""

from __future__ import annotations

import asyncio

import pytest

from empathy_sim.workshop.views.showing import DRAWN
from empathy_sim.workshop.views.view import Outlet
from empathy_sim.workshop.views.warming import SETTLES_S, WARM_S, warm_up
from tests.workshop.views.view_fakes import FakeView

SCREENS = 5


class Made:
    """Makes views that draw, or do not, and keeps them."""

    def __init__(self, *, draws: bool = True, stubborn: bool = False) -> None:
        self.views: list[FakeView] = []
        self._draws = draws
        self._stubborn = stubborn

    def __call__(self, outlet: Outlet, width: int, height: int) -> FakeView:
        self.views.append(FakeView(outlet, width, height, draws=self._draws))
        self.views[-1].stubborn = self._stubborn
        return self.views[-1]


async def test_a_view_is_drawn_once_and_ended() -> None:
    made = Made()
    began = asyncio.get_running_loop().time()
    await warm_up(made, 90, 20)

    assert [view.told for view in made.views] == [[("made", 90, 20), "close"]]
    assert asyncio.get_running_loop().time() == began + SETTLES_S


async def test_one_that_goes_from_screen_to_screen_goes_to_its_end() -> None:
    made = Made()
    warming = asyncio.create_task(warm_up(made))
    began = asyncio.get_running_loop().time()
    for _ in range(SCREENS):
        await asyncio.sleep(0.9 * SETTLES_S)
        made.views[0].outlet.write("x" * DRAWN)
    made.views[0].close()
    await warming

    took = asyncio.get_running_loop().time() - began
    assert took == pytest.approx(SCREENS * 0.9 * SETTLES_S)


async def test_one_that_draws_nothing_is_not_waited_for_for_ever() -> None:
    made = Made(draws=False, stubborn=True)
    began = asyncio.get_running_loop().time()
    await warm_up(made)

    assert asyncio.get_running_loop().time() - began < 2 * WARM_S
    assert made.views[0].told[-1] == "close"


async def test_what_every_view_would_fail_by_is_told_before_anybody_joins() -> None:
    made = Made(draws=False)
    warming = asyncio.create_task(warm_up(made))
    await asyncio.sleep(1)
    made.views[0].fail()

    with pytest.raises(ZeroDivisionError):
        await warming
