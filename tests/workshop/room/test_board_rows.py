"""The board tells who is where, and no more."""

from __future__ import annotations

from empathy_sim.engine import events as story
from empathy_sim.engine import moves as m
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.board import (
    IDLE_MS,
    LATE_MS,
    STUCK_MS,
    Board,
    board_of,
)
from empathy_sim.workshop.room.running import close_play
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


def seen(workshop: Workshop) -> Board:
    return board_of(workshop.room, workshop.attendance)


def test_whoever_has_a_page_open_where_nothing_is_played_is_here() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    before = seen(workshop).here
    workshop.attendance.opened(ines)

    assert (before, seen(workshop).here) == (0, 1)
    workshop.attendance.shut(ines)
    assert seen(workshop).here == 0


def test_a_page_around_a_story_says_nothing_of_its_screen() -> None:
    workshop = Workshop()
    workshop.attendance.opened(workshop.plays("Ines"))

    assert not seen(workshop).rows[0].here


def test_whoever_has_come_through_is_here_by_what_they_tick() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    workshop.attendance.opened(ines)
    close_play(workshop.room)
    session = workshop.room.session_of(ines)
    while session.state.phase != "closed":
        session.submit(m.Proceed())

    assert (seen(workshop).here, seen(workshop).over) == (1, 1)


def test_whoever_is_long_before_the_story_is_marked_with_the_time() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    workshop.begin()
    workshop.room.session_of(ines)
    workshop.pass_with(LATE_MS, ines)
    on_time = seen(workshop).rows[0]
    workshop.pass_with(1_000, ines)

    assert (on_time.where, on_time.mark) == ("reads the contract", "")
    late = seen(workshop).rows[0]
    assert (late.in_stage_ms, late.mark) == (LATE_MS + 1_000, "idle")


def test_whoever_never_began_has_not_come_through_it() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    workshop.begin()
    workshop.room.session_of(ines)
    close_play(workshop.room)

    board = seen(workshop)
    assert (board.rows[0].where, board.rows[0].mark) == ("did not begin", "")
    assert board.over == 0


def test_whoever_has_just_come_off_a_hold_is_not_idle_at_once() -> None:
    workshop = Workshop(pace="brisk")
    ines = workshop.plays("Ines")
    session = workshop.room.session_of(ines)
    while session.state.wait is not None:
        workshop.pass_with(30_000, ines)
        session.catch_up()
    waited = [each for each in session.log if type(each) is story.WaitEnded]
    over = session.instant().felt_ms - waited[-1].felt_ms
    first = seen(workshop).rows[0]
    workshop.pass_with(IDLE_MS, ines)
    then = seen(workshop).rows[0]

    assert (first.idle_ms, first.mark) == (over, "")
    assert (then.idle_ms, then.mark) == (over + IDLE_MS, "idle")


def test_whoever_still_reads_while_the_others_play_is_not_stuck_in_a_stage() -> None:
    workshop = Workshop()
    others = [workshop.plays(name) for name in ("Omar", "Ruth", "Ada")]
    late = workshop.sit("Late")
    workshop.room.session_of(late)
    workshop.pass_with(STUCK_MS + 1_000, late, *others)

    assert seen(workshop).rows[-1].mark == "idle"
