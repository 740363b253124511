"""What a list says of a session."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.engine.state import State
from empathy_sim.engine.wording import worded
from empathy_sim.store.rows import Json

_DOING = {
    "call": "on the phone with",
    "chat": "in a chat with",
    "counter": "waiting for",
    "form": "on a web page of",
    "hold": "on hold with",
    "menu": "in the phone menu of",
    "order": "on the order page of",
    "search": "in the help centre of",
}


def summary_of(state: State) -> Mapping[str, Json]:
    """Title, place and time of a session, for the home screen; no reactions."""
    journey = state.script.journey
    stage = state.script.stages.get(state.stage)
    return {
        "title": journey.title,
        "journey": journey.journey,
        "company": journey.company.name,
        "phase": state.phase,
        "doing": _doing(state),
        "stage": worded(stage.title, state) if stage else "",
        "when": f"{state.calendar.weekday(state.story_ms)} "
        f"{state.calendar.time(state.story_ms)}",
        "ending": state.ending,
        "outcome": journey.endings[state.ending].outcome if state.ending else None,
        "left": state.left,
        "pace": state.pace,
        "felt_ms": state.felt_ms,
        "story_ms": state.story_ms,
        "at_stage": state.at_stage,
    }


def _doing(state: State) -> str:
    doing = _DOING.get(state.kind)
    company = state.script.journey.company.name
    return f"{doing} {company}" if doing else ""
