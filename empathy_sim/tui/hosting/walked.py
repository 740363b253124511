"""A walk through a journey's screens, for nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from empathy_sim.engine.moves import Consent, Leave, Move, Proceed
from empathy_sim.errors import MoveRefused
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.device import device_of

_STAYS_S = 0.1
"""Seconds on each screen, beside what it takes to draw it."""
_MOST = 12
"""Screens at most."""


async def walk(port: SessionPort, strike: Callable[[str], None]) -> None:
    """Go from the contract past the debrief, and see each phase's screen once.

    What the screens import and read is there for whoever comes later.
    """
    del strike
    for stage in port.script.stages.values():
        for touchpoint in stage.scenario.touchpoints.values():
            device_of(touchpoint.kind)
    for _ in range(_MOST):
        await asyncio.sleep(_STAYS_S)
        phase = port.scene().phase
        if phase == "closed":
            return
        try:
            await port.submit(_move(phase))
        except MoveRefused:
            return


def _move(phase: str) -> Move:
    """What leads on from a phase."""
    match phase:
        case "contract":
            return Consent()
        case "playing":
            return Leave()
        case _:
            return Proceed()
