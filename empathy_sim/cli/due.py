"""What was promised, read from the store."""

from __future__ import annotations

from empathy_sim.debrief.promises import Entry, Promise, day_of, due_line, promises_in
from empathy_sim.errors import StoreError
from empathy_sim.session.clock import Clock, today_by
from empathy_sim.store.protocol import Store

_TOLD = "due-told-on"


def promises_of(store: Store) -> tuple[Promise, ...]:
    """Everything that was promised in any session, the oldest first."""
    titles = {head.session: head.title for head in store.sessions()}
    return promises_in(
        Entry(name, titles.get(name, ""), row.kind, day, row.fields())
        for name, row in store.promised()
        if (day := day_of(row.wall_utc)) is not None
    )


def due_once_a_day(store: Store, clock: Clock) -> str:
    """What is due, on one line; empty where nothing is, or it was told today."""
    day = today_by(clock)
    try:
        line = due_line(promises_of(store), day)
        if not line or store.setting(_TOLD) == day.isoformat():
            return ""
        store.put_setting(_TOLD, day.isoformat())
    except StoreError:
        return ""
    return line


def forget_when_told(store: Store) -> None:
    """Keep no trace of when somebody was last told."""
    store.put_setting(_TOLD, None)
