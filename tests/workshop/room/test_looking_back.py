"""What stands on a wall was shown."""

from __future__ import annotations

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.group.steps import HEADINGS
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.telling import observe, tick
from tests.workshop.room.rooms import Workshop


def a_room_that_played(count: int = 6) -> tuple[Workshop, list[str]]:
    workshop = Workshop()
    seats = [workshop.plays(f"Player {number}") for number in range(count)]
    for number, seat in enumerate(seats):
        workshop.pass_with(1_000 * (number + 1), seat)
        workshop.room.session_of(seat).submit(m.React(-number % 5, 1, f"W{number}"))
    return workshop, seats


def test_nothing_is_told_of_those_who_still_play() -> None:
    workshop, _ = a_room_that_played()

    assert LookingBack(workshop.room).people().read == {}
    with pytest.raises(RoomRefused, match="Close the room"):
        LookingBack(workshop.room).reveal_next()


def test_step_by_step_everything_comes_to_stand_on_the_wall() -> None:
    workshop, _ = a_room_that_played()
    close_play(workshop.room)
    looking = LookingBack(workshop.room)
    for _ in HEADINGS:
        looking.reveal_next()

    assert [each.heading for each in wall_of(workshop.room).steps] == list(HEADINGS)
    with pytest.raises(RoomRefused, match="Everything"):
        looking.reveal_next()


def test_the_wall_is_the_same_after_the_program_was_gone() -> None:
    workshop, _ = a_room_that_played()
    close_play(workshop.room)
    LookingBack(workshop.room).reveal_next()
    before = wall_of(workshop.room)
    room = workshop.again()

    assert wall_of(room) == before


def test_the_rooms_own_thresholds_hold_on_its_wall() -> None:
    workshop = Workshop(smallest=8)

    assert wall_of(workshop.room).ledger.least == 8


def test_what_one_ticked_is_on_the_wall_and_what_nobody_ticked_is_not() -> None:
    workshop, seats = a_room_that_played()
    close_play(workshop.room)
    log = workshop.room.session_of(seats[2]).log
    seq = next(at for at, each in enumerate(log, 1) if "W2" in repr(each))
    tick(workshop.room, e.Ticked(0, seats[2], words=(seq,)))
    looking = LookingBack(workshop.room)
    for _ in HEADINGS:
        looking.reveal_next()

    shown = repr(wall_of(workshop.room).steps)
    assert "W2" in shown
    assert not any(f"W{other}" in shown for other in (0, 1, 3, 4, 5))
    assert "Player" not in shown


def test_an_observers_notes_are_looked_back_on_too() -> None:
    workshop, seats = a_room_that_played(2)
    watcher = workshop.sit("Omar", "observer", seats[0])
    observe(workshop.room, watcher, "laugh")
    close_play(workshop.room)

    people = LookingBack(workshop.room).people()
    (noted,) = people.members[watcher].observed
    assert (noted.what, noted.of) == ("laughed", seats[0])


def test_a_log_is_read_once_and_again_only_when_it_has_grown() -> None:
    workshop, seats = a_room_that_played(1)
    close_play(workshop.room)
    looking = LookingBack(workshop.room)
    first = looking.people().read[seats[0]]
    same = looking.people().read[seats[0]]
    workshop.room.session_of(seats[0]).submit(m.Proceed())

    assert same is first
    assert looking.people().read[seats[0]] is not first
