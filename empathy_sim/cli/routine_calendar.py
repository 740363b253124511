"""A calendar file, written."""

from __future__ import annotations

import secrets
import shlex
from collections.abc import Iterator
from pathlib import Path

from empathy_sim.cli.due import promises_of
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.options import data_given
from empathy_sim.cli.private_file import refuse_taken, write_private
from empathy_sim.debrief.calendar_file import calendar_file, entries
from empathy_sim.debrief.phrases import number
from empathy_sim.session.clock import today_by
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
    given = data_given()
    kept_in = f"--data {shlex.quote(str(given))}" if given else ""
    today, whose = today_by(house.clock), _whose(house.store)
    listed = entries(promises, today, whose, kept_in=kept_in)
    noted = Export(path=str(path), what="calendar", made_utc=now)
    for session in dict.fromkeys(
        each.session for each in promises if each.next_asked is not None
    ):
        house.store.note_export(session, noted)
    write_private(path, calendar_file(listed, now))
    yield f"Calendar: {path}"
    yield (
        f"In it: an hour a month for a year. {_days(len(listed) - 1)} Open it with your "
        "calendar; opening a newer one replaces what is there."
    )


def _days(count: int) -> str:
    match count:
        case 0:
            return "Nothing that you promised is open, so no other day is in it."
        case 1:
            return "And the day on which you are asked what came of what you promised."
        case _:
            return (
                f"And {number(count)} days on which you are asked what came of what you "
                "promised."
            )


def _whose(store: Store) -> str:
    """A mark that is this folder's own, drawn once."""
    held = store.setting(WHOSE)
    if held is None:
        held = secrets.token_hex(16)
        store.put_setting(WHOSE, held)
    return held
