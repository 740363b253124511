"""Harm that is meant to a room, in small."""

from __future__ import annotations

import asyncio

from aiohttp import ClientSession

from tests.workshop.server.abuses import ABUSES, abuse
from tests.workshop.server.served import KEYS, Served, StillView, served, until

EACH_S = 0.15


def cookie_of(here: Served, browser: ClientSession) -> str:
    """What somebody of the room holds: first to come in, then for the seat."""
    held = {each.key: each.value for each in browser.cookie_jar}
    names = (here.hosting.cookie("join"), here.hosting.cookie("seat"))
    return "; ".join(f"{name}={held[name]}" for name in names)


async def test_nobody_else_notices_who_means_harm() -> None:
    views: list[StillView] = []
    async with served(solo=True) as here:
        here.hosting.makers = lambda _seat: (
            lambda outlet, _w, _h: kept(views, StillView(outlet))
        )
        harmful = cookie_of(here, await here.joined("Mallory"))
        browser, typed = await here.joined("Ines"), ""
        async with browser.ws_connect("/seat/screen", headers=here.origin) as screen:
            await screen.receive()
            reading = asyncio.create_task(answered(screen))
            for number, kind in enumerate(ABUSES):
                harm = asyncio.create_task(abuse(kind, here.url, harmful, EACH_S))
                await screen.send_json(["stdin", str(number % 10)])
                typed += str(number % 10)
                await until(lambda: views[0].typed == typed)  # noqa: B023
                await harm
            assert not screen.closed
            reading.cancel()

        assert (await browser.get("/seat")).status == 200
        other = here.browser()
        assert (await other.get(f"/j/{KEYS.of('join')}")).status == 200
        assert len(here.hosting.doorkeeper) <= here.hosting.doorkeeper.from_one


def kept(views: list[StillView], view: StillView) -> StillView:
    views.append(view)
    return view


async def answered(screen: object) -> None:
    """Answer the server's pings."""
    async for _ in screen:  # type: ignore[attr-defined]
        pass
