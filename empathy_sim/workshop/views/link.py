"""What is written to one browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import IntEnum
from typing import Protocol

MOST_QUEUED = 256 * 1024
"""Characters that wait for a browser; with more, all of them are dropped."""
MOST_AT_ONCE = 16 * MOST_QUEUED
"""Likewise while nothing is on its way: a whole screen may be large."""
CATCHES_UP_S = 0.25
"""Seconds between two whole screens that make good what was dropped."""
STALLED_S = 30.0
"""Seconds for which a browser may read nothing at all."""


class Closing(IntEnum):
    """Why a connection is closed, as the page is told."""

    LEAVING = 1001
    """The server stops; the page comes back by itself."""
    AGAINST_THE_RULES = 1008
    """The browser sent what no page of ours sends."""
    MOVED = 4001
    """Another tab shows this seat now."""
    OVER = 4002
    """The screen has ended by itself."""
    RESTARTED = 4003
    """The screen failed; the page comes back at once, to a new one."""
    RESTING = 4004
    """The screen failed several times; the page waits before it comes back."""
    TURNED_OVER = 4005
    """What opened this page opens it no more; the page goes on by another secret."""


class Wire(Protocol):
    """A connection to a browser."""

    async def send(self, frame: bytes) -> None:
        """Send one binary message; returns when there is room for another.

        Raises:
            OSError: the connection is gone.
        """
        ...

    def send_now(self, frame: bytes) -> bool:
        """Send one binary message if nothing stands before it; whether it was sent."""
        ...

    async def close(self, code: int, reason: str = "") -> None:
        """Close politely, with a code and perhaps some words for the page."""
        ...

    def abort(self) -> None:
        """Cut the connection at once."""
        ...


def nothing() -> None:
    """Do nothing."""


class Link:
    """Writes to one browser without ever making the writer wait.

    What is written until `flush`, or in one turn of the loop, is one frame. A browser
    that reads too slowly misses frames, and is shown the newest whole screen once it
    has caught up.
    """

    def __init__(
        self,
        wire: Wire,
        *,
        most_queued: int = MOST_QUEUED,
        stalled_s: float = STALLED_S,
    ) -> None:
        """Begin with nothing written; `run` sends."""
        self._wire = wire
        self._most_queued = most_queued
        self._stalled_s = stalled_s
        self._queue: list[str] = []
        self._queued = 0
        self._wake = asyncio.Event()
        self._closing: Closing | None = None
        self._reason = ""
        self._stopped = False
        self._sending = False
        self._behind = False
        self._catches_up_at = 0.0
        self.caught_up: Callable[[], None] = nothing
        """Called when frames were dropped and there is room for a whole screen."""

    @property
    def is_behind(self) -> bool:
        """Whether what is written now is dropped."""
        return self._behind

    @property
    def queued(self) -> int:
        """Characters that wait to be sent."""
        return self._queued

    @property
    def is_closing(self) -> bool:
        """Whether nothing more is taken."""
        return self._closing is not None or self._stopped

    def write(self, text: str) -> None:
        """Take a piece of the screen; it is sent, or dropped, later.

        Where nothing waits it is taken however large it is: a whole screen may be.
        """
        if self.is_closing or self._behind:
            return
        most = self._most_queued if self._sending else MOST_AT_ONCE
        if self._queue and self._queued + len(text) > most:
            self._behind = True
            self._forget()
        else:
            self._queue.append(text)
            self._queued += len(text)
        self._wake.set()

    def flush(self) -> None:
        """Send what waits at once, if the browser has read all that came before."""
        if not self._queue or self._sending or self.is_closing:
            return
        if self._wire.send_now(self._frame()):
            self._forget()

    def close(self, code: Closing, reason: str = "") -> None:
        """Send what waits, then close; whatever is written from now on is dropped."""
        if not self.is_closing:
            self._closing, self._reason = code, reason
            self._wake.set()

    async def run(self) -> None:
        """Send until the link is closed, the browser has gone or it stalls."""
        try:
            while self._closing is None or self._queue:
                await self._wake.wait()
                self._wake.clear()
                await self._send_what_waits()
                await self._catch_up()
            async with asyncio.timeout(self._stalled_s):
                await self._wire.close(self._closing, self._reason)
        except OSError:  # gone, or stalled: TimeoutError is one
            self._wire.abort()
        finally:
            self._stopped = True
            self._forget()
            self.caught_up = nothing

    async def _send_what_waits(self) -> None:
        if not self._queue:
            return
        frame = self._frame()
        self._forget()
        self._sending = True
        async with asyncio.timeout(self._stalled_s):
            await self._wire.send(frame)
        self._sending = False

    async def _catch_up(self) -> None:
        if not self._behind:
            return
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._catches_up_at - loop.time()))
        if self._closing is None:
            self._catches_up_at = loop.time() + CATCHES_UP_S
            self._behind = False
            self.caught_up()

    def _frame(self) -> bytes:
        return "".join(self._queue).encode("utf-8", "replace")

    def _forget(self) -> None:
        self._queue.clear()
        self._queued = 0
