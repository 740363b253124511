"""A terminal's screen over a websocket."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import assert_never

from aiohttp import web

from empathy_sim.workshop.server.listened import A_QUESTION, listened
from empathy_sim.workshop.server.packets import (
    Asked,
    Focused,
    Packet,
    Resized,
    Typed,
    packet_of,
)
from empathy_sim.workshop.server.parting import PARTS
from empathy_sim.workshop.server.spending import (
    MOST_KEYS,
    Allowance,
    Limits,
    Weighing,
)
from empathy_sim.workshop.server.tabs import Tab, sent_away
from empathy_sim.workshop.views.link import Closing, Link
from empathy_sim.workshop.views.viewing import SeatView

PING_S = 0.5
"""A seat's clock stands a second after the last sign: one ping may be lost."""
LAST_S = 5.0
"""Seconds in which a browser can be told why it is closed."""
SIZE = (80, 24)
"""Columns and rows where a page says none."""
A_RESIZE, A_FOCUS = 5.0, 3.0
"""What they cost, in keys."""


async def screen_socket(
    request: web.Request,
    seat_view: SeatView,
    *,
    tab: Tab | None = None,
    limits: Limits | None = None,
) -> web.WebSocketResponse:
    """Show a seat's screen in the browser that asks for it, until it goes.

    Whoever calls has made sure that the browser may see this seat.

    Args:
        request: asks for the upgrade; `width` and `height` are the terminal's.
        seat_view: the seat's screen.
        tab: which tab asks; where a newer one has shown the seat, it is told so.
        limits: what one browser may ask for.
    """
    limits = limits or Limits()
    socket = web.WebSocketResponse(
        autoping=False, compress=False, max_msg_size=limits.largest, timeout=2.0
    )
    await socket.prepare(request)
    if tab is not None and not tab.takes():
        return await sent_away(socket)
    wire = SocketWire(request, socket)
    link = Link(wire)
    request[PARTS] = lambda: link.is_closing
    browser = Browser(socket, wire, seat_view, link, limits)
    writing = asyncio.create_task(link.run())
    pinging = asyncio.create_task(browser.ping())
    seat_view.attach(link, _number(request, "width"), _number(request, "height"))
    try:
        if tab is not None:
            await tab.greet(socket)
        await browser.listen()
    finally:
        seat_view.detach(link)
        pinging.cancel()
        await _closed(link, writing)
        await asyncio.gather(pinging, return_exceptions=True)
    return socket


async def _closed(link: Link, writing: asyncio.Task[None]) -> None:
    """Return when a link has said its last, or has had the time to."""
    if link.is_closing:
        await asyncio.wait((writing,), timeout=LAST_S)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)


def _number(request: web.Request, name: str) -> int:
    """A number of the query, or what stands for it."""
    said = request.query.get(name, "")
    otherwise = SIZE[name == "height"]
    return int(said) if said.isdecimal() and len(said) <= len("9999") else otherwise


class SocketWire:
    """A websocket as something to write frames to."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self._request = request
        self._socket = socket

    async def send(self, frame: bytes) -> None:
        await self._socket.send_bytes(frame)

    def send_now(self, frame: bytes) -> bool:
        transport = self._request.transport
        if transport is None or transport.get_write_buffer_size():
            return False
        sending = self._socket.send_bytes(frame)
        try:
            # With nothing before it, it is written before it waits for anything.
            sending.send(None)
        except StopIteration:
            return True
        except OSError:
            return False
        sending.close()
        return True

    async def close(self, code: int, reason: str = "") -> None:
        await self._socket.close(code=code, message=reason.encode())

    def abort(self) -> None:
        if self._request.transport is not None:
            self._request.transport.abort()


class Browser:
    """One browser that shows a seat: what it sends, and whether it is there."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        wire: SocketWire,
        seat_view: SeatView,
        link: Link,
        limits: Limits,
    ) -> None:
        """Begin as if it had just been heard."""
        self._socket = socket
        self._wire = wire
        self._seat_view = seat_view
        self._link = link
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        self._heard_s = self._loop.time()
        self._weighing = Weighing()
        self._allowance = Allowance(limits, self._heard_s)

    async def listen(self) -> None:
        """Take what it sends, as fast as it is allowed to, until it goes."""
        kept = await listened(
            self._socket, take=self._take, pace=self._pace, heard=self._is_there
        )
        if not kept:
            self._link.close(Closing.AGAINST_THE_RULES)

    async def ping(self) -> None:
        """Ask twice a second whether it is there; cut it off when it is not."""
        with suppress(OSError):
            while self._loop.time() - self._heard_s < self._limits.silent_s:
                await asyncio.sleep(PING_S)
                await self._socket.ping()
        if not self._link.is_closing:
            self._wire.abort()

    def _is_there(self) -> None:
        self._heard_s = self._loop.time()
        self._seat_view.heard(self._link)

    async def _take(self, text: str) -> bool:
        """Take a message; whether it was one that a page of ours sends."""
        self._is_there()
        packet = packet_of(text)
        if packet is None:
            return False
        keys = self._keys(packet)
        if keys > MOST_KEYS:
            return False
        await self._do(packet)
        return await self._pace(keys)

    def _keys(self, packet: Packet) -> float:
        """What a packet costs, in keys."""
        match packet:
            case Typed(text=text):
                return self._weighing.keys(text)
            case Resized():
                return A_RESIZE
            case Focused():
                return A_FOCUS
            case Asked():
                return A_QUESTION
            case _:
                assert_never(packet)

    async def _do(self, packet: Packet) -> None:
        view, link = self._seat_view, self._link
        match packet:
            case Typed(text=text):
                view.feed(link, text)
            case Resized(width=width, height=height):
                view.resize(link, width, height)
            case Focused(here=here):
                view.focus(link, here=here)
            case Asked(mark=mark):
                await self._socket.send_str(json.dumps(["pong", mark]))
            case _:
                assert_never(packet)

    async def _pace(self, keys: float) -> bool:
        """Listen no faster than is allowed; whether it can still be a person."""
        seconds = self._allowance.spend(keys, self._loop.time())
        if seconds:
            await asyncio.sleep(seconds)
        return not self._allowance.is_abused(self._loop.time())
