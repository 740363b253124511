"""The board tells who is where, and no more."""

from __future__ import annotations

from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.board import board_of
from tests.workshop.room.rooms import Workshop, to_playing


def test_the_board_tells_who_is_where_and_who_needs_somebody() -> None:
    workshop = Workshop()
    ines, omar = workshop.plays("Ines"), workshop.plays("Omar")
    workshop.pass_with(2_000, ines, omar)
    workshop.room.keep(e.Asked(workshop.room.at_ms(), omar, "I am lost."))
    board = board_of(workshop.room, workshop.attendance)

    first, second = board.rows
    assert (first.label, first.where, first.stage_number) == ("Ines", "Calling", 1)
    assert first.in_stage_ms == 2_000
    assert first.waits
    assert (first.mark, second.mark) == ("", "asks")
    assert (board.here, board.playing, board.over) == (2, 2, 0)


def test_the_board_tells_who_is_gone() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    workshop.pass_with(2_000, ines)
    workshop.clock.advance(6_000)
    workshop.attendance.look()

    (row,) = board_of(workshop.room, workshop.attendance).rows
    assert (row.here, row.mark) == (False, "gone")


def test_who_waits_for_the_story_is_not_idle() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    workshop.pass_with(200_000, ines)

    (row,) = board_of(workshop.room, workshop.attendance).rows
    assert row.idle_ms >= 190_000
    assert row.mark == ""


def test_a_late_joiner_begins_at_once() -> None:
    workshop = Workshop()
    workshop.plays("Ines")
    late = workshop.sit("Late")
    to_playing(workshop.room.session_of(late))

    assert workshop.room.session_of(late).state.stage == "calling"
