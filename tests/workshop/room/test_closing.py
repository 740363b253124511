"""The closing stands in a breath."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.board import LATE_MS, board_of
from empathy_sim.workshop.room.closing import Closing, closing_of
from empathy_sim.workshop.room.evolving import fold
from empathy_sim.workshop.room.running import (
    breathe,
    close_play,
    closing,
    go_on,
    let_pass,
    set_closing,
)
from empathy_sim.workshop.room.spelling import event_of
from empathy_sim.workshop.room.state import RoomState
from empathy_sim.workshop.room.waiting_room import waiting_of, waits
from tests.workshop.room.rooms import Workshop

MINUTE = 60_000
AT_MOST = 8 * MINUTE
DOES = st.sampled_from(["b", "b", "stop", "pass", "T"])
LENGTHS = st.integers(0, AT_MOST)


def at_clock(utc: str) -> str:
    """As a clock in the room shows it."""
    return f"{dt.datetime.fromisoformat(utc).astimezone():%H:%M}"


def in_ms(workshop: Workshop, milliseconds: int) -> str:
    """A time of the wall's clock, so long from now."""
    now = dt.datetime.fromisoformat(workshop.room.utc())
    then = now + dt.timedelta(milliseconds=milliseconds)
    return then.isoformat(timespec="milliseconds")


def closing_in(milliseconds: int) -> Workshop:
    """A room in which one plays, and which closes by itself."""
    workshop = Workshop()
    workshop.plays("Ines")
    set_closing(workshop.room, in_ms(workshop, milliseconds))
    return workshop


def breath_of(workshop: Workshop, milliseconds: int) -> None:
    breathe(workshop.room)
    workshop.clock.advance(milliseconds)
    go_on(workshop.room)


def shown(workshop: Workshop) -> Closing:
    found = closing(workshop.room)
    assert found is not None
    return found


def test_a_room_does_not_close_in_a_breath_and_closes_so_much_later() -> None:
    workshop = closing_in(10 * MINUTE)
    workshop.clock.advance(7 * MINUTE)
    breathe(workshop.room)
    workshop.clock.advance(5 * MINUTE)
    let_pass(workshop.room)
    in_breath = workshop.room.state.phase
    go_on(workshop.room)
    workshop.clock.advance(3 * MINUTE - 1)
    let_pass(workshop.room)
    before = workshop.room.state.phase
    workshop.clock.advance(1)
    let_pass(workshop.room)

    assert (in_breath, before) == ("playing", "playing")
    assert workshop.room.state.phase == "closed"


def test_the_new_time_is_told_with_why() -> None:
    workshop = closing_in(40 * MINUTE)
    breath_of(workshop, 3 * MINUTE + 20_000)
    at = at_clock(in_ms(workshop, 40 * MINUTE))
    said = shown(workshop).says

    assert said == (
        f"The room closes at {at}, in 40 minutes: three minutes later, for the breath"
    )


def test_a_short_breath_that_no_clock_shows_is_not_told() -> None:
    workshop = closing_in(8 * MINUTE)
    breath_of(workshop, 20_000)
    at = at_clock(in_ms(workshop, 8 * MINUTE))

    assert shown(workshop).says == f"The room closes at {at}, in eight minutes"


def test_what_is_left_stands_in_a_breath() -> None:
    workshop = closing_in(8 * MINUTE)
    breathe(workshop.room)
    said = []
    for _ in range(3):
        said.append(shown(workshop).says)
        workshop.clock.advance(7 * MINUTE)

    assert said == ["The closing waits too: eight minutes are left"] * 3


def test_a_time_set_in_a_breath_grows_by_what_still_comes_of_it() -> None:
    workshop = closing_in(MINUTE)
    breathe(workshop.room)
    workshop.clock.advance(10 * MINUTE)
    set_closing(workshop.room, in_ms(workshop, 5 * MINUTE))
    workshop.clock.advance(2 * MINUTE)
    go_on(workshop.room)

    now = shown(workshop)
    assert (now.left_s, now.later) == (300, 2)


def test_another_time_forgets_the_breaths_before_it() -> None:
    workshop = closing_in(10 * MINUTE)
    breath_of(workshop, 5 * MINUTE)
    first = shown(workshop).later
    set_closing(workshop.room, in_ms(workshop, 6 * MINUTE))
    then = shown(workshop)
    set_closing(workshop.room, "")

    assert (first, then.later, then.left_s) == (5, 0, 360)
    assert closing(workshop.room) is None


def test_a_breath_in_which_the_program_is_stopped_is_counted_whole() -> None:
    workshop = closing_in(10 * MINUTE)
    workshop.clock.advance(4 * MINUTE)
    breathe(workshop.room)
    workshop.clock.advance(MINUTE)
    workshop.room.suspend()
    workshop.clock.advance(20 * MINUTE)
    room = workshop.again()
    let_pass(room)
    stands = shown(workshop)
    workshop.clock.advance(MINUTE)
    go_on(room)

    assert room.state.phase == "playing"
    assert (stands.stands, stands.left_s) == (True, 360)
    assert (shown(workshop).left_s, shown(workshop).later) == (360, 22)


def test_a_room_that_is_closed_in_a_breath_closes_by_itself_no_more() -> None:
    workshop = closing_in(10 * MINUTE)
    breathe(workshop.room)
    close_play(workshop.room)

    assert closing(workshop.room) is None
    assert fold(workshop.room.log) == workshop.room.state


def test_a_log_without_the_walls_time_is_read_as_it_always_was() -> None:
    at = "2025-06-10T09:40:00.000+00:00"
    log: list[e.Event] = [
        *(e.Opened(0, "a", "A", "brisk", 3), e.PlayBegan(1_000)),
        *(e.ClosingSet(2_000, at), e.Breathed(3_000), e.WentOn(90_000)),
    ]
    state = fold(log)

    assert (state.closes_utc, state.breathing) == (at, False)
    assert closing_of(state, "2025-06-10T09:35:00.000+00:00") == Closing(
        at=at_clock(at), left_s=300, stands=False, later=0
    )


def test_a_waiting_room_stands_in_a_breath_too() -> None:
    workshop = Workshop(waiting_ms=2 * MINUTE)
    ines = workshop.sit("Ines")
    workshop.begin()
    workshop.clock.advance(MINUTE)
    called = waiting_of(workshop.room, workshop.room.seat(ines))
    breathe(workshop.room)
    workshop.clock.advance(9 * MINUTE)
    workshop.again()
    stands = waiting_of(workshop.room, workshop.room.seat(ines))
    go_on(workshop.room)
    workshop.clock.advance(MINUTE - 1)
    before = waits(workshop.room, workshop.room.seat(ines))
    workshop.clock.advance(1)

    assert stands == called
    assert before
    assert not waits(workshop.room, workshop.room.seat(ines))


def test_a_breath_makes_nobody_idle() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    workshop.begin()
    workshop.room.session_of(ines)
    workshop.pass_with(MINUTE, ines)
    breathe(workshop.room)
    workshop.pass_with(2 * LATE_MS, ines)
    go_on(workshop.room)
    (row,) = board_of(workshop.room, workshop.attendance).rows

    assert (row.mark, row.in_stage_ms, row.idle_ms) == ("", MINUTE, MINUTE)


class Counted:
    """What was promised, counted apart from any log."""

    def __init__(self, workshop: Workshop, promised: int) -> None:
        self.workshop = workshop
        self.left = promised

    def passes(self, milliseconds: int) -> None:
        """Let time pass, but for the last millisecond; the wall's clock never stops."""
        breathing = self.workshop.room.state.breathing
        step = milliseconds if breathing else min(milliseconds, self.left - 1)
        self.workshop.clock.advance(step)
        self.left -= 0 if breathing else step

    def does(self, what: str, length: int) -> None:
        room = self.workshop.room
        match what:
            case "b" if room.state.breathing:
                go_on(room)
            case "b":
                breathe(room)
            case "T":
                set_closing(room, in_ms(self.workshop, length + 1_000))
                self.left = length + 1_000
            case "stop":
                room.suspend()
                self.passes(length)
                self.workshop.again()
            case _:
                self.passes(length)
        self.agrees()

    def agrees(self) -> None:
        """The room is open, everything is in its log, and it says what is left."""
        room = self.workshop.room
        let_pass(room)
        assert room.state.phase == "playing"
        rows = self.workshop.store.rows(room.name)
        state: RoomState = fold(event_of(row) for row in rows)
        assert state == room.state
        assert shown(self.workshop).left_s == round(self.left / 1_000)


@given(
    promised=st.integers(1_000, 60 * MINUTE),
    steps=st.lists(st.tuples(DOES, LENGTHS), max_size=14),
)
def test_a_room_has_exactly_the_minutes_it_was_promised(
    promised: int, steps: list[tuple[str, int]]
) -> None:
    workshop = closing_in(promised)
    counted = Counted(workshop, promised)
    for what, length in steps:
        counted.does(what, length)
    if workshop.room.state.breathing:
        go_on(workshop.room)
    workshop.clock.advance(counted.left - 1)
    let_pass(workshop.room)
    before = workshop.room.state.phase
    workshop.clock.advance(1)
    let_pass(workshop.room)

    assert (before, workshop.room.state.phase) == ("playing", "closed")
