"""How long each friction kept the customer."""

from __future__ import annotations

from empathy_sim.debrief.placed import Placed
from empathy_sim.debrief.waits import Waited, by_others
from empathy_sim.engine import events as e

Stretch = tuple[int, int]
_ASKED = frozenset({"asked_again", "told_then_asked"})
_UNDONE = frozenset(
    {
        *("session_expired", "cleared_on_error", "locked_out", "transcript_lost"),
        *("closed_on_silence", "menu_loop", "menu_timed_out", "intent_loop"),
    }
)
"""Frictions that undo what was done at a touchpoint until then."""


def cost_of(
    at: Placed, log: tuple[Placed, ...], waits: tuple[Waited, ...]
) -> Stretch | None:
    """The stretch of story time that a friction cost, as far as a log can tell.

    That is the wait it fell in, ended or began; else the giving of what had been
    given; else the work at that touchpoint which it undid. None for every other:
    what a refusal or a sentence costs is not in minutes.
    """
    match at.event:
        case e.FrictionMet(code=code) if code in _ASKED:
            return _until_given(at, log)
        case e.FrictionMet(code=code) if code in _UNDONE:
            return _undone(at, log)
        case e.FrictionMet():
            return _waited(at, waits)
        case _:
            return None


def _waited(at: Placed, waits: tuple[Waited, ...]) -> Stretch | None:
    """The wait that holds the friction, or begins with it at the same instant."""
    for wait in by_others(waits):
        first, last = wait.evidence[0], wait.evidence[-1]
        is_open = len(wait.evidence) == 1
        within = first < at.seq and (is_open or at.seq < last)
        begins = wait.place == at.place and wait.began_ms == at.story_ms
        if within or (begins and at.seq < first):
            return wait.began_ms, wait.ended_ms
    return None


def _until_given(at: Placed, log: tuple[Placed, ...]) -> Stretch | None:
    fact = at.event.detail if isinstance(at.event, e.FrictionMet) else ""
    for each in log[at.seq :]:
        match each.event:
            case e.FactGiven(fact=given) if given == fact:
                return at.story_ms, each.story_ms
            case e.TouchpointLeft():
                return at.story_ms, each.story_ms
            case _:
                pass
    return None


def _undone(at: Placed, log: tuple[Placed, ...]) -> Stretch | None:
    """From arriving, or from the last such friction here, to this one."""
    for each in reversed(log[: at.seq - 1]):
        match each.event:
            case e.TouchpointEntered():
                return each.story_ms, at.story_ms
            case e.FrictionMet(code=code) if code in _UNDONE:
                return each.story_ms, at.story_ms
            case _:
                pass
    return None
