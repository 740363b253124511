"""A seat is forgotten; the room goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.errors import RoomRefused, SessionNotFound
from empathy_sim.store.rows import Export
from empathy_sim.store.sqlite_store import SqliteStore
from empathy_sim.workshop.forgetting import forget_seat
from empathy_sim.workshop.group.steps import HEADINGS
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.evolving import fold
from empathy_sim.workshop.room.running import close_play, nudge
from empathy_sim.workshop.room.spelling import event_of
from empathy_sim.workshop.room.telling import ask_quietly, guess, observe, tick
from tests.workshop.room.rooms import Workshop

CANARY = "Quokka"


def a_room_with_one_to_be_forgotten(folder: Path) -> tuple[Workshop, str]:
    """Six who played, one of whom left traces everywhere, and one who watched them."""
    workshop = Workshop(SqliteStore(folder))
    room = workshop.room
    seat = workshop.plays(f"{CANARY} Ines")
    others = [workshop.plays(f"Player {number}") for number in range(5)]
    watcher = workshop.sit("Watcher", "observer", seat)
    for each in (seat, *others):
        workshop.pass_with(2_000, each)
        room.session_of(each).submit(m.React(-2, 1, f"word of {each}"))
    room.session_of(seat).submit(m.React(-4, 4, f"{CANARY} felt it", aha=True))
    ask_quietly(room, seat, f"{CANARY} asks")
    nudge(room, seat, f"Well, {CANARY}?")
    observe(room, watcher, "sigh", f"{CANARY} sighed")
    guess(room, seat, [f"{CANARY} knows why"])
    close_play(room)
    ahas = tuple(range(1, len(room.session_of(seat).log) + 1))
    tick(room, e.Ticked(0, seat, curve=True, ahas=ahas, named=True))
    return workshop, seat


def bytes_kept(folder: Path) -> bytes:
    return b"".join(
        file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    )


@pytest.mark.parametrize("steps", [0, len(HEADINGS)])
def test_no_byte_is_left_of_a_forgotten_seat(tmp_path: Path, steps: int) -> None:
    workshop, seat = a_room_with_one_to_be_forgotten(tmp_path)
    looking = LookingBack(workshop.room)
    for _ in range(steps):
        looking.reveal_next()
    session = workshop.room.seat(seat).session
    assert CANARY.encode() in bytes_kept(tmp_path)

    forget_seat(workshop.room, seat)

    assert CANARY.encode() not in bytes_kept(tmp_path)
    with pytest.raises(SessionNotFound):
        workshop.store.rows(session)
    assert len(wall_of(workshop.room).steps) == steps
    assert workshop.store.verify() == ()
    workshop.store.close()


def test_everybody_else_stays_as_they_were(tmp_path: Path) -> None:
    workshop, seat = a_room_with_one_to_be_forgotten(tmp_path)
    before = dict(workshop.room.state.seats)
    forget_seat(workshop.room, seat)
    after = workshop.room.state

    kept = [each for each in before.values() if each.id != seat]
    assert [each.number for each in kept] == [
        each.number for each in after.seats.values()
    ]
    assert [each.session for each in kept] == [
        each.session for each in after.seats.values()
    ]
    assert all(each.about == "" for each in after.seats.values())
    workshop.store.close()


def test_the_room_goes_on_and_is_taken_up_again(tmp_path: Path) -> None:
    workshop, seat = a_room_with_one_to_be_forgotten(tmp_path)
    forget_seat(workshop.room, seat)
    LookingBack(workshop.room).reveal_next()
    state = workshop.room.state
    rows = workshop.store.rows(workshop.room.name)

    assert fold(event_of(row) for row in rows) == state
    assert workshop.again().state == state
    with pytest.raises(RoomRefused, match="no such seat"):
        workshop.room.seat(seat)
    workshop.store.close()


def test_who_sits_down_after_one_was_forgotten_takes_no_number_twice() -> None:
    workshop = Workshop()
    first, second = workshop.sit("Ines"), workshop.sit("Omar")
    forget_seat(workshop.room, first)
    third = workshop.sit("Ines")
    seats = workshop.room.state.seats

    assert (seats[second].number, seats[third].number) == (2, 3)


def test_files_that_were_made_of_the_room_are_named() -> None:
    workshop = Workshop()
    seat = workshop.sit("Ines")
    made = Export(path="/there/room.html", what="page of the room", made_utc="2026")
    workshop.store.note_export(workshop.room.name, made)

    assert forget_seat(workshop.room, seat) == ("/there/room.html",)


def test_the_rooms_own_list_of_names_forgets_a_seat_too(tmp_path: Path) -> None:
    named = (f"{CANARY}Ines", "Omar")
    workshop = Workshop(SqliteStore(tmp_path), labels=named)
    seat, _ = (workshop.sit(each) for each in named)
    forget_seat(workshop.room, seat)

    assert workshop.room.state.opened.labels == ("Omar",)
    assert CANARY.encode() not in bytes_kept(tmp_path)
    assert workshop.again().state.opened.labels == ("Omar",)
    assert workshop.store.verify() == ()
    workshop.store.close()
