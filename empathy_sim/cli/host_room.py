"""The room that was asked for."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from pathlib import Path

import click

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_files import text_of
from empathy_sim.cli.host_names import labels_in
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.options import chosen_fit
from empathy_sim.cli.workshops_looked import while_hosted_refused
from empathy_sim.cli.workshops_named import workshop_named
from empathy_sim.debrief.phrases import many, number
from empathy_sim.errors import RoomRefused, Usage
from empathy_sim.library.casting import cast_for
from empathy_sim.session.clock import RealClock
from empathy_sim.text.sinks import for_terminal
from empathy_sim.workshop.desk import time_of_day
from empathy_sim.workshop.group.poll_file import PollRead, poll_in
from empathy_sim.workshop.group.reasons import alike
from empathy_sim.workshop.kit.cues import Cue, cues_in
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import begin_play
from empathy_sim.workshop.room.seating import take_seat
from empathy_sim.workshop.room.telling import listed, poll

_SEEDS = 1_000_000
_MINUTE_MS = 60_000
_NAMED = 5
"""Reasons that are named of many."""
_PROBLEMS = 5
"""Lines of a poll whose problem is told."""


def room_for(asked: Asked, house: LocalHouse) -> Room:
    """The room that was asked for: a new one, or one of before.

    Raises:
        Usage: there is none such.
        ContentRefused: the journey has problems.
        StoreError: the room cannot be kept, or is open elsewhere.
    """
    clock = RealClock()
    if asked.is_again:
        name = earlier(asked.room, house)
        with while_hosted_refused():
            return Room.resume(name, store=house.store, clock=clock, casting=cast_for)
    labels = labels_in(asked.names)
    house.which = chosen_fit()
    script, fixes = house.script_and_fixes(asked.wanted or "")
    journey = script.journey
    seed = asked.seed if asked.seed is not None else _drawn()
    opened = e.Opened(
        0,
        journey.journey,
        journey.title,
        asked.pace,
        seed,
        solo=asked.solo,
        smallest=asked.at_least,
        smallest_words=max(10, asked.at_least),
        waiting_ms=(asked.waiting_room or 0) * _MINUTE_MS,
        labels=labels,
    )
    room = Room.open(
        script,
        opened,
        store=house.store,
        clock=clock,
        casting=cast_for,
        fixes=fixes,
    )
    if asked.solo:
        begin_play(room)
    return room


def _drawn() -> int:
    return int.from_bytes(os.urandom(4)) % _SEEDS


def earlier(named: str | None, house: LocalHouse) -> str:
    """The full name of a room of before; without a wish the latest.

    Raises:
        Usage: there is none such, or more than one begins so.
    """
    return workshop_named(
        house,
        named,
        none="No room was opened yet.",
        unknown=f'No room whose name begins with "{named}" was opened here.',
    )


def solo_seats(room: Room) -> tuple[tuple[str, str], ...]:
    """Take a seat for each name of the list; each with the secret that opens it."""
    return tuple((each, take_seat(room, each)[1]) for each in room.state.opened.labels)


def closing_utc(typed: str, now: dt.datetime) -> str:
    """The instant of a time of day, today or else tomorrow; ISO 8601, UTC.

    Args:
        typed: `10:40`, or `+15` for so many minutes from now.
        now: with its zone.

    Raises:
        Usage: it is no time of day.
    """
    try:
        then = time_of_day(typed, now)
    except RoomRefused:
        raise Usage(
            says=f'"{typed}" is no time of day.', try_="--close-at 10:40"
        ) from None
    return then.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def cues_of(file: Path | None) -> tuple[Cue, ...]:
    """The run sheet's cues, from a file of `empathy-sim kit --cues`.

    Raises:
        Usage: it holds none.
    """
    return () if file is None else cues_in(text_of(file)).cues


def poll_of(file: Path | None) -> PollRead | None:
    """What a file says of what the frontline hears most; None without one.

    Raises:
        Usage: it is no text.
    """
    return None if file is None else poll_in(text_of(file))


def take_poll(room: Room, file: Path, read: PollRead) -> None:
    """Let a file say what the frontline hears most; what is wrong in it is told.

    What is kept of a file already is not counted again: a room is opened again with
    the words that opened it.
    """
    for problem in read.problems[:_PROBLEMS]:
        _note(f"{file}:{problem.line}: {problem.says}")
    if (more := len(read.problems) - _PROBLEMS) > 0:
        have = "line has" if more == 1 else "lines have"
        _note(f"{file}: {more:,} more {have} a problem.")
    before = Counter(
        each.reasons for each in room.state.polled if each.source == "file"
    )
    told = Counter(listed(list(each.reasons)) for each in read.poll)
    for reasons in (told - before).elements():
        poll(room, reasons.split("\n"), "file")
    if known := (told & before).total():
        verb = "is" if known == 1 else "are"
        lines = many(known, "line")
        _note(f"{file}: {lines} {verb} kept already, and {verb} not counted again.")
    _tell_own_words(room, file, read)


def _note(says: str) -> None:
    click.echo(for_terminal(says, one_line=True), err=True)


def _tell_own_words(room: Room, file: Path, read: PollRead) -> None:
    offered = {alike(each) for each in room.state.opened.reasons or REASONS}
    said = dict.fromkeys(one for each in read.poll for one in each.reasons)
    own = [one for one in said if alike(one) not in offered]
    if own:
        _note(f"{file}: {_own_words(own)}")


def _own_words(own: list[str]) -> str:
    """What becomes of reasons that nobody in the room can choose."""
    named, more = "; ".join(own[:_NAMED]), len(own) - _NAMED
    others = f", and {number(more)} more" if more > 0 else ""
    return (
        f"{named}{others}: not among the reasons that the room chooses from, so told "
        "only where ten say the same. The poll's link shows those reasons."
    )
