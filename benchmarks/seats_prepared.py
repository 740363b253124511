"""Seats on hold, ready to be measured."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.prepared import SCENARIO, house_in, prepared_session
from benchmarks.seat_alone import NAME, SEAT
from empathy_sim.engine.moves import Consent, Proceed
from empathy_sim.library.casting import cast_for
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import begin_play
from empathy_sim.workshop.room.seating import take_seat

SEED = 1


@dataclass(frozen=True, slots=True)
class PreparedRoom:
    """A room that is shut for now, in which everybody is on hold."""

    folder: Path
    name: str
    secrets: tuple[str, ...]
    """Each opens a seat."""


def prepare_room(folder: Path, seats: int) -> PreparedRoom:
    """Open a room, let so many sit down and come as far as the hold, and shut it."""
    house = house_in(folder)
    try:
        script, fixes = house.script_and_fixes(SCENARIO)
        journey = script.journey
        opened = e.Opened(0, journey.journey, journey.title, "real", SEED)
        room = Room.open(
            script,
            opened,
            store=house.store,
            clock=house.clock,
            casting=cast_for,
            fixes=fixes,
        )
        taken = [take_seat(room, f"Seat {number + 1}") for number in range(seats)]
        begin_play(room)
        for seat, _ in taken:
            _bring_to_hold(room, seat.id)
        room.suspend()
        return PreparedRoom(folder, room.name, tuple(secret for _, secret in taken))
    finally:
        house.close_all()


def _bring_to_hold(room: Room, seat: str) -> None:
    session = room.session_of(seat)
    session.submit(Consent())
    while session.state.phase != "playing":
        session.submit(Proceed())


def prepare_folders(folder: Path, seats: int) -> Path:
    """Make so many folders, each with the same session on hold."""
    first = folder / SEAT.format(0)
    name = prepared_session(first, pace="real")
    (first / NAME).write_text(name, encoding="utf-8")
    for number in range(1, seats):
        shutil.copytree(first, folder / SEAT.format(number))
    return folder
