"""When the memory of closed views is swept."""

from __future__ import annotations

import asyncio
import gc
from typing import Protocol

YOUNG = (1_000, 20, 1_000_000)
"""Textual makes many short-lived objects, swept a few at a time: five thousand hold up
a key for twenty milliseconds. What lives longer is never looked at but
in `Collecting`: to look at thirty living views takes longer than a key may wait."""
MANY_CLOSED = 20
"""Closed views that are worth a sweep."""
TOO_MANY_CLOSED = 60
"""Closed views that are swept whether or not anybody types."""
QUIET_S = 1.0
"""Seconds without a key after which nobody is likely to be typing."""


class Collector(Protocol):
    """What of Python's collector is asked for."""

    def freeze(self) -> None: ...

    def unfreeze(self) -> None: ...

    def collect(self) -> int: ...

    def get_threshold(self) -> tuple[int, int, int]: ...

    def set_threshold(self, young: int, older: int, oldest: int, /) -> None: ...


class Collecting:
    """Sweeps memory when many views were closed and nobody types."""

    def __init__(self, collector: Collector = gc) -> None:
        """Change nothing yet."""
        self._collector = collector
        self._closed = 0
        self._open = 0
        self._heard_at = float("-inf")
        self._before: tuple[int, int, int] | None = None

    def begin(self) -> None:
        """Sweep once, then never look again at what the server itself is made of."""
        self._before = self._collector.get_threshold()
        self._collector.collect()
        self._collector.freeze()
        self._collector.set_threshold(*YOUNG)

    def end(self) -> None:
        """Sweep as Python does by itself."""
        if self._before is not None:
            self._collector.set_threshold(*self._before)
            self._collector.unfreeze()
            self._before = None

    def opened(self) -> None:
        """A view was made."""
        self._open += 1

    def closed(self) -> None:
        """A view is gone."""
        self._open -= 1
        self._closed += 1

    def heard(self) -> None:
        """Somebody typed."""
        self._heard_at = asyncio.get_running_loop().time()

    def look(self) -> bool:
        """Sweep if now is the time; whether it was."""
        if not self._is_due():
            return False
        self._closed = 0
        self._collector.collect()
        return True

    async def run(self) -> None:
        """Look once a second until it is cancelled."""
        while True:
            await asyncio.sleep(QUIET_S)
            self.look()

    def _is_due(self) -> bool:
        if not self._closed:
            return False
        if self._closed >= TOO_MANY_CLOSED or self._open <= 0:
            return True
        quiet = asyncio.get_running_loop().time() - self._heard_at >= QUIET_S
        return quiet and self._closed >= MANY_CLOSED
