"""What a journey came to, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from empathy_sim.debrief.placed import Log
from empathy_sim.engine import events as e
from empathy_sim.journey.script import STOPPED, Script

LEFT = "left"
OPEN = "open"
UNTOLD = frozenset({STOPPED, LEFT, OPEN})
"""Outcomes of which nobody knows whether it would have been solved."""

CAME_TO: Mapping[str, str] = {
    "solved": "It was solved.",
    "partly": "It was solved in part.",
    "gave_up": "The customer gave up.",
    "locked_out": "The customer was locked out.",
    "still_waiting": "The customer is still waiting.",
    STOPPED: "This is one episode by itself: it stops before it tells an end.",
    LEFT: "It was left before its end.",
    OPEN: "It is not over: this is as far as it went.",
}
"""Each of them in a sentence."""
IN_A_CLAUSE: Mapping[str, str] = {
    "solved": "and it was solved",
    "partly": "and it was solved in part",
    STOPPED: "and the story stops there",
    LEFT: "and it was left there",
    OPEN: "and it is not over",
}
"""The same after a count of contacts; of every other, that it was not solved."""
NOT_SOLVED = "and it was not solved"


def outcome_in(script: Script, log: Log) -> str:
    """`solved`, `partly`, `gave_up`, ..., or one of what is untold."""
    for each in reversed(log.of(e.JourneyEnded, e.JourneyLeft)):
        match each.event:
            case e.JourneyEnded(ending=ending, outcome=outcome):
                return script.comes_to(ending, outcome)
            case e.JourneyLeft():
                return LEFT
            case _:
                pass
    return OPEN


def stopping(script: Script, outcomes: Iterable[tuple[str, int]]) -> int:
    """How many of many ways stop before they tell an end.

    Args:
        script: what they are ways through.
        outcomes: how many of them came to each outcome.
    """
    if not script.stops:
        return 0
    come_to = ((script.comes_to("", outcome), ways) for outcome, ways in outcomes)
    return sum(ways for outcome, ways in come_to if outcome == STOPPED)
