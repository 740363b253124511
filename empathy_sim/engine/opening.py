"""How a session begins."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine.moves import START, Pace
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script


def opening(
    script: Script,
    cast: Cast,
    *,
    digest: str,
    pace: Pace = "workshop",
    at_stage: str | None = None,
    program: str = "",
) -> tuple[e.Event, ...]:
    """The first events of a session.

    Args:
        script: what is played.
        cast: whom the leader plays; kept in the first event.
        digest: the script's name by its content.
        pace: how much of the waiting is lived.
        at_stage: the stage to begin at, where that is not the first.
        program: the version of the program that opened it.

    Raises:
        MoveRefused: there is no such stage.
    """
    if at_stage is not None and at_stage not in script.stages:
        raise MoveRefused(
            says=f"There is no stage {at_stage}; stages: {', '.join(script.stages)}."
        )
    began = e.JourneyBegan(
        START.story_ms,
        START.felt_ms,
        digest,
        script.journey.journey,
        cast,
        pace,
        at_stage,
        script.journey.chair,
        program,
    )
    due = Calendar.of(script.journey.begins).due
    made = tuple(
        e.PromiseMade(
            START.story_ms,
            START.felt_ms,
            name,
            due(START.story_ms, promised.in_, promised.at),
        )
        for name, promised in script.promised.items()
    )
    return (began, *made)
