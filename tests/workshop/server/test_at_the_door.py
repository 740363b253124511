"""Whoever waits for a screen is told for whom."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

from aiohttp import ClientSession

from tests.workshop.server.served import Served, served, until


async def follows(browser: ClientSession) -> Mapping[str, object]:
    """What the seat's page is told first."""
    async with browser.get("/seat/events") as answer:
        async for line in answer.content:
            if line.startswith(b"data: "):
                told: Mapping[str, object] = json.loads(line[len("data: ") :])
                return told
    raise AssertionError


async def looks(here: Served, browser: ClientSession) -> None:
    """Ask for the seat's screen."""
    screen = await browser.ws_connect("/seat/screen", headers=here.origin)
    here.at_last.push_async_callback(screen.close)


async def test_a_seat_is_told_how_many_get_their_screen_sooner() -> None:
    async with served() as here:
        ann, bob = await here.joined("Ann"), await here.joined("Bob")
        here.workshop.begin()
        door = here.hosting.door
        await asyncio.gather(door.enter(), door.enter())
        await looks(here, ann)
        await until(lambda: door.waiting == 1)
        await looks(here, bob)
        await until(lambda: door.waiting == 2)
        waiting = (await follows(ann))["before"], (await follows(bob))["before"]
        door.leave()
        await until(lambda: door.waiting < 2)
        view = here.hosting.views[here.seat("Ann")]
        await until(lambda: view.before is None)

        assert waiting == (0, 1)
        assert (await follows(ann))["before"] is None


async def test_the_page_of_a_screen_says_that_it_is_coming() -> None:
    async with served() as here:
        ann = await here.joined("Ann")
        here.workshop.begin()
        page = await (await ann.get("/seat/terminal")).text()

        assert "Your screen is coming." in page
