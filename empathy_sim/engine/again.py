"""A stage, entered once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.going import enter_stage, enter_touchpoint
from empathy_sim.engine.state import State
from empathy_sim.engine.turn import Turn
from empathy_sim.journey.journey import Ending
from empathy_sim.journey.script import END, Script

OVER = "lived-again"
"""The ending to which every exit of the stage leads."""


def stage_alone(script: Script, stage: str) -> Script:
    """A script that ends where a stage is left, by whatever exit."""
    alone = script.stages[stage]
    leads = dict.fromkeys(alone.leads, f"{END}{OVER}")
    over = Ending(outcome="partly", says="That was the same stage, once more.")
    return replace(
        script,
        journey=replace(script.journey, endings={**script.journey.endings, OVER: over}),
        stages={**script.stages, stage: replace(alone, leads=leads)},
    )


def entered_after(log: Sequence[e.Event], stage: str, cause: str = "") -> int | None:
    """How many events stood before a stage was entered; None where it never was.

    Args:
        log: every event of a session.
        stage: the stage's id.
        cause: the visit is the first in which it went against the customer, where
            there is such a one: the id of a cause of the stage's scenario.
    """
    entered = [
        at
        for at, event in enumerate(log)
        if isinstance(event, e.StageEntered) and event.stage == stage
    ]
    met = [
        at
        for at, event in enumerate(log)
        if isinstance(event, e.FrictionMet) and event.cause == f"{stage}/{cause}"
    ]
    before = [at for at in entered if met and at < met[0]]
    return before[-1] if before else next(iter(entered), None)


def entering(state: State, stage: str, touchpoint: str = "") -> tuple[e.Event, ...]:
    """What happens when a stage is entered in a state in which none is.

    Args:
        state: in which the journey is played, and nowhere yet.
        stage: the stage's id.
        touchpoint: where in it, where that is not its beginning.
    """
    turn: Turn[Any, Any] = Turn.begun(state, state.now)
    if touchpoint:
        turn.emit(e.StageEntered(*turn.at, stage))
        enter_touchpoint(turn, touchpoint)
    else:
        enter_stage(turn, stage)
    return tuple(turn.events)
