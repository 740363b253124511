"""The tab that was opened last has the seat."""

from __future__ import annotations

import re

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse

from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.server.tabs import Tab, Tabs
from tests.workshop.server.line_browser import LineTab, on_hold, sits_down
from tests.workshop.server.served import Served, served

ANEW = 0
"""What a page says that somebody opens now, and that has no number yet."""
MOVED = 4001


async def opened(here: Served, browser: ClientSession) -> LineTab:
    """Another page with lines, which knows its number as soon as it is there."""
    page = await (await browser.get("/seat/lines")).text()
    tab = LineTab(here, browser)
    tab.number = number_on(page)
    return tab


def number_on(page: str) -> int:
    return int(re.findall(r'data-tab="(\d+)"', page)[0])


async def screen_of(
    here: Served, browser: ClientSession, number: int, path: str = "/seat/screen"
) -> ClientWebSocketResponse:
    """A terminal's line, by its page's number."""
    screen = await browser.ws_connect(f"{path}?tab={number}", headers=here.origin)
    here.at_last.push_async_callback(screen.close)
    return screen


async def ends_with(screen: ClientWebSocketResponse) -> int | None:
    """The code with which a terminal's line is closed."""
    while not (await screen.receive(timeout=30)).type.name.startswith("CLOS"):
        pass
    return screen.close_code


async def test_a_tab_that_comes_back_takes_no_seat_from_one_opened_since() -> None:
    async with served() as here:
        first = await sits_down(here)
        older = await (await opened(here, first.browser)).open()
        await older.leave()
        newer = await (await opened(here, first.browser)).open()
        await older.open()

        assert older.closed_with == MOVED
        await newer.type("help")
        assert newer.closed_with == 0


async def test_nor_when_the_newer_one_has_gone_for_a_moment() -> None:
    async with served() as here:
        first = await sits_down(here)
        older = await (await opened(here, first.browser)).open()
        await older.leave()
        newer = await (await opened(here, first.browser)).open()
        await newer.leave()
        await older.open()
        await newer.open()

        assert older.closed_with == MOVED
        await newer.type("help")


async def test_a_page_that_is_slow_to_connect_is_as_old_as_it_is() -> None:
    async with served() as here:
        first = await sits_down(here)
        slow = await opened(here, first.browser)
        newer = await (await opened(here, first.browser)).open()
        await slow.open()

        assert slow.closed_with == MOVED
        await newer.type("help")


async def test_whoever_goes_on_in_an_older_tab_has_the_newest() -> None:
    async with served() as here:
        first = await sits_down(here)
        older = await (await opened(here, first.browser)).open()
        newer = await (await opened(here, first.browser)).open()
        await older.until(lambda: False)
        older.number = ANEW
        await older.open()
        await newer.until(lambda: False)
        await older.leave()
        await older.open()
        await older.type("help")

        assert (older.number or 0) > (newer.number or 0)
        assert newer.closed_with == MOVED


async def test_an_older_tab_of_another_face_takes_no_seat_either() -> None:
    async with served() as here:
        lines = await on_hold(here)
        page = await (await lines.browser.get("/seat/terminal")).text()
        number = number_on(page)
        assert (await (await screen_of(here, lines.browser, number)).receive()).data
        newer = await (await opened(here, lines.browser)).open()
        again = await screen_of(here, lines.browser, number)

        assert await ends_with(again) == MOVED
        await newer.type("help")
        number = number_on(await (await lines.browser.get("/seat/terminal")).text())
        last = await screen_of(here, lines.browser, number)
        await newer.until(lambda: False)
        await newer.open()
        await last.send_json(["ping", "1"])

        assert newer.closed_with == MOVED
        assert not last.closed


async def test_a_tab_of_the_board_takes_no_place_of_a_newer_one() -> None:
    async with served() as here:
        here.hosting.board_maker = here.hosting.makers("")
        browser = await here.facilitator()
        pages = [await (await browser.get("/board")).text() for _ in range(2)]
        older, newer = map(number_on, pages)
        shown = await screen_of(here, browser, newer, "/board/screen")
        late = await screen_of(here, browser, older, "/board/screen")

        assert await ends_with(late) == MOVED
        assert (await shown.receive(timeout=30)).data == b"shown"


def test_numbers_go_on_where_a_server_before_left() -> None:
    clock = ManualClock()
    before = Tabs(clock.utc)
    older, newer = before.number(), before.number()
    clock.advance(60_000)
    after = Tabs(clock.utc)

    assert Tab(after, "a seat", str(newer)).takes()
    assert not Tab(after, "a seat", str(older)).takes()
    assert Tab(after, "another", str(older)).takes()
    assert Tab(after, "a seat", "").takes()
    assert not Tab(after, "a seat", str(newer)).takes()


@pytest.mark.parametrize("said", ["9" * 15, "9" * 40, "-1", "²", "x", " 5"])
def test_a_number_that_was_given_to_nobody_counts_as_none(said: str) -> None:
    tabs = Tabs(ManualClock().utc)
    assert Tab(tabs, "a seat", said).takes()

    assert Tab(tabs, "a seat", str(tabs.number())).takes()
