"""Browsers and screens that are not there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import FrameType

from empathy_sim.workshop.views.link import Link
from empathy_sim.workshop.views.view import Outlet


class FakeWire:
    """A browser that reads when it is let."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.closed_with: int | None = None
        self.told_why = ""
        self.aborted = False
        self.gone = False
        self._reads = asyncio.Event()
        self._reads.set()

    def stop_reading(self) -> None:
        self._reads.clear()

    def read_on(self) -> None:
        self._reads.set()

    async def send(self, frame: bytes) -> None:
        if self.gone:
            raise ConnectionResetError
        self.frames.append(frame)
        await self._reads.wait()

    def send_now(self, frame: bytes) -> bool:
        can = self._reads.is_set() and not self.gone
        if can:
            self.frames.append(frame)
        return can

    async def close(self, code: int, reason: str = "") -> None:
        await self._reads.wait()
        self.closed_with, self.told_why = code, reason

    def abort(self) -> None:
        self.aborted = True


class Tab:
    """A browser's tab: a link whose sending goes on beside the test."""

    def __init__(self) -> None:
        self.wire = FakeWire()
        self.link = Link(self.wire)
        self.sending = asyncio.create_task(self.link.run())

    @property
    def shows(self) -> str:
        return b"".join(self.wire.frames).decode()


class FakeView:
    """A screen that says what it was told."""

    def __init__(
        self, outlet: Outlet, width: int, height: int, *, draws: bool = True
    ) -> None:
        self.draws = draws
        self.outlet = outlet
        self.told: list[object] = [("made", width, height)]
        self.answers = True
        self.stubborn = False
        self.busy_in: FrameType | None = None
        self._end: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def run(self) -> None:
        if self.draws:
            self.outlet.write("drawn." + "." * 600)
        await self._end

    def feed(self, text: str) -> None:
        self.told.append(text)
        self.outlet.write(text)

    def resize(self, width: int, height: int) -> None:
        self.told.append((width, height))

    def focus(self, here: bool) -> None:
        self.told.append(here)

    def repaint(self) -> None:
        self.told.append("repaint")
        self.outlet.write("drawn again.")

    def ask(self, answered: Callable[[], None]) -> None:
        if self.answers:
            answered()

    def is_running(self, frame: FrameType) -> bool:
        running: FrameType | None = frame
        while running is not None and running is not self.busy_in:
            running = running.f_back
        return running is not None

    def close(self) -> None:
        self.told.append("close")
        if not self.stubborn and not self._end.done():
            self._end.set_result(None)

    def end_by_itself(self) -> None:
        self._end.set_result(None)

    def fail(self) -> None:
        self._end.set_exception(ZeroDivisionError("no"))


async def settle() -> None:
    """Let everything happen that needs no time."""
    for _ in range(20):
        await asyncio.sleep(0)
