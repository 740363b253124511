"""Harm that is meant to a room, in small."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from empathy_sim.workshop.views.showing import DRAWN
from empathy_sim.workshop.views.view import Outlet
from tests.workshop.server.abuses import ABUSES, abuse
from tests.workshop.server.served import KEYS, Served, StillView, served, until

EACH_S = 0.15
OTHERS = ("Ines", "Ken", "Lea", "Noor", "Tom")
DRAWN_FIRST = "." * DRAWN
KEYS_EACH = 3
"""Keys that each of them presses during each kind of harm."""


class AnsweringView(StillView):
    """A view that draws a screen, then says again what is typed."""

    async def run(self) -> None:
        self.outlet.write(DRAWN_FIRST)
        await super().run()

    def feed(self, text: str) -> None:
        super().feed(text)
        for letter in text:
            self.outlet.write(f"<{letter}>")


class Bystander:
    """Somebody who presses a key, and the next once that is answered."""

    def __init__(self, screen: ClientWebSocketResponse) -> None:
        """Press nothing before the seat's screen is there."""
        self._screen = screen
        self.typed, self.shown = "", ""

    async def read(self) -> None:
        """See what comes, and answer the server's pings."""
        async for message in self._screen:
            if message.type is WSMsgType.BINARY:
                self.shown += message.data.decode()

    async def type(self, keys: int) -> None:
        """Press so many keys, each once the one before is answered."""
        for _ in range(keys):
            key = str(len(self.typed) % 10)
            await self._screen.send_json(["stdin", key])
            self.typed += key
            await until(lambda: self.shown == self.answered)

    @property
    def answered(self) -> str:
        """What is shown where every key is answered, once, and in order."""
        return DRAWN_FIRST + "shown" + "".join(f"<{key}>" for key in self.typed)


def cookie_of(here: Served, browser: ClientSession) -> str:
    """What somebody of the room holds: first to come in, then for the seat."""
    held = {each.key: each.value for each in browser.cookie_jar}
    names = (here.hosting.cookie("join"), here.hosting.cookie("seat"))
    return "; ".join(f"{name}={held[name]}" for name in names)


async def test_nobody_else_notices_who_means_harm() -> None:
    async with served(solo=True) as here:
        here.hosting.makers = lambda _seat: answering
        harmful = cookie_of(here, await here.joined("Mallory"))
        browsers = {label: await here.joined(label) for label in OTHERS}
        others = [await at_screen(here, each) for each in browsers.values()]
        reading = [asyncio.create_task(each.read()) for each in others]
        await until(lambda: all(each.shown == each.answered for each in others))
        for kind in ABUSES:
            harm = asyncio.create_task(abuse(kind, here.url, harmful, EACH_S))
            await asyncio.gather(*(each.type(KEYS_EACH) for each in others))
            await harm
        assert not any(task.done() for task in reading)
        for task in reading:
            task.cancel()

        for each in others:
            assert len(each.typed) == KEYS_EACH * len(ABUSES)
            assert each.shown == each.answered
        await the_room_is_as_it_was(here, browsers)


def answering(outlet: Outlet, width: int, height: int) -> AnsweringView:
    del width, height
    return AnsweringView(outlet)


async def at_screen(here: Served, browser: ClientSession) -> Bystander:
    """Open somebody's screen, for as long as the room is served."""
    screen = await browser.ws_connect("/seat/screen", headers=here.origin)
    here.at_last.push_async_callback(screen.close)
    return Bystander(screen)


async def the_room_is_as_it_was(
    here: Served, browsers: Mapping[str, ClientSession]
) -> None:
    """Everybody's page opens, the door is open, and nobody holds more of it."""
    for each in browsers.values():
        assert (await each.get("/seat")).status == 200
    other = here.browser()
    assert (await other.get(f"/j/{KEYS.of('join')}")).status == 200
    assert len(here.hosting.doorkeeper) <= here.hosting.doorkeeper.from_one
