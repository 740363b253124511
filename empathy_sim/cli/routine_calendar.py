"""A calendar file, written."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from empathy_sim.cli.due import promises_of, today
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.private_file import refuse_taken, write_private
from empathy_sim.debrief.calendar_file import calendar_file, entries
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import Export

WHOSE = "calendar"
"""What the calendar's own mark is set as."""


def write_calendar(house: LocalHouse, path: Path, *, force: bool) -> Iterator[str]:
    """Write the hour and the follow-ups; says where they are.

    Raises:
        Usage: the name is taken.
        StoreError: the disk refuses.
    """
    path = path.expanduser().absolute()
    refuse_taken(path, force=force)
    promises, now = promises_of(house.store), house.clock.utc()
    listed = entries(promises, today(house.clock), _whose(house.store))
    noted = Export(path=str(path), what="calendar", made_utc=now)
    for session in dict.fromkeys(
        each.session for each in promises if each.next_asked is not None
    ):
        house.store.note_export(session, noted)
    write_private(path, calendar_file(listed, now))
    follow_ups = len(listed) - 1
    yield f"Calendar: {path}"
    yield (
        f"In it are an hour a month for a year, and {follow_ups} "
        f"follow-up{'' if follow_ups == 1 else 's'}, with what you promised. Open it "
        "with your calendar; opening a newer one replaces what is there."
    )


def _whose(store: Store) -> str:
    """A mark that is this folder's own, drawn once."""
    held = store.setting(WHOSE)
    if held is None:
        held = secrets.token_hex(16)
        store.put_setting(WHOSE, held)
    return held
