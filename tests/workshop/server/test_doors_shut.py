"""What was opened is shut again, at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from aiohttp import ClientError, ClientResponse, ClientSession, WSMsgType

from empathy_sim.workshop.room.seating import change_chair, change_secret
from empathy_sim.workshop.server.standing import MOST_EACH
from tests.workshop.server.served import served, until

WITHIN_S = 20.0
"""Ten times what it takes on a busy machine."""
SCREEN = "/seat/screen?width=80&height=24"


async def read_out(events: ClientResponse) -> None:
    """Return once a stream of events has ended, however it ends."""
    with suppress(ClientError):
        await events.content.read()


@asynccontextmanager
async def followed(browser: ClientSession, path: str) -> AsyncIterator[ClientResponse]:
    """A stream of events that has begun."""
    async with browser.get(path) as events:
        assert events.status == 200
        await events.content.readline()
        await events.content.readline()
        yield events
        events.close()


async def test_a_facilitator_whose_link_was_changed_sees_nothing_more() -> None:
    async with served() as here:
        browser = await here.facilitator()
        async with followed(browser, "/wall/events") as events:
            here.hosting.turn_over("facilitator")

            await asyncio.wait_for(read_out(events), WITHIN_S)
        assert (await browser.get("/board")).status == 401
        assert (await browser.get("/wall")).status == 401


async def test_a_wall_stays_when_another_link_is_changed() -> None:
    async with served() as here:
        browser = here.browser()
        await browser.get(f"/w/{here.hosting.keys.of('wall')}")
        async with followed(browser, "/wall/events") as events:
            here.hosting.turn_over("facilitator")
            here.workshop.sit("Ines")
            told = b""
            while b"seat taken" not in told:
                told = await events.content.readline()
                assert told


async def test_a_seat_that_was_taken_back_is_shut_on_every_screen() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        other = await here.joined("Omar")
        here.workshop.begin()
        async with (
            followed(browser, "/seat/events") as events,
            browser.ws_connect(SCREEN, headers=here.origin) as screen,
            other.ws_connect(SCREEN, headers=here.origin) as beside,
        ):
            await screen.receive()
            await beside.receive()
            change_secret(here.room, here.seat("Ines"))

            closed = await screen.receive(timeout=WITHIN_S)
            assert closed.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.ERROR}
            await asyncio.wait_for(read_out(events), WITHIN_S)
            assert (await browser.get("/seat")).status == 403
            assert not beside.closed
        assert here.hosting.views[here.seat("Omar")].name == here.seat("Omar")


async def test_whoever_sits_on_another_chair_leaves_the_old_one() -> None:
    async with served(solo=True) as here:
        browser = await here.joined("Ines")
        async with browser.ws_connect(SCREEN, headers=here.origin) as screen:
            await screen.receive()
            change_chair(here.room, here.seat("Ines"), "observer")

            closed = await screen.receive(timeout=WITHIN_S)
            assert closed.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.ERROR}
            assert (await browser.get("/seat")).status == 200


async def test_a_seat_follows_the_room_in_some_tabs_and_no_more() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        async with AsyncExitStack() as tabs:
            first, *_ = [
                await tabs.enter_async_context(followed(browser, "/seat/events"))
                for _ in range(MOST_EACH + 1)
            ]
            await asyncio.wait_for(read_out(first), WITHIN_S)
            await until(lambda: len(here.hosting.standing) == MOST_EACH)
        await until(lambda: len(here.hosting.standing) == 0)
