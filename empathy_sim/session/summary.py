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
        "when": _when(state),
        "ending": state.ending,
        "outcome": _outcome(state),
        "left": state.left,
        "pace": state.pace,
        "felt_ms": state.felt_ms,
        "story_ms": state.story_ms,
        "at_stage": state.at_stage,
    }


def _outcome(state: State) -> str | None:
    """What it came to; None where no ending was reached."""
    if state.ending is None:
        return None
    if not state.ending:
        return "still_waiting"
    noun = state.script.journey.endings[state.ending]
    return state.script.comes_to(state.ending, noun.outcome)


def _when(state: State) -> str:
    """`Tuesday 10:41`; with its date once the day of the week has come twice.

    Days that go by have no time of day.
    """
    calendar, at = state.calendar, state.story_ms
    if state.noun is not None and state.noun.AT_LEISURE:
        return calendar.says_date(at)
    return calendar.moment(at, dated=calendar.passes_a_week(at))


def _doing(state: State) -> str:
    doing = _DOING.get(state.kind)
    company = state.script.journey.company.name
    return f"{doing} {company}" if doing else ""
