"""Tickets and appointments, told as the report has them."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.appointments import AwaitedVisit, Ended, awaited_visits
from empathy_sim.debrief.counting import Counting
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.phrases import capital, lasting, many, number
from empathy_sim.debrief.recorded_counters import is_kept


def appointed(_reading: Reading, account: Account, counting: Counting) -> str:
    """How each appointment was recorded: `One appointment: kept, ...`."""
    told = [_fate(each, counting) for each in awaited_visits(account.log)]
    if not told:
        return "No appointment."
    if len(told) == 1:
        return f"One appointment: {told[0]}."
    fates = {each: told.count(each) for each in told}
    sorts = (f"{capital(number(count))} {fate}." for fate, count in fates.items())
    return f"{capital(many(len(told), 'appointment'))}. {' '.join(sorts)}"


def _fate(visit: AwaitedVisit, counting: Counting) -> str:
    if visit.ended not in {"met", "not_at_home"}:
        return _NOT_COUNTED[visit.ended]
    kept, came = is_kept(visit, counting), visit.ended == "met"
    if not kept:
        return _LATE if came else "closed as customer not at home, which is left out"
    if not came:
        return "kept, and closed as customer not at home"
    return "kept" if visit.in_first else "kept, by the hours that were last given"


_LATE = "not kept, since it was outside the hours given"
_NOT_COUNTED: Mapping[Ended, str] = {
    "put_off": "rescheduled, which is not counted",
    "left": "cancelled by the customer, which is not counted",
    "open": "still open",
}


def on_a_ticket(reading: Reading, _account: Account, _counting: Counting) -> str:
    """How long was waited on the tickets that count."""
    if not reading.of:
        return "No ticket was served to the end, so no wait is on record."
    tickets = many(reading.of, "ticket")
    return f"{lasting(reading.value or 0)} of waiting on record, on {tickets}."
