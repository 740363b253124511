"""A line that can fall silent without being closed."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter, Task
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

_A_PIECE = 64 * 1024


class Way:
    """One connection through a line: a browser's half, and the server's."""

    def __init__(self, front: StreamWriter, back: StreamWriter) -> None:
        """Begin with both halves open."""
        self._front, self._back = front, back
        self.is_silent = False
        self.is_left_by_server = False

    async def outwards(self, server: StreamReader) -> None:
        """Pass on what the server says, until it closes its half."""
        await self._pass_on(server, self._front)
        self.is_left_by_server = True

    async def inwards(self, browser: StreamReader) -> None:
        """Pass on what the browser says, until it goes."""
        await self._pass_on(browser, self._back)

    async def _pass_on(self, said: StreamReader, to: StreamWriter) -> None:
        with suppress(OSError):
            while piece := await said.read(_A_PIECE):
                if not self.is_silent:
                    to.write(piece)
                    await to.drain()

    def close(self) -> None:
        """Close both halves."""
        self._front.transport.abort()
        self._back.transport.abort()


class Line:
    """What lies between one browser and a server, as a network does.

    Once it has fallen silent, whatever is said over a connection vanishes, and neither
    side learns that the other has closed it. Connections that are made later pass.
    """

    def __init__(self, port: int) -> None:
        """Lead to a server's port."""
        self._leads_to = port
        self._ways: set[Way] = set()
        self._taking: set[Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """Where a browser connects."""
        if self._server is None:
            raise RuntimeError
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    @property
    def hanging(self) -> int:
        """Silent connections which the server has not cut off."""
        return sum(way.is_silent and not way.is_left_by_server for way in self._ways)

    def fall_silent(self) -> None:
        """Lose everything that is said over what is connected now."""
        for way in self._ways:
            way.is_silent = True

    async def open(self) -> None:
        """Take connections."""
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)

    async def close(self) -> None:
        """Close everything."""
        if self._server is not None:
            self._server.close()
        for each in self._taking:
            each.cancel()
        await asyncio.gather(*self._taking, return_exceptions=True)

    def _take(self, browser: StreamReader, front: StreamWriter) -> None:
        task = asyncio.create_task(self._carry(browser, front))
        self._taking.add(task)
        task.add_done_callback(self._taking.discard)

    async def _carry(self, browser: StreamReader, front: StreamWriter) -> None:
        try:
            server, back = await asyncio.open_connection("127.0.0.1", self._leads_to)
        except OSError:
            front.transport.abort()
            return
        way = Way(front, back)
        halves = [
            asyncio.create_task(way.inwards(browser)),
            asyncio.create_task(way.outwards(server)),
        ]
        self._ways.add(way)
        try:
            await asyncio.wait(halves, return_when=asyncio.FIRST_COMPLETED)
            if way.is_silent:
                await asyncio.wait(halves)
        finally:
            for half in halves:
                half.cancel()
            self._ways.discard(way)
            way.close()


@asynccontextmanager
async def lines_to(port: int, count: int) -> AsyncIterator[Sequence[Line]]:
    """So many lines to one server."""
    lines = [Line(port) for _ in range(count)]
    try:
        for each in lines:
            await each.open()
        yield lines
    finally:
        for each in lines:
            await each.close()
