"""A real room at which a board looks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.prepared import house_in
from benchmarks.seats_prepared import prepare_room
from empathy_sim.library.casting import cast_for
from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.desk import Desk, Invitation, Outside, WallPlace
from empathy_sim.workshop.room.board import Board
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.telling import ask_quietly

A_LOOK_MS = 1_000
"""What passes from look to look: every line of the board says another time."""
ASKS = 5
"""Of so many seats, one has told the facilitator something."""


class WatchedDesk(Desk):
    """A real desk, at which time has passed whenever the room is looked at."""

    def __init__(self, room: Room, clock: ManualClock, outside: Outside) -> None:
        """Sit down at the desk of a room.

        Args:
            room: the room, everybody on hold.
            clock: the room's.
            outside: the program around it.
        """
        attendance = Attendance(room)
        super().__init__(room, attendance, outside)
        self.steps = 0
        self._clock = clock
        self._hear = attendance.heard
        self._seats = tuple(room.state.seats)

    def board(self) -> Board:
        """Read the room as it is now, everybody heard and a second later."""
        self.steps += 1
        for seat in self._seats:
            self._hear(seat)
        self._clock.advance(A_LOOK_MS)
        return super().board()


@contextmanager
def watched(seats: int) -> Iterator[WatchedDesk]:
    """The desk of a room in which so many play, and all are on hold."""
    with tempfile.TemporaryDirectory() as kept_in:
        folder = Path(kept_in)
        prepared = prepare_room(folder, seats)
        house, clock = house_in(folder), ManualClock()
        room = Room.resume(
            prepared.name, store=house.store, clock=clock, casting=cast_for
        )
        try:
            for seat in tuple(room.state.seats)[::ASKS]:
                ask_quietly(room, seat, "I cannot hear anything")
            yield WatchedDesk(room, clock, _outside())
        finally:
            room.suspend()
            house.close_all()


def _outside() -> Outside:
    return Outside(
        invitation=lambda: Invitation("http://here", "bcd fgh", "http://here/j"),
        link=lambda purpose: f"http://here/{purpose}",
        turn_over=lambda purpose: None,  # noqa: ARG005
        link_of=lambda secret: f"http://here/{secret}",
        turn_wall=lambda by: None,  # noqa: ARG005
        wall_place=_no_place,
        save=lambda text, name: name,  # noqa: ARG005
        let_go=_nobody_goes,
    )


def _no_place() -> WallPlace | None:
    return None


async def _nobody_goes(seat: str) -> None:
    del seat
