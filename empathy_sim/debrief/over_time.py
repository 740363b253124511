"""One person's sessions, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.measures import Reading, Unit, reading_of
from empathy_sim.debrief.phrases import lasting
from empathy_sim.debrief.promises import Promise
from empathy_sim.engine import events as e
from empathy_sim.journey.script import Script

LIVED = (
    *("minutes_to_help", "minutes_waited", "contacts", "transfers"),
    *("facts_repeated", "promises_broken", "days"),
)
"""The lived measures that are set side by side, where they were taken."""


@dataclass(frozen=True, slots=True)
class Past:
    """A recorded session."""

    session: str
    day: dt.date
    """When it began, in UTC."""
    script: Script
    log: tuple[e.Event, ...]
    promises: tuple[Promise, ...] = ()
    """What was promised in it."""
    time: str = ""
    """The time of that day, `09:41`, in UTC; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class RowOverTime:
    """One thing, as it was in each session."""

    says: str
    cells: tuple[str, ...]
    """One a session, in their order; empty where there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class OverTime:
    """The sessions of one journey, the first one first."""

    title: str
    sessions: tuple[str, ...]
    days: tuple[dt.date, ...]
    times: tuple[str, ...]
    endings: RowOverTime
    lived: tuple[RowOverTime, ...]
    gaps: tuple[RowOverTime, ...]
    """What was measured less what was guessed."""
    promised: RowOverTime
    changed: bool
    """Whether the journey itself was changed between them."""

    @property
    def rows(self) -> tuple[RowOverTime, ...]:
        """All of it, in the order in which it is told."""
        return (self.endings, *self.lived, *self.gaps, self.promised)


def over_time(pasts: Iterable[Past]) -> tuple[OverTime, ...]:
    """Sessions beside each other, journey by journey, where there are two at least.

    What began at a chosen stage, or did not come to an end, is left out.
    """
    by_journey: dict[str, list[tuple[Past, Debrief]]] = {}
    for past in sorted(pasts, key=lambda each: (each.day, each.time, each.session)):
        if is_compared(past):
            looked_at = (past, debrief_of(past.script, past.log))
            by_journey.setdefault(past.script.journey.journey, []).append(looked_at)
    return tuple(_beside(each) for each in by_journey.values() if len(each) > 1)


def is_compared(past: Past) -> bool:
    """Whether a session was played from the beginning to one of its endings."""
    whole = ended = False
    for event in past.log:
        match event:
            case e.JourneyBegan(at_stage=at_stage):
                whole = at_stage is None
            case e.JourneyEnded() | e.JourneyLeft():
                ended = True
            case _:
                pass
    return whole and ended


def _beside(looked_at: list[tuple[Past, Debrief]]) -> OverTime:
    pasts = tuple(past for past, _ in looked_at)
    debriefs = tuple(debrief for _, debrief in looked_at)
    return OverTime(
        title=debriefs[-1].title,
        sessions=tuple(past.session for past in pasts),
        days=tuple(past.day for past in pasts),
        times=tuple(past.time for past in pasts),
        endings=RowOverTime("how it ended", tuple(map(_ending, debriefs))),
        lived=tuple(_lived(debriefs)),
        gaps=tuple(_gaps(debriefs)),
        promised=RowOverTime("promised and done", tuple(map(_promised, pasts))),
        changed=any(past.script != pasts[0].script for past in pasts),
    )


def _ending(debrief: Debrief) -> str:
    return debrief.ended.outcome.replace("_", " ")


def _lived(debriefs: tuple[Debrief, ...]) -> Iterator[RowOverTime]:
    for name in LIVED:
        found = [reading_of(debrief.lived, name) for debrief in debriefs]
        says = next((each.measure.says for each in found if each), "")
        cells = tuple(_cell(each) for each in found)
        if says and any(cells):
            yield RowOverTime(says, cells)


def _cell(reading: Reading | None) -> str:
    if reading is None or reading.value is None:
        return ""
    return in_units(reading.value, reading.measure.unit)


def in_units(value: int, unit: Unit) -> str:
    """A value as a cell of a table says it."""
    match unit:
        case "story_ms" | "felt_ms":
            return lasting(value) if value else "none"
        case "days":
            return f"{value} day" if value == 1 else f"{value} days"
        case _:
            return f"{value:,}"


def _gaps(debriefs: tuple[Debrief, ...]) -> Iterator[RowOverTime]:
    asked: Mapping[str, str] = {
        each.id: each.asks for debrief in debriefs for each in debrief.predictions
    }
    for name, asks in asked.items():
        cells = tuple(_gap(debrief, name) for debrief in debriefs)
        if any(cells):
            yield RowOverTime(f"off by: {asks}", cells)


def _gap(debrief: Debrief, name: str) -> str:
    for each in debrief.predictions:
        if each.id == name and each.gap is not None:
            return f"{each.gap:+,}" if each.gap else "0"
    return ""


def _promised(past: Past) -> str:
    if not past.promises:
        return ""
    done = sum(each.done == "yes" for each in past.promises)
    partly = sum(each.done == "partly" for each in past.promises)
    told = f"{done} of {len(past.promises)}"
    return f"{told}, {partly} partly" if partly else told
