"""Robots fill a room for somebody who practises."""

from __future__ import annotations

from collections import Counter

import pytest

from empathy_sim.workshop.forgetting import forget_seat
from empathy_sim.workshop.practice.robots import Practice
from empathy_sim.workshop.room.board import board_of
from empathy_sim.workshop.room.running import breathe, close_play, go_on
from empathy_sim.workshop.room.swapping import swap
from tests.workshop.kit.made_kits import shipped
from tests.workshop.room.rooms import Workshop


def let_pass(workshop: Workshop, practice: Practice, milliseconds: int) -> None:
    for _ in range(milliseconds // 500):
        practice.look()
        workshop.clock.advance(500)


def test_robots_sit_down_and_some_of_them_watch() -> None:
    workshop = Workshop()
    Practice(workshop.room, workshop.attendance, 12)

    chairs = Counter(seat.chair for seat in workshop.room.state.seats.values())
    assert chairs == {"customer": 9, "observer": 3}


def test_robots_wait_in_the_lobby_and_play_once_it_begins() -> None:
    workshop = Workshop()
    practice = Practice(workshop.room, workshop.attendance, 6)
    let_pass(workshop, practice, 20_000)
    assert not any(seat.session for seat in workshop.room.state.customers)
    workshop.begin()
    let_pass(workshop, practice, 120_000)

    assert all(seat.session for seat in workshop.room.state.customers)
    assert all(s.state.stage for _, s in workshop.room.open_sessions())


def test_robots_hold_their_breath_with_the_room() -> None:
    workshop = Workshop()
    practice = Practice(workshop.room, workshop.attendance, 6)
    workshop.begin()
    let_pass(workshop, practice, 90_000)
    breathe(workshop.room)
    before = [len(session.log) for _, session in workshop.room.open_sessions()]
    let_pass(workshop, practice, 60_000)
    after = [len(session.log) for _, session in workshop.room.open_sessions()]
    go_on(workshop.room)

    assert before == after


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_robots_come_through_to_what_they_share(seed: int) -> None:
    workshop = Workshop()
    practice = Practice(workshop.room, workshop.attendance, 8, seed=seed)
    workshop.begin()
    let_pass(workshop, practice, 240_000)
    close_play(workshop.room)
    let_pass(workshop, practice, 240_000)

    played = [seat for seat in workshop.room.state.customers if seat.session]
    assert played
    assert all(seat.ticked is not None for seat in played)
    assert sum(seat.guess is not None for seat in played) == len(played)


def test_most_robots_live_most_of_a_journey() -> None:
    workshop = Workshop(script=shipped())
    practice = Practice(workshop.room, workshop.attendance, 12)
    workshop.begin()
    let_pass(workshop, practice, 240_000)

    board = board_of(workshop.room, workshop.attendance)
    assert board.playing >= 6
    assert len({row.where for row in board.rows if row.stage_number}) >= 3


def test_robots_swap_chairs_for_a_second_sitting() -> None:
    workshop = Workshop()
    practice = Practice(workshop.room, workshop.attendance, 12)
    workshop.begin()
    let_pass(workshop, practice, 120_000)
    close_play(workshop.room)
    let_pass(workshop, practice, 240_000)
    watched = [seat.id for seat in workshop.room.state.seats.values() if seat.about]
    swap(workshop.room)
    let_pass(workshop, practice, 240_000)
    close_play(workshop.room)
    let_pass(workshop, practice, 240_000)

    seats = [workshop.room.seat(each) for each in watched]
    assert len(seats) == 3
    assert all(seat.session and seat.ticked is not None for seat in seats)


def test_robots_go_on_in_their_own_seats_after_a_stop() -> None:
    workshop = Workshop()
    seats = Practice(workshop.room, workshop.attendance, 8).seats
    workshop.begin()
    before = Practice.again(workshop.room, workshop.attendance, seats)
    let_pass(workshop, before, 60_000)
    logs = {each: len(workshop.room.session_of(each).log) for each in seats[:6]}
    workshop.again()
    practice = Practice.again(workshop.room, workshop.attendance, seats)
    let_pass(workshop, practice, 180_000)

    assert practice.seats == seats
    assert len(workshop.room.state.seats) == 8
    assert workshop.attendance.here == 8
    assert all(len(workshop.room.session_of(at).log) > logs[at] for at in logs)


def test_a_robot_whose_seat_was_forgotten_keeps_no_other_from_playing() -> None:
    workshop = Workshop()
    practice = Practice(workshop.room, workshop.attendance, 4)
    first, *others = practice.seats
    forget_seat(workshop.room, first)
    workshop.begin()
    let_pass(workshop, practice, 60_000)

    assert all(workshop.room.seat(each).session for each in others[:-1])
