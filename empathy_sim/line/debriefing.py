"""The debrief, told in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.grounds import REST, TITLE
from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script
from empathy_sim.line.lines import Line, aside, command, heading, plain
from empathy_sim.line.looking_back.causes import behind_it
from empathy_sim.line.looking_back.decided import what_was_decided
from empathy_sim.line.looking_back.felt import felt_and_took, foretold
from empathy_sim.line.looking_back.recorded import (
    all_pairs,
    report_lines,
    two_readings,
)
from empathy_sim.line.looking_back.table import Table, Talk
from empathy_sim.line.looking_back.year import year_lines


def debriefing(
    script: Script, log: tuple[Event, ...], *, resumed_by: str = ""
) -> Iterator[Line]:
    """A session's debrief, in the order in which it is told; nothing is asked.

    Args:
        script: what was played.
        log: every event from the first.
        resumed_by: the command that goes on with it, where it is not finished.
    """
    debrief = debrief_of(script, log)
    if debrief.unfinished:
        yield plain(debrief.unfinished)
        if resumed_by:
            yield aside("It goes on where it was:")
            yield command(resumed_by)
    yield from told(debrief)


def telling(table: Table) -> Talk[None]:
    """The debrief told, as a conversation in which nothing is asked."""
    table.say_all(debriefing(table.script, table.log))
    yield from ()


def told(debrief: Debrief) -> Iterator[Line]:
    """A debrief in lines: the curve, what it took, two readings, and why."""
    yield from felt_and_took(debrief)
    yield from foretold(debrief)
    yield from two_readings(debrief, all_pairs(debrief))
    yield from report_lines(debrief, all_pairs(debrief))
    yield from behind_it(debrief)
    yield from what_was_decided(debrief)
    yield from year_lines(debrief)
    yield from _grounds(debrief)
    yield from _asks(debrief)


def _grounds(debrief: Debrief) -> Iterator[Line]:
    """Whose each number is; nothing where none was fitted."""
    if not debrief.grounds:
        return
    yield heading(TITLE)
    for each in debrief.grounds:
        yield plain(f"  {each.line}")
    yield plain(REST)


def _asks(debrief: Debrief) -> Iterator[Line]:
    if not debrief.asks:
        return
    yield heading("Questions")
    for ask in debrief.asks:
        yield plain(ask)
