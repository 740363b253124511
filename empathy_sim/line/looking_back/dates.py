"""Dates as they are typed."""

from __future__ import annotations

import datetime as dt
import re

from empathy_sim.errors import MoveRefused
from empathy_sim.line.looking_back.table import passes

HOW = "A date as 2025-07-01, or in 2 weeks. Enter leaves it open"
_IN = re.compile(r"(?:in )?(\d{1,3}) (day|week|month)s?", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 30}


def date_of(typed: str, today: str) -> str:
    """The date that a line means, as `2025-07-01`; empty where it is left open.

    Args:
        typed: the line.
        today: the day it is typed on, as `2025-07-01`, or more of an instant.

    Raises:
        MoveRefused: it is none.
    """
    if passes(typed):
        return ""
    ahead = _IN.fullmatch(typed)
    try:
        if ahead:
            days = int(ahead[1]) * _DAYS[ahead[2].casefold()]
            begins = dt.date.fromisoformat(today[:10])
            return (begins + dt.timedelta(days=days)).isoformat()
        return dt.datetime.strptime(typed, "%Y-%m-%d").date().isoformat()  # noqa: DTZ007
    except (ValueError, OverflowError) as wrong:
        raise MoveRefused(says=f"{HOW}.") from wrong
