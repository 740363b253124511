"""Moments of the day that feelings can be about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log
from empathy_sim.engine import events as e
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.script import Script

_WAITS = {
    "answered": "somebody answers",
    "dropped": "the line goes dead",
    "hung_up": "you hang up",
    "passed": "it is over",
    "left": "you leave",
}
"""How a wait ends, as it is remembered."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of the day that a feeling can be about."""

    story_ms: int
    when: str
    """`Tue 12:41`; `Tue 17 Jun 12:41` where the day of the week comes twice."""
    says: str


def moments_of(script: Script, log: Iterable[e.Event]) -> tuple[Moment, ...]:
    """The moments of a log that a feeling can be about, in order.

    Args:
        script: what was played.
        log: every event from the first; read in this customer's words.
    """
    events = tuple(log)
    names = Names.of(script, Log(events))
    found: list[Moment] = []
    calendar = Calendar.of(script.journey.begins)
    dated = bool(events) and calendar.passes_a_week(events[-1].story_ms)
    stage = ""
    for event in events:
        match event:
            case e.StageEntered():
                stage = names.stage(event.stage)
            case _:
                pass
        says = _says(event, stage)
        if says:
            when = calendar.stamp(event.story_ms, dated=dated)
            found.append(Moment(event.story_ms, when, says))
    return tuple(found)


def _says(event: e.Event, stage: str) -> str:
    """What happened, in a few words; empty where nobody would remember it."""
    match event:
        case e.StageEntered():
            return stage
        case e.WaitEnded(wait=wait, how=how) if wait != "days":
            return f"{stage}: {_WAITS.get(how, 'the wait is over')}"
        case e.MessageArrived(sender=sender, subject=subject):
            return f"{sender}: {subject}" if subject else sender
        case e.PersonAnswered(who=who):
            return f"{who} answers"
        case _:
            return ""
