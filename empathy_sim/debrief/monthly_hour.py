"""An hour a month, and where it goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from empathy_sim.debrief.promises import Promise

HOUR_AT = 9
"""The hour of the day that is proposed."""
_WEDNESDAY = 2
_WEEK = 7


@dataclass(frozen=True, slots=True)
class WayToSpendIt:
    """Something to do with the hour."""

    id: str
    title: str
    about: str


WAYS: tuple[WayToSpendIt, ...] = (
    WayToSpendIt(
        "own_customer",
        "Be your own customer",
        "Buy, change or cancel something with your own company, by the way that is "
        "open to everybody. Count the minutes and the contacts.",
    ),
    WayToSpendIt(
        "on_the_phones",
        "On the phones",
        "Listen to customers for an hour, and take the last two calls yourself, with "
        "somebody beside you who knows how.",
    ),
    WayToSpendIt(
        "sit_with_agent",
        "With an agent",
        "Beside one person who answers customers. Say nothing; write down what they "
        "work around.",
    ),
)


def first_wednesday(year: int, month: int) -> dt.date:
    """The first Wednesday of a month."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(_WEDNESDAY - first.weekday()) % _WEEK)


def next_hour(today: dt.date) -> dt.date:
    """The day that is proposed: the first Wednesday that is still to come."""
    here = first_wednesday(today.year, today.month)
    if here > today:
        return here
    return first_wednesday(today.year + today.month // 12, today.month % 12 + 1)


def next_way(promises: Iterable[Promise], today: dt.date) -> WayToSpendIt:
    """What is proposed for it: what is taken on and open, else each way in its turn."""
    open_ones = {each.what for each in promises if each.done != "yes"}
    for way in WAYS:
        if way.id in open_ones:
            return way
    day = next_hour(today)
    return WAYS[(day.year * 12 + day.month) % len(WAYS)]
