"""How many views are made at a time."""

from __future__ import annotations

import asyncio

AT_ONCE = 2
"""Views that are made at a time: those that are there already stay quick."""


class Door:
    """Lets in a few at a time, in the order in which they came."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._waiting = 0

    @property
    def waiting(self) -> int:
        """How many wait to be let in."""
        return self._waiting

    async def enter(self) -> None:
        """Wait for a place; `leave` gives it back."""
        self._waiting += 1
        try:
            await self._places.acquire()
        finally:
            self._waiting -= 1

    def leave(self) -> None:
        """Give a place back."""
        self._places.release()
