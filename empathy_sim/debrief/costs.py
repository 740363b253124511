"""How long each friction kept the customer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_sim.debrief.phrases import lasting
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.debrief.waits import Waited, by_others, cuts_of
from empathy_sim.engine import events as e
from empathy_sim.journey.units import SECOND

Stretch = tuple[int, int]
_ASKED = frozenset({"asked_again", "told_then_asked"})
_WAITED = frozenset(
    {
        *("estimate_slipped", "position_rose", "apology_interrupted", "still_there"),
        *("line_dropped", "long_wait", "supervisor_hold", "call_cut_short", "silence"),
    }
)
"""Frictions of the wait they fall into."""
_WORTH_TELLING = 30 * SECOND
"""A cost under this is not put in words."""
_SENT_BACK = "requeued"
_UNDONE = frozenset(
    {
        *("session_expired", "cleared_on_error", "locked_out", "transcript_lost"),
        *("closed_on_silence", "menu_loop", "menu_timed_out", "intent_loop"),
    }
)
"""Frictions that undo what was done at a touchpoint until then."""


@dataclass(frozen=True, slots=True)
class Met:
    """A friction as it was met, with what it cost."""

    at: Placed
    event: e.FrictionMet
    cost: Stretch | None
    """The stretch of story time it cost; None where that is not in minutes."""
    cut: bool
    """Whether it fell into a stretch of waiting that nobody sat through."""


def met_of(log: Log, waits: tuple[Waited, ...]) -> tuple[Met, ...]:
    """Every friction of a log, in order."""
    return tuple(_met(log, waits))


def _met(log: Log, waits: tuple[Waited, ...]) -> Iterator[Met]:
    cuts = cuts_of(log, waits)
    for each in log.of(e.FrictionMet):
        match each.event:
            case e.FrictionMet() as event:
                cut = any(stretch.holds(each) for stretch in cuts)
                yield Met(each, event, cost_of(each, log, waits), cut)
            case _:
                pass


def cost_in_words(code: str, cost_ms: int) -> str:
    """`in 25 minutes of waiting`, `for 31 seconds`; empty under half a minute."""
    if cost_ms < _WORTH_TELLING:
        return ""
    if code in _ASKED:
        return f"for {lasting(cost_ms)}"
    if code in _UNDONE:
        return f"after {lasting(cost_ms)}"
    return f"in {lasting(cost_ms)} of waiting"


def is_waiting(code: str) -> bool:
    """Whether what such a friction costs is waiting."""
    return code in _WAITED or code == _SENT_BACK


def cost_of(at: Placed, log: Log, waits: tuple[Waited, ...]) -> Stretch | None:
    """The stretch of story time that a friction cost, as far as a log can tell.

    That is the wait it fell into, or sent the customer back to; the giving of what
    had been given; the work at that touchpoint which it undid. None for every other:
    what a refusal or a sentence costs is not in minutes.
    """
    match at.event:
        case e.FrictionMet(code=code) if code in _ASKED:
            return _until_given(at, log)
        case e.FrictionMet(code=code) if code in _UNDONE:
            return _undone(at, log)
        case e.FrictionMet(code=code) if code in _WAITED:
            return _waited(at, waits)
        case e.FrictionMet(code=code) if code == _SENT_BACK:
            return _sent_back(at, waits)
        case _:
            return None


def _waited(at: Placed, waits: tuple[Waited, ...]) -> Stretch | None:
    """The wait that the friction fell into."""
    for wait in by_others(waits):
        first, last = wait.evidence[0], wait.evidence[-1]
        if first < at.seq and (first == last or at.seq < last):
            return wait.began_ms, wait.ended_ms
    return None


def _sent_back(at: Placed, waits: tuple[Waited, ...]) -> Stretch | None:
    """The wait that begins with the friction, at the same instant."""
    for wait in by_others(waits):
        if wait.began_ms == at.story_ms and wait.evidence[0] > at.seq:
            return wait.began_ms, wait.ended_ms
    return None


def _until_given(at: Placed, log: Log) -> Stretch | None:
    fact = at.event.detail if isinstance(at.event, e.FrictionMet) else ""
    after = (each for each in log.of(e.FactGiven, e.TouchpointLeft) if each > at)
    for each in after:
        match each.event:
            case e.FactGiven(fact=given) if given == fact:
                return at.story_ms, each.story_ms
            case e.TouchpointLeft():
                return at.story_ms, each.story_ms
            case _:
                pass
    return None


def _undone(at: Placed, log: Log) -> Stretch | None:
    """From arriving, or from the last such friction here, to this one."""
    before = [each for each in log.of(e.TouchpointEntered, e.FrictionMet) if each < at]
    for each in reversed(before):
        match each.event:
            case e.TouchpointEntered():
                return each.story_ms, at.story_ms
            case e.FrictionMet(code=code) if code in _UNDONE:
                return each.story_ms, at.story_ms
            case _:
                pass
    return None
