"""A live seat's clock never stands."""

from __future__ import annotations

from random import Random

from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.room.clocks import GRACE_MS, RoomClock, SeatClock
from empathy_sim.workshop.server.screen_socket import PING_S

PING_MS = round(PING_S * 1_000)


def heard_for(answers_late_ms: int, pings: int) -> tuple[int, int]:
    """Ping so often, answered with a delay of any length up to one; times passed.

    Returns:
        What passed on the wall and on the seat, in milliseconds.
    """
    wall, draw = ManualClock(), Random(1)
    seat = SeatClock(RoomClock(wall))
    seat.heard()
    began = wall.milliseconds()
    for _ in range(pings):
        late = draw.randint(0, answers_late_ms)
        wall.advance(late)
        seat.heard()
        wall.advance(PING_MS - late)
    return wall.milliseconds() - began, seat.milliseconds()


def test_a_live_seats_clock_never_stands() -> None:
    for late in (0, 50, 200, PING_MS):
        on_the_wall, on_the_seat = heard_for(late, 1_000)
        assert on_the_seat == on_the_wall


def test_one_ping_may_be_lost() -> None:
    assert 2 * PING_MS <= GRACE_MS
