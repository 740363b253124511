"""A first view, for nobody."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from empathy_sim.workshop.views.showing import DRAWN, ENDING_S
from empathy_sim.workshop.views.view import Maker

WARM_S = 20.0
"""Seconds after which it was enough."""
SETTLES_S = 1.0
"""Seconds without a large piece after which nothing more is waited for."""


class _Unseen:
    """Draws for nobody, and knows when it has drawn enough."""

    def __init__(self) -> None:
        self._drawn = asyncio.Event()

    def write(self, text: str) -> None:
        if len(text) >= DRAWN:
            self._drawn.set()

    def flush(self) -> None:
        pass

    async def settle(self) -> None:
        """Return when a screen was drawn, and no other after it."""
        await self._drawn.wait()
        with suppress(TimeoutError):
            while True:
                self._drawn.clear()
                async with asyncio.timeout(SETTLES_S):
                    await self._drawn.wait()


async def warm_up(make: Maker, width: int = 100, height: int = 30) -> None:
    """Make a view, let it draw, and end it: what it reads and imports stays.

    A view that goes from screen to screen by itself may go to its end.

    Args:
        make: makes the view; it must be one that may be thrown away.
        width: columns.
        height: rows.

    Raises:
        Exception: whatever it fails by, as every later one would.
    """
    unseen = _Unseen()
    view = make(unseen, width, height)
    running = asyncio.create_task(view.run())
    drawn = asyncio.create_task(unseen.settle())
    try:
        await asyncio.wait(
            (running, drawn), timeout=WARM_S, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        drawn.cancel()
        view.close()
        await asyncio.wait((running,), timeout=ENDING_S)
        running.cancel()
    if running.done() and not running.cancelled():
        running.result()
