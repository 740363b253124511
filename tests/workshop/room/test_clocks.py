"""Clocks of a room stand when they should."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.room.clocks import GRACE_MS, RoomClock, SeatClock


def test_a_rooms_clock_stands_during_a_breath() -> None:
    real = ManualClock(7)
    clock = RoomClock(real)
    real.advance(1_000)
    clock.stand(still=True)
    real.advance(60_000)
    assert clock.milliseconds() == 1_000
    clock.stand(still=False)
    real.advance(500)

    assert clock.milliseconds() == 1_500


def test_a_seat_that_was_never_heard_from_has_no_time() -> None:
    real = ManualClock()
    clock = SeatClock(RoomClock(real))
    real.advance(60_000)

    assert clock.milliseconds() == 0
    assert not clock.was_heard


def test_a_seats_clock_stands_once_nothing_is_heard_and_goes_on_with_the_next() -> None:
    real = ManualClock()
    clock = SeatClock(RoomClock(real))
    clock.heard()
    real.advance(600_000)
    assert clock.milliseconds() == GRACE_MS
    clock.heard()
    real.advance(400)

    assert clock.milliseconds() == GRACE_MS + 400


def test_a_seat_that_is_closed_stands_at_once() -> None:
    real = ManualClock()
    clock = SeatClock(RoomClock(real))
    clock.heard()
    real.advance(300)
    clock.gone()
    real.advance(300)

    assert clock.milliseconds() == 300


@given(st.lists(st.tuples(st.integers(0, 5_000), st.booleans()), max_size=40))
def test_no_seat_lives_more_than_there_was_or_runs_back(
    steps: list[tuple[int, bool]],
) -> None:
    real = ManualClock()
    clock = SeatClock(RoomClock(real))
    passed, last, signs = 0, 0, 0
    for length, heard in steps:
        if heard:
            clock.heard()
            signs += 1
        real.advance(length)
        passed += length
        now = clock.milliseconds()
        assert last <= now <= min(passed, signs * GRACE_MS)
        last = now
