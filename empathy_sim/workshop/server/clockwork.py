"""What goes on by itself, whatever fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from empathy_sim.errors import StoreError
from empathy_sim.workshop.room.running import let_pass
from empathy_sim.workshop.server.hosting import Hosting

_EVERY_S = 1.0
_LOOKS_EVERY_S = 0.5


async def each_second(hosting: Hosting) -> None:
    """Let people in, close the room at its time, keep clocks; until cancelled.

    What cannot be kept now is kept as soon as it can be: a full disk, or one that is
    busy for a second, stops no clock.
    """
    room = hosting.room
    steps = (
        Step(hosting, lambda: let_pass(room)),
        Step(hosting, hosting.attendance.look),
        Step(hosting, room.mark),
        Step(hosting, hosting.happened),
    )
    while True:
        await asyncio.sleep(_EVERY_S)
        for step in steps:
            step.go()


async def practising(hosting: Hosting) -> None:
    """Let robots do what they do, where there are any."""
    if hosting.practice is None:
        return
    step = Step(hosting, hosting.practice.look)
    while True:
        step.go()
        await asyncio.sleep(_LOOKS_EVERY_S)


class Step:
    """Something that is done again and again, and is not ended by a failure."""

    def __init__(self, hosting: Hosting, does: Callable[[], object]) -> None:
        """Begin as if it had gone well."""
        self._hosting, self._does = hosting, does
        self._failed = ""

    def go(self) -> None:
        """Do it; the same failure is reported once until it has gone well again."""
        try:
            self._does()
        except StoreError:
            return  # the room says why, and the board shows it
        except Exception as raised:  # noqa: BLE001 - no fault stops the room's clocks
            if repr(raised) != self._failed:
                self._failed = repr(raised)
                self._hosting.failed(raised)
        else:
            self._failed = ""
