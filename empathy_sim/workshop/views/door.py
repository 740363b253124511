"""How many views are made at a time."""

from __future__ import annotations

import asyncio

AT_ONCE = 2
"""Views that are made at a time: those that are there already stay quick."""


class Door:
    """Lets in a few at a time, in the order in which they came."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._line: list[object] = []

    @property
    def waiting(self) -> int:
        """How many wait to be let in."""
        return len(self._line)

    def before(self, who: object) -> int | None:
        """How many are let in sooner; None for somebody who does not wait."""
        at = (at for at, each in enumerate(self._line) if each is who)
        return next(at, None)

    async def enter(self, who: object = None) -> None:
        """Wait for a place; `leave` gives it back.

        Args:
            who: by what `before` knows who waits.
        """
        who = who or object()
        self._line.append(who)
        try:
            await self._places.acquire()
        finally:
            self._line.remove(who)

    def leave(self) -> None:
        """Give a place back."""
        self._places.release()
