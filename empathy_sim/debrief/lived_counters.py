"""Halls and days at home, as they were lived."""

from __future__ import annotations

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.appointments import awaited_visits, hall_visits
from empathy_sim.debrief.measures import KIT, Measure, Reading, named
from empathy_sim.engine import events as e

_STEPS = named(e.StepTaken, e.TouchpointEntered, e.TouchpointLeft)


def lived_at_counters(account: Account) -> tuple[Reading, ...]:
    """Days at home for a visit, tickets drawn, and the way from door to counter."""
    return (_days_off(account), _tickets(account), _door_to_counter(account))


def _days_off(account: Account) -> Reading:
    visits = awaited_visits(account.log)
    day = account.names.state.calendar.day_number
    days = {
        each
        for visit in visits
        for each in range(day(visit.began_ms), day(visit.ended_ms) + 1)
    }
    return Reading(
        Measure(
            "days_at_home",
            "days at home for a visit",
            "days",
            "Calendar days on which the customer stayed at home for somebody to come, "
            "whatever came of it.",
            "the lived counterpart of appointments kept; the rule is this kit's",
            counts=_STEPS,
        ),
        len(days),
        tuple(seq for each in visits for seq in each.evidence),
    )


def _tickets(account: Account) -> Reading:
    those = [each for visit in hall_visits(account.log) for each in visit.tickets]
    return Reading(
        Measure(
            "tickets_drawn",
            "tickets drawn",
            "count",
            "Every number that was drawn in a hall, called or not.",
            KIT,
            counts=_STEPS,
        ),
        len(those),
        tuple(each.evidence[0] for each in those),
    )


def _door_to_counter(account: Account) -> Reading:
    visits = hall_visits(account.log)
    served = [each for each in visits if each.served_ms is not None]
    return Reading(
        Measure(
            "door_to_counter",
            "from the door to somebody who sees to it",
            "story_ms",
            "From coming into the hall to the person at the right counter, with every "
            "ticket and every closing between. None where nobody was reached.",
            "the lived counterpart of waiting on the ticket; the rule is this kit's",
            counts=_STEPS,
        ),
        sum((each.served_ms or 0) - each.came_ms for each in served)
        if served
        else None,
        tuple(seq for each in served for seq in each.evidence),
        of=len(visits) or None,
    )
