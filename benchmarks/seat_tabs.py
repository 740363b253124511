"""Browsers that join, type and notice answers."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from benchmarks.keypad_drawn import keys_drawn

if TYPE_CHECKING:
    from benchmarks.seat_servers import Door

PAINTED = b"Hang up"
"""What is on the screen once it is whole."""
KEYS = "123456789"
QUIT = "\x11"
"""Ctrl+Q, which closes the program."""
LEFT, TOP, HIGH = 68, 7, 3
"""Where the phone's keys are drawn in a window of 100 by 30."""
LOST_S = 30.0
"""Seconds after which a key is lost."""
KEPT = 64
"""Bytes of the end of a frame in which the next may continue."""


answers = keys_drawn(LEFT, [TOP + 1 + HIGH * row for row in range(3)])
"""The keys that a frame answers."""


@dataclass
class Tab:
    """One browser that shows a seat."""

    socket: ClientWebSocketResponse
    began: float
    painted: asyncio.Future[float]
    """Milliseconds from opening to the whole screen."""
    latencies_ms: list[float] = field(default_factory=list)
    typed: int = 0
    _waiting: dict[str, deque[float]] = field(
        default_factory=lambda: defaultdict(deque)
    )
    _end: bytes = b""

    @property
    def lost(self) -> int:
        """Keys that nothing answered."""
        return sum(len(each) for each in self._waiting.values())

    async def press(self) -> None:
        """Press the next key of the phone."""
        key = KEYS[self.typed % len(KEYS)]
        self.typed += 1
        self._waiting[key].append(time.perf_counter())
        await self.socket.send_json(["stdin", key])

    async def read(self) -> None:
        """Take what comes until the server closes."""
        async for message in self.socket:
            if message.type == WSMsgType.BINARY:
                self._take(bytes(message.data), time.perf_counter())

    def _take(self, frame: bytes, now: float) -> None:
        text, self._end = self._end + frame, frame[-KEPT:]
        if not self.painted.done():
            if PAINTED in text:
                self.painted.set_result((now - self.began) * 1_000)
            return
        for found in answers(frame):
            waiting = self._waiting[found]
            if waiting:
                self.latencies_ms.append((now - waiting.popleft()) * 1_000)

    async def settle(self) -> None:
        """Wait until every key is answered, or lost."""
        for _ in range(int(LOST_S * 10)):
            if not self.lost:
                return
            await asyncio.sleep(0.1)


class Tabs:
    """All browsers of a measurement."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session
        self._reading: dict[int, asyncio.Task[None]] = {}
        self.open: list[Tab] = []

    async def join(self, door: Door) -> Tab:
        """Open a seat's page and its screen; `painted` tells when it is whole."""
        began = time.perf_counter()
        async with self._session.get(door.page, headers=door.headers) as answer:
            answer.raise_for_status()
            await answer.read()
        socket = await self._session.ws_connect(
            door.screen, headers=door.headers, max_msg_size=0
        )
        painted = asyncio.get_running_loop().create_future()
        tab = Tab(socket, began, painted)
        self._reading[id(tab)] = asyncio.create_task(tab.read())
        self.open.append(tab)
        return tab

    async def leave(self, tab: Tab) -> None:
        """Close a browser."""
        await tab.socket.close()
        await self._reading.pop(id(tab))
        self.open.remove(tab)

    async def quit(self, tab: Tab) -> None:
        """Close the program in a browser, as a person may, and wait until it is."""
        await tab.socket.send_json(["stdin", QUIT])
        async with asyncio.timeout(LOST_S):
            await self._reading[id(tab)]
        await self.leave(tab)

    async def leave_all(self) -> None:
        await asyncio.gather(*(self.leave(tab) for tab in tuple(self.open)))
