"""One browser that reads a seat's lines."""

from __future__ import annotations

import asyncio

from empathy_sim.workshop.views.link import Closing


class Reader:
    """Knows how far a browser has read, and whether it is to be sent away.

    Nothing waits for it: what it has not read stays with the seat.
    """

    def __init__(self, read: int) -> None:
        """Begin after a line's number; 0 for one that has read nothing."""
        self.read = read
        self.closing: Closing | None = None
        self._news = asyncio.Event()

    def wake(self) -> None:
        """Learn that there is something to read."""
        self._news.set()

    def close(self, code: Closing) -> None:
        """Learn why the connection is to be closed."""
        if self.closing is None:
            self.closing = code
            self._news.set()

    async def news(self) -> None:
        """Return when there is something to read, or nothing any more."""
        await self._news.wait()
        self._news.clear()
