"""Where the customer of a session stands."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.store.rows import Json

_PHASES = {
    "": "before it begins",
    "contract": "before it begins",
    "report": "before the story, at the company's month",
    "card": "before the story, at who you are",
    "predicting": "before the story, at your predictions",
    "ending": "the story is over, at its ending",
    "afterwards": "the story is over, marking how it was",
    "resting": "the story is over, at rest before the debrief",
    "debriefing": "in the debrief",
    "closed": "over",
}
_OUTCOMES = {
    "solved": "solved",
    "partly": "partly solved",
    "gave_up": "given up",
    "locked_out": "locked out",
    "still_waiting": "still waiting",
    "stopped": "one episode by itself",
}


def came_to(summary: Mapping[str, Json]) -> str:
    """What a session that is over came to, as `It was ...`; empty if unknown."""
    if summary.get("left"):
        return "left on the way"
    return _OUTCOMES.get(str(summary.get("outcome") or ""), "")


def standing(phase: str, summary: Mapping[str, Json]) -> str:
    """Where a customer stands, in a few words.

    `on hold with Hearth & Vale, Tuesday 10:41`; outside the story, what the
    participant is at.
    """
    if phase in _PHASES:
        return _PHASES[phase]
    doing = summary.get("doing") or summary.get("stage") or ""
    told = (str(doing), str(summary.get("when") or ""))
    return ", ".join(each for each in told if each) or "in the story"
