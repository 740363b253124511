"""The lobby that waits: tickets, and no reason given."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat

_FIRST = 14
"""The number that the first seat draws."""
_CALLED: tuple[tuple[int, str, int], ...] = (
    *((0, "A", -6), (9, "A", -5), (15, "B", -3), (24, "A", -4), (33, "C", 0)),
    *((40, "B", -2), (47, "A", -3), (61, "C", 1), (68, "B", -1), (74, "A", -2)),
    *((86, "C", 2), (91, "B", 0), (95, "A", -1)),
)
"""From which percent of the wait on which series and number is called, counted from
one's own. Other series go on while one's own does not."""


class Waiting(Struct, frozen=True):
    """What stands in the waiting room for one seat."""

    agreed: bool
    number: str
    """One's own: `A 14`."""
    called: str
    """What the board calls now."""


def waits(room: Room, seat: Seat) -> bool:
    """Whether a seat is in the waiting room, or is asked to be."""
    state = room.state
    if not state.opened.waiting_ms or state.phase != "playing" or seat.session:
        return False
    over = room.lived_ms() >= state.began_lived_ms + state.opened.waiting_ms
    return seat.chair == "customer" and seat.waiting != "stopped" and not over


def waiting_of(room: Room, seat: Seat) -> Waiting:
    """What the waiting room shows a seat now."""
    state = room.state
    passed = max(0, room.lived_ms() - state.began_lived_ms)
    percent = 100 * passed // max(1, state.opened.waiting_ms)
    series, off = next(
        (series, off) for since, series, off in reversed(_CALLED) if percent >= since
    )
    own = _FIRST + seat.number - 1
    return Waiting(seat.waiting == "agreed", f"A {own}", f"{series} {own + off}")


def agree(room: Room, seat: str) -> None:
    """Somebody agrees to wait."""
    room.seat(seat)
    room.keep(e.Waited(room.at_ms(), seat, "agreed"))


def stop(room: Room, seat: str) -> None:
    """Somebody has had enough, or would rather not: their journey begins."""
    room.seat(seat)
    room.keep(e.Waited(room.at_ms(), seat, "stopped"))
