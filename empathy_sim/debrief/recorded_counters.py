"""How tickets and appointments are recorded."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.appointments import (
    AwaitedVisit,
    awaited_visits,
    hall_visits,
)
from empathy_sim.debrief.counting import PRACTICE, USUAL, Counting
from empathy_sim.debrief.measures import Measure, Reading, named
from empathy_sim.engine import events as e

_STEPS = named(e.StepTaken, e.TouchpointLeft)
_RULES: Mapping[str, str] = {
    "kept": "One that is closed as not at home is kept.",
    "left_out": "One that is closed as not at home is left out.",
}


def counter_readings(account: Account, counting: Counting) -> tuple[Reading, ...]:
    """Appointments kept, and the wait on the ticket that was served."""
    return (_kept(account, counting), _on_the_ticket(account))


def is_kept(visit: AwaitedVisit, counting: Counting = USUAL) -> bool | None:
    """Whether an appointment counts as kept; None where it is not counted.

    What was put off was rescheduled, and what the customer gave up was cancelled.
    """
    match visit.ended:
        case "met":
            return visit.in_window
        case "not_at_home":
            return True if counting.not_at_home == "kept" else None
        case _:
            return None


def _kept(account: Account, counting: Counting) -> Reading:
    visits = awaited_visits(account.log)
    kept = [is_kept(each, counting) for each in visits]
    return Reading(
        Measure(
            "appointments_kept",
            "appointments kept",
            "count",
            "Visits at which somebody came within the hours that were last given, out "
            f"of those that were carried out. {_RULES[counting.not_at_home]} One that "
            "is put off, or given up, is not counted.",
            PRACTICE,
            counts=_STEPS,
        ),
        kept.count(True),
        tuple(seq for each in visits for seq in each.evidence),
        of=len(kept) - kept.count(None),
    )


def _on_the_ticket(account: Account) -> Reading:
    those = [
        ticket
        for visit in hall_visits(account.log)
        for ticket in visit.tickets
        if ticket.helped and ticket.called_ms is not None
    ]
    return Reading(
        Measure(
            "ticket_waiting",
            "waiting on the ticket",
            "story_ms",
            "From the ticket to its call, over the tickets with which somebody was "
            "helped. What was waited on a ticket before that, or without being "
            "called, is not in it.",
            PRACTICE,
            counts=_STEPS,
        ),
        sum((each.called_ms or 0) - each.drawn_ms for each in those),
        tuple(seq for each in those for seq in each.evidence),
        of=len(those),
    )
