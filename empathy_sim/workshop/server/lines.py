"""The plays by lines of a room."""

from __future__ import annotations

import asyncio
from collections import deque

from aiohttp import web

from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.lines_seat import SeatLines
from empathy_sim.workshop.views.link import Closing
from empathy_sim.workshop.views.viewing import MANY_FAILURES, WITHIN_S


class Lines:
    """The plays by lines of a room, by seat; each lives as long as it is the seat's."""

    def __init__(self, hosting: Hosting) -> None:
        """Begin without any."""
        self._hosting = hosting
        self._plays: dict[str, tuple[SeatLines, asyncio.Task[None]]] = {}
        self._failures: dict[str, deque[float]] = {}

    def of(self, seat: str) -> SeatLines:
        """A seat's play, begun if need be.

        Raises:
            RoomRefused: the seat has no session, and can begin none now.
            StoreError: it cannot be opened.
        """
        if seat not in self._plays:
            lines = SeatLines(self._hosting.room, seat, self._hosting.attendance)
            playing = asyncio.create_task(lines.run())
            self._plays[seat] = lines, playing
            playing.add_done_callback(lambda done: self._over(lines, done))
        return self._plays[seat][0]

    def leave(self, seat: str) -> None:
        """Let another face have a seat; its story stands where it is."""
        if seat in self._plays:
            lines, playing = self._plays.pop(seat)
            lines.close(Closing.MOVED)
            playing.cancel()

    async def close(self) -> None:
        """Put all of them away."""
        plays, self._plays = tuple(self._plays.values()), {}
        for lines, playing in plays:
            lines.close(Closing.LEAVING)
            playing.cancel()
        await asyncio.gather(*(playing for _, playing in plays), return_exceptions=True)

    def _over(self, lines: SeatLines, done: asyncio.Task[None]) -> None:
        held = self._plays.get(lines.seat)
        if held is not None and held[0] is lines:
            del self._plays[lines.seat]
        failed = None if done.cancelled() else done.exception()
        if failed is not None:
            self._hosting.failed(failed)
            self._count_failure(lines.seat)
            lines.close(Closing.RESTARTED)

    def _count_failure(self, seat: str) -> None:
        now = asyncio.get_running_loop().time()
        failures = self._failures.setdefault(seat, deque(maxlen=MANY_FAILURES))
        failures.append(now)
        if len(failures) == MANY_FAILURES and now - failures[0] < WITHIN_S:
            self._hosting.attendance.troubled(seat, "The page of lines fails again.")


LINES = web.AppKey("lines", Lines)
