"""Who holds everybody up is named."""

from __future__ import annotations

import asyncio
import sys
import threading

import pytest

from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.views.link import Link
from empathy_sim.workshop.views.view import Outlet, View
from empathy_sim.workshop.views.viewing import SeatView
from empathy_sim.workshop.views.watching import (
    ASKED_EVERY_S,
    LATE_S,
    NOBODY,
    UNANSWERED,
    BlockWatch,
    HangWatch,
)
from tests.workshop.views.view_fakes import FakeView, Tab, settle


class Blocked:
    """A watch over two seats, and what it says."""

    def __init__(self) -> None:
        outlet: Outlet = Link(Tab().wire)
        self.views = {name: FakeView(outlet, 80, 24) for name in ("Ann", "Bo")}
        self.said: list[tuple[str, int]] = []
        self.clock = ManualClock()
        self.told = threading.Event()
        self.watch = BlockWatch(
            lambda: list[tuple[str, View]](self.views.items()),
            self.hear,
            clock=self.clock,
        )

    def hear(self, name: str, milliseconds: int) -> None:
        self.said.append((name, milliseconds))
        self.told.set()


@pytest.fixture
async def blocked() -> Blocked:
    return Blocked()


async def test_a_loop_that_goes_on_is_nothing_to_tell(blocked: Blocked) -> None:
    for _ in range(10):
        blocked.clock.advance(250)
        blocked.watch.look(sys._getframe())
        blocked.watch.beat()

    assert blocked.said == []


async def test_the_seat_whose_view_holds_up_all_is_named_once(blocked: Blocked) -> None:
    blocked.views["Bo"].busy_in = sys._getframe()
    for _ in range(5):
        blocked.clock.advance(251)
        blocked.watch.look(sys._getframe())

    assert blocked.said == [("Bo", 251)]

    blocked.watch.beat()
    blocked.clock.advance(300)
    blocked.watch.look(sys._getframe())

    assert blocked.said == [("Bo", 251), ("Bo", 300)]


async def test_what_is_no_seats_work_is_the_servers(blocked: Blocked) -> None:
    blocked.clock.advance(400)
    blocked.watch.look(sys._getframe())

    assert blocked.said == [(NOBODY, 400)]


async def test_the_watch_sees_the_very_work_that_blocks(blocked: Blocked) -> None:
    running = asyncio.create_task(blocked.watch.run())
    await settle()
    blocked.views["Ann"].busy_in = sys._getframe()
    blocked.clock.advance(1_000)
    blocked.told.wait(60)  # the loop stands meanwhile
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert blocked.said == [("Ann", 1_000)]


class Hanging:
    """One seat whose view may answer nothing."""

    def __init__(self) -> None:
        self.views: list[FakeView] = []
        self.seat = SeatView("Ann", self.make)
        self.watch = HangWatch(lambda: [self.seat])

    def make(self, outlet: Outlet, width: int, height: int) -> FakeView:
        self.views.append(FakeView(outlet, width, height))
        return self.views[-1]


async def test_a_view_that_answers_is_left_alone() -> None:
    hanging, tab = Hanging(), Tab()
    hanging.seat.attach(tab.link, 80, 24)
    await settle()
    for _ in range(10):
        hanging.watch.ask()

    assert hanging.seat.view is hanging.views[0]


async def test_a_view_that_never_answers_is_made_anew() -> None:
    hanging, tab = Hanging(), Tab()
    hanging.seat.attach(tab.link, 80, 24)
    await settle()
    hanging.views[0].answers = False
    watching = asyncio.create_task(hanging.watch.run())
    await asyncio.sleep(ASKED_EVERY_S * (UNANSWERED + 2))
    watching.cancel()

    assert tab.wire.closed_with == 4003

    again = Tab()
    hanging.seat.attach(again.link, 80, 24)
    await settle()

    assert len(hanging.views) == 2


async def test_nobody_is_blamed_when_everybody_was_held_up() -> None:
    hanging, tab = Hanging(), Tab()
    hanging.seat.attach(tab.link, 80, 24)
    await settle()
    hanging.views[0].answers = False
    for _ in range(10):
        hanging.watch.ask(late=True)

    assert hanging.seat.view is hanging.views[0]
    assert LATE_S > 0
