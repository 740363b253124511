"""A dead link shuts out nobody who sits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from empathy_sim.errors import StoreUnwritable
from empathy_sim.workshop.server.boards import BOARD, turn_over
from empathy_sim.workshop.views.view import Outlet, View
from tests.workshop.server.served import Served, StillView, served, words_of

WITHIN_S = 60.0
SCREEN = "/seat/screen?width=80&height=24"
BOARDS = "/board/screen?width=80&height=24"


@asynccontextmanager
async def with_board() -> AsyncIterator[Served]:
    """A served room that has a board."""

    def make(outlet: Outlet, width: int, height: int) -> View:
        del width, height
        return StillView(outlet)

    async with served() as here:
        here.hosting.board_maker = make
        yield here


async def shown(screen: ClientWebSocketResponse) -> None:
    """Return once a screen has been drawn."""
    frame = await screen.receive(timeout=WITHIN_S)
    assert frame.type == WSMsgType.BINARY


async def ended(screen: ClientWebSocketResponse) -> tuple[int | None, str]:
    """How a screen ends: its code, and what is told with it."""
    while True:
        frame = await screen.receive(timeout=WITHIN_S)
        if frame.type == WSMsgType.CLOSE:
            return frame.data, str(frame.extra or "")
        if frame.type in {WSMsgType.CLOSED, WSMsgType.ERROR}:
            return None, ""


async def opens(here: Served, link: str) -> int:
    return (await here.browser().get(link)).status


async def test_whoever_sits_keeps_the_seat_when_the_way_in_is_another() -> None:
    async with with_board() as here:
        seated = await here.joined("Ines")
        writing = here.browser()
        old, code = here.hosting.keys.of("join"), here.hosting.keys.code
        await writing.get(f"/j/{old}")
        here.workshop.begin()
        async with seated.ws_connect(SCREEN, headers=here.origin) as screen:
            await shown(screen)
            turn_over(here.hosting, "join", from_tab=False)
            await screen.send_str('["stdin", "a"]')
            await screen.send_str('["ping", "1"]')
            answer = await screen.receive(timeout=WITHIN_S)
            view = here.hosting.views[here.seat("Ines")].view
            assert isinstance(view, StillView)
            assert (answer.data, view.typed) == ('["pong", "1"]', "a")
        assert (await seated.get("/seat")).status == 200

        new = here.hosting.keys
        assert await opens(here, f"/j/{old}") == 403
        assert (await writing.get("/join")).status == 401
        typed = await here.browser().post(
            "/", data={"code": code}, headers=here.origin, allow_redirects=False
        )
        assert typed.status == 403
        assert await opens(here, f"/j/{new.of('join')}") == 200
        assert new.code != code


async def test_the_wall_shows_the_new_code_by_itself() -> None:
    async with with_board() as here:
        browser = here.browser()
        await browser.get(f"/w/{here.hosting.keys.of('wall')}")
        async with browser.get("/wall/events") as events:
            await events.content.readline()
            turn_over(here.hosting, "join", from_tab=True)
            code = here.hosting.keys.code
            told = b""
            while f"{code[:3]} {code[3:]}".encode() not in told:
                told = await asyncio.wait_for(events.content.readline(), WITHIN_S)
                assert told
            events.close()


async def test_a_browser_at_the_board_goes_over_to_its_new_link() -> None:
    async with with_board() as here:
        tab, other = await here.facilitator(), await here.facilitator()
        old = here.hosting.keys.of("facilitator")
        async with (
            tab.ws_connect(BOARDS, headers=here.origin) as screen,
            other.get("/wall/events") as beside,
        ):
            await shown(screen)
            turn_over(here.hosting, "facilitator", from_tab=True)

            code, secret = await ended(screen)
            assert code == 4005
            assert secret == here.hosting.keys.of("facilitator") != old
            with pytest.raises(Exception, match=r"payload|closed|lost|disconnect"):
                await asyncio.wait_for(beside.content.read(), WITHIN_S)
        assert await opens(here, f"/f/{old}") == 403
        assert (await other.get("/board")).status == 401
        assert (await tab.get("/board")).status == 401

        assert (await tab.get(f"/f/{secret}")).status == 200
        kept = here.hosting.views[BOARD].view
        async with tab.ws_connect(BOARDS, headers=here.origin) as screen:
            await shown(screen)
            assert here.hosting.views[BOARD].view is kept


async def test_a_board_in_a_browser_is_cut_where_the_terminals_changes_its_link() -> (
    None
):
    async with with_board() as here:
        tab = await here.facilitator()
        async with tab.ws_connect(BOARDS, headers=here.origin) as screen:
            await shown(screen)
            turn_over(here.hosting, "facilitator", from_tab=False)

            assert await ended(screen) != (4005, here.hosting.keys.of("facilitator"))
        assert (await tab.get("/board")).status == 401


async def at_wall(here: Served) -> ClientSession:
    browser = here.browser()
    await browser.get(f"/w/{here.hosting.keys.of('wall')}")
    return browser


async def test_a_wall_goes_dark_and_says_where_the_new_link_is() -> None:
    async with with_board() as here:
        browser, old = await at_wall(here), here.hosting.keys.of("wall")
        seated = await here.joined("Ines")
        turn_over(here.hosting, "wall", from_tab=True)

        gone = await browser.get("/wall")
        assert gone.status == 401
        assert "the link that was printed where the workshop" in await words_of(gone)
        assert await opens(here, f"/w/{old}") == 403
        assert (await (await at_wall(here)).get("/wall")).status == 200
        assert (await (await here.facilitator()).get("/wall")).status == 200
        assert (await seated.get("/seat")).status == 200


@pytest.mark.parametrize("purpose", ["join", "wall", "poll", "facilitator"])
async def test_a_link_that_cannot_be_kept_stays_the_old_one(
    purpose: Literal["join", "wall", "poll", "facilitator"],
) -> None:
    def refuses(keys: object) -> None:
        del keys
        raise StoreUnwritable(path=Path("/there"), why="it is full")

    async with with_board() as here:
        here.hosting.keep_keys = refuses
        tab = await here.facilitator()
        before = here.hosting.keys
        async with tab.ws_connect(BOARDS, headers=here.origin) as screen:
            await shown(screen)
            with pytest.raises(StoreUnwritable):
                turn_over(here.hosting, purpose, from_tab=True)
            await screen.send_str('["ping", "1"]')
            assert (await screen.receive(timeout=WITHIN_S)).data == '["pong", "1"]'

    assert here.hosting.keys == before
