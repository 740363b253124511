"""Days as they are typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from empathy_sim.debrief.by_when import (
    NO_DAY,
    day_kept,
    due_of,
    past_due,
    proposed,
    weekday_in_words,
)
from empathy_sim.debrief.if_then import ASKS_BY_WHEN
from empathy_sim.errors import MoveRefused
from empathy_sim.line.lines import aside, plain
from empathy_sim.line.looking_back.table import Table, Talk, ask
from empathy_sim.session.clock import today_by

_HOW = "Or another day, such as friday, 30 January or in two weeks; skip leaves it open"
_OPEN = frozenset({"skip", "none", "no", "open", "-"})
"""Whatever sets no day; Enter sets the one that is proposed."""


def by_when(table: Table, keep: Callable[[str], None]) -> Talk[None]:
    """Ask by when something is to be done.

    Args:
        table: who is asked.
        keep: is given `2026-03-03`, or the words that name no day; empty where it is
            left open. It raises StoreError where that cannot be kept.
    """
    today = today_by(table.session.clock)
    day = proposed(today)

    def taken(typed: str) -> str:
        due = due_typed(typed, day, today)
        keep(due)
        return due

    how = f"Enter takes {weekday_in_words(day)}. {_HOW}"
    due = yield from ask((plain(ASKS_BY_WHEN), aside(how)), taken)
    if due and day_kept(due) is None:
        table.say(aside(NO_DAY))


def due_typed(typed: str, otherwise: dt.date, today: dt.date) -> str:
    """What is kept of a line.

    Args:
        typed: the line.
        otherwise: the day that an empty one takes.
        today: the day it is typed on.

    Raises:
        MoveRefused: it names a day that is past.
    """
    if not typed:
        return otherwise.isoformat()
    if typed.casefold().rstrip(".") in _OPEN:
        return ""
    due = due_of(typed, today)
    if past := past_due(due, today):
        raise MoveRefused(says=past)
    return due
