"""Time passes when there is nothing left to do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from textual.notifications import Notification
from textual.pilot import Pilot

_A_LOOK = 0.02
"""Seconds that pass while a pilot looks whether the app has come to rest."""
_AT_WORK = 0.005
"""Seconds that pass at most, and really, while a thread is still at work."""


class Idling:
    """A clock that stands while there is work, and passes over every wait.

    What is due within a wait happens in its order, however slow the machine is.
    """

    def __init__(self, loop: Any) -> None:
        self._loop = loop
        self._seconds: float = loop.time()
        self._select = loop._selector.select
        self._resting: list[asyncio.Future[None]] = []

    def time(self) -> float:
        return self._seconds

    def select(self, timeout: float | None = None) -> Any:
        """Hand out what has come; where nothing has, the time is over at once."""
        if self._resting and timeout != 0:
            return self._select(0) or self._rested()
        if timeout is None:
            return self._select(timeout)
        if self.is_thread_at_work():
            timeout = min(max(0.0, timeout), _AT_WORK)
            come = self._select(timeout)
        else:
            come = self._select(0)
        if not come:
            self._seconds += max(0.0, timeout)
        return come

    async def rest(self) -> None:
        """Return as soon as there is nothing left to do now; no time passes."""
        rested = self._loop.create_future()
        self._resting.append(rested)
        await rested

    def _rested(self) -> list[Any]:
        """Let go on whoever waits for it; nothing has come."""
        resting, self._resting = self._resting, []
        for each in resting:
            if not each.done():
                each.set_result(None)
        return []

    def is_thread_at_work(self) -> bool:
        """Whether what another thread works out is waited for: a text laid out."""
        pool = self._loop._default_executor
        return pool is not None and len(pool._threads) > pool._idle_semaphore._value


async def look(*_: object) -> None:
    """Wait until the app has nothing to do, and for what is due at once."""
    await asyncio.sleep(_A_LOOK)


@pytest.fixture(autouse=True)
async def _waits_take_no_time(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    loop: Any = asyncio.get_running_loop()
    idling = Idling(loop)
    asks_each_widget = Pilot._wait_for_screen

    async def rest(pilot: Pilot[Any]) -> bool:
        """A pilot asks each widget whether it is done; the loop knows it of all."""
        await idling.rest()
        return not idling.is_thread_at_work() or await asks_each_widget(pilot)

    with monkeypatch.context() as patch:
        patch.setattr(loop, "time", idling.time)
        patch.setattr(loop._selector, "select", idling.select)
        patch.setattr("textual._time.get_time", idling.time)
        # A note is taken away by a timer; it does not age by the wall's clock.
        patch.setattr(Notification, "time_left", property(lambda note: note.timeout))
        patch.setattr("textual.app.wait_for_idle", look)
        patch.setattr("textual.pilot.wait_for_idle", look)
        patch.setattr(Pilot, "_wait_for_screen", rest)
        yield


@pytest.fixture(autouse=True)
def _in_all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rich keeps how it first wrote a style: one test's colours are every other's."""
    monkeypatch.setenv("COLORTERM", "truecolor")
