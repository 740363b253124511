"""A journey is played in a browser."""

from __future__ import annotations

import asyncio

from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.hosting.hosted import hosted
from empathy_sim.tui.order import Play
from empathy_sim.workshop.views.link import MOST_QUEUED, STALLED_S
from empathy_sim.workshop.views.view import TALLEST, WIDEST
from empathy_sim.workshop.views.viewing import SeatNews, SeatView
from tests.tui.frame_house import FakeHouse
from tests.tui.hosting.hosted_stage import ESCAPES, until
from tests.workshop.views.view_fakes import Tab


class Hosted:
    """A seat that plays a story, and the browser it is in."""

    def __init__(self) -> None:
        self.house = FakeHouse()
        self.apps: list[EmpathyApp] = []
        self.failed: list[BaseException] = []
        self.seat = SeatView("Ann", hosted(self.app), SeatNews(failed=self.fail))
        self.tab = self.open(80, 24)

    def app(self) -> EmpathyApp:
        self.apps.append(EmpathyApp(self.house, Play("a-call")))
        return self.apps[-1]

    def fail(self, error: BaseException) -> None:
        self.failed.append(error)

    def open(self, width: int, height: int) -> Tab:
        tab = Tab()
        self.seat.attach(tab.link, width, height)
        return tab

    async def press(self, key: str) -> None:
        """Press a key, and wait until it has changed the screen."""
        seen = len(self.tab.wire.frames)
        self.seat.feed(self.tab.link, key)
        await until(lambda: len(self.tab.wire.frames) > seen)

    def shows(self, tab: Tab) -> str:
        return ESCAPES.sub("", tab.shows)


async def test_a_journey_is_shown_and_begun_by_a_key() -> None:
    hosted_seat = Hosted()
    tab = hosted_seat.tab
    await until(lambda: "Begin" in hosted_seat.shows(tab))
    before = len(tab.wire.frames)
    hosted_seat.seat.feed(tab.link, "\t")
    await until(lambda: len(tab.wire.frames) > before)

    assert hosted_seat.failed == []
    await hosted_seat.seat.close()
    assert tab.wire.closed_with == 4002


async def test_another_browser_is_shown_all_of_it_at_once() -> None:
    hosted_seat = Hosted()
    await until(lambda: "Begin" in hosted_seat.shows(hosted_seat.tab))
    hosted_seat.seat.detach(hosted_seat.tab.link)
    other = hosted_seat.open(80, 24)
    await until(lambda: "Begin" in hosted_seat.shows(other))

    assert len(hosted_seat.apps) == 1
    assert "Begin" in ESCAPES.sub("", other.wire.frames[0].decode())
    await hosted_seat.seat.close()


async def test_no_browser_makes_a_screen_that_nobody_can_look_at() -> None:
    hosted_seat = Hosted()
    await until(lambda: "Begin" in hosted_seat.shows(hosted_seat.tab))
    hosted_seat.seat.resize(hosted_seat.tab.link, 3_000, 3_000)
    await until(lambda: hosted_seat.apps[0].size == (WIDEST, TALLEST))
    hosted_seat.seat.resize(hosted_seat.tab.link, 0, -1)
    await until(lambda: hosted_seat.apps[0].size == (1, 1))
    hosted_seat.seat.resize(hosted_seat.tab.link, 80, 24)
    await until(lambda: hosted_seat.apps[0].size == (80, 24))

    assert hosted_seat.failed == []
    await hosted_seat.seat.close()


async def test_a_browser_that_reads_nothing_holds_up_nobody() -> None:
    slow, quick = Hosted(), Hosted()
    await until(lambda: "Begin" in slow.shows(slow.tab))
    await until(lambda: "Begin" in quick.shows(quick.tab))
    slow.tab.wire.stop_reading()
    largest = 0
    for number in range(10):
        slow.seat.resize(slow.tab.link, WIDEST - number, TALLEST)
        await asyncio.sleep(0.1)
        largest = max(largest, slow.tab.link.queued)
        await quick.press("\t")

    assert slow.tab.link.is_behind
    assert 0 < largest <= MOST_QUEUED

    seen = len(slow.tab.wire.frames)
    slow.tab.wire.read_on()
    await until(lambda: len(slow.tab.wire.frames) > seen)

    assert "Begin" in ESCAPES.sub("", slow.tab.wire.frames[-1].decode())
    slow.tab.wire.stop_reading()
    slow.seat.resize(slow.tab.link, 80, 24)
    await asyncio.sleep(STALLED_S + 1)
    assert slow.tab.wire.aborted
    await slow.seat.close()
    await quick.seat.close()
