"""The debrief of what is over, line by line."""

from __future__ import annotations

import sys

from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.cli.plainly import play_on, resuming, showing_again, write
from empathy_sim.errors import StoreBusy, StoreUnwritable
from empathy_sim.line.contract import words_gone_told
from empathy_sim.line.debriefing import debriefing
from empathy_sim.line.lines import aside
from empathy_sim.session.clock import RealClock
from empathy_sim.session.session import Session, log_of, script_of, words_gone

_DECIDING = frozenset({"debriefing", "closed"})
"""Phases in which something can still be decided."""


def look_back_plainly(wanted: str | None, *, reads: bool) -> int:
    """Talk a debrief through with whoever is at a terminal; else tell it.

    Args:
        wanted: the session, or the beginning of its name; None for the latest.
        reads: whether it is only told.

    Returns:
        The exit code.

    Raises:
        StoreError: there is none of that name, or it is damaged.
    """
    with open_house() as house:
        name = house.looked_back_on(wanted)
        if told := words_gone_told(words_gone(house.store, name)):
            write(aside(told.removesuffix(".")))
        session = None if reads or not _is_terminal() else _open(house, name)
        if session is not None:
            ends_by = showing_again(name)
            return play_on(house, session, RealClock(), resumed_by=ends_by)
        script, log = script_of(house.store, name), log_of(house.store, name)
        for line in debriefing(script, log, resumed_by=resuming(name)):
            write(line)
    return 0


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _open(house: LocalHouse, name: str) -> Session | None:
    """A session to which something can be added; None where it can only be read."""
    if house.store.head(name).phase not in _DECIDING:
        return None
    try:
        return house.resume_session(name)
    except (StoreBusy, StoreUnwritable) as refused:
        write(aside(f"{str(refused).removesuffix('.')}. It is only told"))
        return None
