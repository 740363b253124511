"""Which tab of a seat is the newest."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from aiohttp import web

from empathy_sim.workshop.views.link import Closing

NUMBER = "tab"
"""What the number is called where a page says it."""
_LONGEST = 15
_LAST_S = 2.0
"""Seconds in which a browser can say that it has heard why it is closed."""


class Tabs:
    """Numbers for tabs, in the order in which people opened them.

    A tab that lost its line comes back by itself, at any time. By its number it is told
    apart from one that somebody opens, and takes no seat from one opened after it.
    """

    def __init__(self, utc: Callable[[], str]) -> None:
        """Begin where nothing was shown.

        Args:
            utc: the wall's time, ISO 8601: numbers go on where a server before left.
        """
        self._utc = utc
        self._last = 0
        self._shown: dict[str, int] = {}

    def number(self) -> int:
        """A number for a tab that somebody opens now; greater than any before."""
        self._last = max(self._now(), self._last + 1)
        return self._last

    def known(self, said: str | None) -> int | None:
        """The number that a page says; None where it was never given one."""
        if not said or not said.isdecimal() or len(said) > _LONGEST:
            return None
        number = int(said)
        return number if number <= max(self._now(), self._last) else None

    def show(self, seat: str, number: int) -> bool:
        """Let a tab show a seat, unless a newer one has shown it."""
        if number < self._shown.get(seat, 0):
            return False
        self._shown[seat] = number
        return True

    def _now(self) -> int:
        return int(dt.datetime.fromisoformat(self._utc()).timestamp() * 1_000)


class Tab:
    """One tab that asks for a seat."""

    def __init__(self, tabs: Tabs, seat: str, said: str | None) -> None:
        """Learn what it says of itself.

        Args:
            tabs: all tabs of the room.
            seat: the seat that it asks for.
            said: its number; empty where somebody opens it now and it is to be told
                one, None where it keeps none.
        """
        known = tabs.known(said)
        self._tabs, self._seat = tabs, seat
        self._number = tabs.number() if known is None else known
        self._is_told = said is not None and known is None

    @classmethod
    def of(cls, request: web.Request, tabs: Tabs, seat: str) -> Self:
        """The tab that a request comes from."""
        return cls(tabs, seat, request.query.get(NUMBER))

    def takes(self) -> bool:
        """Take the seat, if it may; asked again at the moment of taking it."""
        return self._tabs.show(self._seat, self._number)

    async def greet(self, socket: web.WebSocketResponse) -> None:
        """Tell the page its number, where it has none."""
        if self._is_told:
            with suppress(OSError):  # gone already: whoever listens learns it too
                await socket.send_str(json.dumps([NUMBER, self._number]))


async def sent_away(socket: web.WebSocketResponse) -> web.WebSocketResponse:
    """Tell a page that its seat is open elsewhere."""
    await socket.close(code=Closing.MOVED)
    return socket


async def moved(request: web.Request) -> web.WebSocketResponse:
    """Answer a tab that asks for a seat which a newer one has shown."""
    socket = web.WebSocketResponse(timeout=_LAST_S)
    await socket.prepare(request)
    return await sent_away(socket)
