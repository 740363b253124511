"""How contacts are recorded: the report's counting rules."""

from __future__ import annotations

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.help_visits import help_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.recorded_calls import call_readings
from empathy_sim.debrief.recorded_contacts import contact_readings
from empathy_sim.debrief.recorded_counters import counter_readings
from empathy_sim.debrief.recorded_dates import date_readings
from empathy_sim.debrief.recorded_ratings import rating_readings


def recorded_readings(
    account: Account, counting: Counting = USUAL
) -> tuple[Reading, ...]:
    """What the company's own report makes of a log, by its rules."""
    return (
        *call_readings(account, counting),
        *contact_readings(account, counting),
        *help_readings(account, counting),
        *date_readings(account, counting),
        *rating_readings(account, counting),
        *counter_readings(account, counting),
    )


def rate(reading: Reading, counting: Counting = USUAL) -> float | None:
    """A share or an average, from enough contacts on; None under that."""
    if reading.value is None or not reading.of or reading.of < counting.rates_from:
        return None
    return reading.value / reading.of
