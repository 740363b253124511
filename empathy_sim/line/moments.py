"""Moments of the day that feelings can be about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from empathy_sim.engine import events as e
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.script import Script


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of the day that a feeling can be about."""

    story_ms: int
    when: str
    says: str


def moments_of(script: Script, log: Iterable[e.Event]) -> tuple[Moment, ...]:
    """The moments of a log that a feeling can be about, in order."""
    calendar = Calendar.of(script.journey.begins)
    found: list[Moment] = []
    stage = ""
    for event in log:
        says = ""
        match event:
            case e.StageEntered(stage=stage):
                says = script.stages[stage].title
            case e.WaitEnded(wait=wait, how=how) if wait != "days":
                ends = how.replace("_", " ")
                says = f"{script.stages[stage].title}: the wait ends ({ends})"
            case e.MessageArrived(sender=sender, subject=subject):
                says = f"{sender}: {subject}" if subject else sender
            case e.PersonAnswered(who=who):
                says = f"{who} answers"
            case _:
                pass
        if says:
            day, time = calendar.weekday(event.story_ms), calendar.time(event.story_ms)
            found.append(Moment(event.story_ms, f"{day[:3]} {time}", says))
    return tuple(found)
