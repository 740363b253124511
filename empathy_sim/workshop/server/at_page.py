"""Whether somebody is at a page around the story."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from aiohttp import web

from empathy_sim.journey.units import SECOND
from empathy_sim.workshop.room.clocks import GONE_MS
from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.listened import A_QUESTION, listened
from empathy_sim.workshop.server.seats import seat_of
from empathy_sim.workshop.server.spending import Allowance, Limits
from empathy_sim.workshop.views.link import Closing

PING_S = 1.5
"""Three in the time after which somebody is taken to have gone."""
LIMITS = Limits(largest=64, silent_s=GONE_MS / SECOND)
ASKS = "here"
"""What a page sends that wants to know whether its line still stands."""


async def at_page(request: web.Request) -> web.StreamResponse:
    """Hold a line by which a page is heard; whoever is silent for long is not here.

    A browser answers it by itself, in a tab behind others too, and answers no more
    where the device sleeps or is out of reach.
    """
    hosting, seat = seat_of(request)
    socket = web.WebSocketResponse(
        autoping=False, compress=False, max_msg_size=LIMITS.largest, timeout=2.0
    )
    await socket.prepare(request)
    line = PageLine(request, socket, hosting)
    pinging = asyncio.create_task(line.ping())
    hosting.attendance.opened(seat.id)
    try:
        await line.listen()
    finally:
        hosting.attendance.shut(seat.id)
        pinging.cancel()
        await asyncio.gather(pinging, return_exceptions=True)
    return socket


class PageLine:
    """The line of one page."""

    def __init__(
        self, request: web.Request, socket: web.WebSocketResponse, hosting: Hosting
    ) -> None:
        """Begin as if it had just been heard."""
        self._request, self._socket, self._hosting = request, socket, hosting
        self._loop = asyncio.get_running_loop()
        self._heard_s = self._loop.time()
        self._allowance = Allowance(LIMITS, self._heard_s)

    async def listen(self) -> None:
        """Take signs of life until it goes, or sends what no page of ours sends."""
        kept = await listened(
            self._socket, take=self._take, pace=self._pace, heard=self._is_there
        )
        if not kept:
            await self._socket.close(code=Closing.AGAINST_THE_RULES)

    async def ping(self) -> None:
        """Ask whether it is there; cut it off when it is not, or the server stops."""
        pinged_s = self._heard_s
        with suppress(OSError):
            while self._loop.time() - self._heard_s < LIMITS.silent_s:
                await self._hosting.changes.wait(PING_S)
                if self._hosting.is_closing:
                    await self._socket.close(code=Closing.LEAVING)
                    return
                if self._loop.time() - pinged_s >= PING_S:
                    pinged_s = self._loop.time()
                    await self._socket.ping()
        if self._request.transport is not None:
            self._request.transport.abort()

    def _is_there(self) -> None:
        self._heard_s = self._loop.time()

    async def _take(self, text: str) -> bool:
        """Answer the one question that there is; whether it was that."""
        self._is_there()
        if text != ASKS:
            return False
        await self._socket.send_str(ASKS)
        return await self._pace(A_QUESTION)

    async def _pace(self, keys: float) -> bool:
        """Listen no faster than is allowed; whether it can still be a page."""
        seconds = self._allowance.spend(keys, self._loop.time())
        if seconds:
            await asyncio.sleep(seconds)
        return not self._allowance.is_abused(self._loop.time())
