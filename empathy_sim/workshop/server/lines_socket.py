"""A seat's lines over a websocket."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from aiohttp import web
from msgspec import DecodeError, Struct, ValidationError
from msgspec.json import decode, encode

from empathy_sim.workshop.server.lines_reader import Reader
from empathy_sim.workshop.server.lines_seat import SeatLines
from empathy_sim.workshop.server.lines_typed import TypedLine
from empathy_sim.workshop.server.listened import A_QUESTION, listened
from empathy_sim.workshop.server.spending import Allowance, Limits
from empathy_sim.workshop.server.tabs import Tab, sent_away
from empathy_sim.workshop.views.link import Closing

PING_S = 0.5
STALLED_S = 30.0
"""Seconds for which a browser may read nothing at all."""
LIMITS = Limits(largest=8 * 1024)
A_LINE, CHARACTERS = 3.0, 50
"""What a line and a question cost, in keys, and how many characters cost as one."""
LONGEST_LINE, LONGEST_MARK = 2_000, 32
_MOST = 10**9


class Sent(Struct, frozen=True, forbid_unknown_fields=True):
    """What a page of ours sends: a line, or the question whether anybody is there."""

    line: str | None = None
    mark: str = ""
    turn: int | None = None
    here: int | None = None


class Attending(NamedTuple):
    """What is told of a browser's signs of life."""

    heard: Callable[[], None]
    gone: Callable[[], None]


async def line_socket(
    request: web.Request,
    lines: SeatLines,
    attending: Attending,
    *,
    tab: Tab | None = None,
    limits: Limits = LIMITS,
) -> web.WebSocketResponse:
    """Let a browser read a seat's lines and type, until it goes.

    Whoever calls has made sure that the browser may play this seat.

    Args:
        request: asks for the upgrade; `run` and `read` say how far it has read.
        lines: the seat's play.
        attending: is told that the browser is there, and that it is not.
        tab: which tab asks; where a newer one has shown the seat, it is told so.
        limits: what one browser may ask for.
    """
    socket = web.WebSocketResponse(
        autoping=False, compress=False, max_msg_size=limits.largest, timeout=2.0
    )
    await socket.prepare(request)
    if tab is not None and not tab.takes():
        return await sent_away(socket)
    read = request.query.get("read", "")
    number = int(read) if read.isdecimal() and len(read) <= len(str(_MOST)) else 0
    reader = Reader(lines.since(request.query.get("run", ""), number))
    page = LinePage(request, socket, lines, reader, attending, limits)
    beside = [asyncio.create_task(each) for each in (page.tell(), page.ping())]
    attending.heard()
    lines.attach(reader)
    try:
        if tab is not None:
            await tab.greet(socket)
        await page.listen()
    finally:
        if lines.is_read_by(reader):
            lines.detach(reader)
            attending.gone()
        if reader.closing is not None:
            await asyncio.wait(beside[:1], timeout=2.0)
        for each in beside:
            each.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
    return socket


class LinePage:
    """One browser with a page of lines."""

    def __init__(
        self,
        request: web.Request,
        socket: web.WebSocketResponse,
        lines: SeatLines,
        reader: Reader,
        attending: Attending,
        limits: Limits,
    ) -> None:
        """Begin as if it had just been heard."""
        self._request, self._socket = request, socket
        self._lines, self._reader = lines, reader
        self._attending, self._limits = attending, limits
        self._loop = asyncio.get_running_loop()
        self._heard_s = self._loop.time()
        self._allowance = Allowance(limits, self._heard_s)

    async def listen(self) -> None:
        """Take what it sends, as fast as it is allowed to, until it goes."""
        kept = await listened(
            self._socket, take=self._take, pace=self._pace, heard=self._is_there
        )
        if not kept:
            self._reader.close(Closing.AGAINST_THE_RULES)

    async def tell(self) -> None:
        """Send whatever is new, until the connection is to be closed."""
        with suppress(OSError):
            while self._reader.closing is None:
                await self._reader.news()
                async with asyncio.timeout(STALLED_S):
                    told = encode(self._lines.telling(self._reader))
                    await self._socket.send_str(told.decode())
            await self._socket.close(code=self._reader.closing)
            return
        self._abort()

    async def ping(self) -> None:
        """Ask twice a second whether it is there; cut it off when it is not."""
        with suppress(OSError):
            while self._loop.time() - self._heard_s < self._limits.silent_s:
                await asyncio.sleep(PING_S)
                await self._socket.ping()
        if self._reader.closing is None:
            self._abort()

    def _abort(self) -> None:
        if self._request.transport is not None:
            self._request.transport.abort()

    def _is_there(self) -> None:
        self._heard_s = self._loop.time()
        if self._lines.is_read_by(self._reader):
            self._attending.heard()

    async def _take(self, text: str) -> bool:
        """Take a message; whether it was one that a page of ours sends."""
        self._is_there()
        try:
            sent = decode(text, type=Sent)
        except (DecodeError, ValidationError, RecursionError):
            return False
        match sent:
            case Sent(line=None, here=int(number)) if abs(number) < _MOST:
                await self._socket.send_str(encode({"here": number}).decode())
                return await self._pace(A_QUESTION)
            case Sent(line=str(line), mark=mark, here=None):
                if len(line) > LONGEST_LINE or not 0 < len(mark) <= LONGEST_MARK:
                    return False
                if self._lines.is_read_by(self._reader):
                    self._lines.type(TypedLine(line, mark, sent.turn))
                return await self._pace(A_LINE + len(line) / CHARACTERS)
            case _:
                return False

    async def _pace(self, keys: float) -> bool:
        """Listen no faster than is allowed; whether it can still be a person."""
        seconds = self._allowance.spend(keys, self._loop.time())
        if seconds:
            await asyncio.sleep(seconds)
        return not self._allowance.is_abused(self._loop.time())
