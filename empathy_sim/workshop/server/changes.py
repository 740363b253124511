"""Who waits for a room to change."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class Changes:
    """Wakes whoever follows a room; several changes in one moment are one."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def happened(self) -> None:
        """Something in the room has changed."""
        for each in self._waiting:
            each.set()

    async def wait(self, within_s: float) -> None:
        """Return with the next change, or after some seconds."""
        woken = asyncio.Event()
        self._waiting.add(woken)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), within_s)
        finally:
            self._waiting.discard(woken)
