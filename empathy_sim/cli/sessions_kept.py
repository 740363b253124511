"""What is kept how long, and what is forgotten."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator, Mapping, Sequence

import click

from empathy_sim.cli.due import forget_when_told
from empathy_sim.cli.forgetting import copies_left, exports_of, traces_removed
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.cli.routine_calendar import WHOSE
from empathy_sim.cli.traces import remove_record
from empathy_sim.errors import StoreDamaged, Usage
from empathy_sim.store.folder import data_folder
from empathy_sim.store.heads import read_heads
from empathy_sim.store.protocol import Store
from empathy_sim.store.retention import FOREVER, MOST_DAYS, days_of, keep_for, purge_due
from empathy_sim.text.sinks import for_terminal

_EVER = "9999"
"""Later than anything."""


def words_until(store: Store) -> Mapping[str, str]:
    """By when what was typed is gone, for each session in which some of it is left."""
    days = days_of(store)
    return {
        each.session: FOREVER if days is None else _later(each.last_utc, days)
        for each in store.with_words(_EVER)
    }


def _later(utc: str, days: int) -> str:
    try:
        return (dt.date.fromisoformat(utc[:10]) + dt.timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        return FOREVER


def kept_for(days: int | None) -> str:
    """For how long what is typed is kept, as a sentence."""
    if days is None:
        return "What is typed is kept until its session is forgotten."
    if days == 0:
        return "What is typed is removed as soon as its session is over."
    noun = "day" if days == 1 else "days"
    return f"What is typed is removed after {days} {noun}."


def set_days(house: LocalHouse, told: str | None) -> Iterator[str]:
    """Set for how many days words are kept, or say it.

    Raises:
        Usage: that is no number of days.
    """
    if told is not None:
        keep_for(house.store, _days(told))
    yield kept_for(days_of(house.store))
    now = house.clock.utc()
    removed = purge_due(house.store, now, over_only=False) if told is not None else 0
    if removed:
        yield f"Just now: {removed} text{'' if removed == 1 else 's'} removed."


def _days(told: str) -> int | None:
    if told == FOREVER:
        return None
    if told.isascii() and told.isdecimal() and int(told[:9]) <= MOST_DAYS:
        return int(told[:9])
    raise Usage(
        says=f'"{told}" is no number of days.',
        try_="30, 0 (at once when it is over), or forever",
    )


def forget(wanted: Sequence[str], *, everything: bool, sure: bool) -> Iterator[str]:
    """Remove sessions, and every trace of them; names the files made from them.

    Raises:
        Usage: nothing was named, or nobody can be asked.
        StoreError: one of them is open elsewhere, or the disk refuses.
    """
    if bool(wanted) == everything:
        raise Usage(
            says="Which session is to be forgotten?",
            try_="the name of one, as empathy-sim sessions lists it, or --all",
        )
    folder = data_folder(None, os.environ)
    try:
        with open_house() as house:
            names = _names(house, wanted)
            exports = exports_of(house.store, names)
            if not names or not _is_sure(_question(names), sure=sure):
                yield "Nothing was forgotten."
                return
            house.store.forget(*names)
            if everything:
                forget_when_told(house.store)
                house.store.put_setting(WHOSE, None)
    except StoreDamaged as damaged:
        if not everything or damaged.session is not None:
            raise
        question = f"{damaged} Remove the whole record?"
        if not _is_sure(question, sure=sure):
            yield "Nothing was forgotten."
            return
        names, exports = ["everything"], ()
        remove_record(folder)
    yield f"Forgotten: {', '.join(names)}."
    yield from traces_removed(folder)
    yield from copies_left(exports)


def _names(house: LocalHouse, wanted: Sequence[str]) -> list[str]:
    if wanted:
        return list(dict.fromkeys(house.named(each) for each in wanted))
    noted = read_heads(house.folder) or {}
    listed = [head.session for head in house.store.sessions()]
    return list(dict.fromkeys((*listed, *noted)))


def _question(names: Sequence[str]) -> str:
    what = names[0] if len(names) == 1 else f"{len(names)} sessions"
    return f"Forget {what}, with everything in it? It cannot be brought back."


def _is_sure(question: str, *, sure: bool) -> bool:
    if sure:
        return True
    if not sys.stdin.isatty():
        raise Usage(says=f"{question} Nobody is here to ask.", try_="add --yes")
    click.echo(for_terminal(f"{question} yes or no"))
    click.echo("> ", nl=False)
    return sys.stdin.readline().strip().casefold() in {"yes", "y"}
