"""A room over a small script."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.moves import Pace
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.protocol import Store
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import begin_play
from empathy_sim.workshop.room.seating import take_seat
from tests.session.conftest import small_script

SCRIPT = small_script()


def casting(script: Script, seed: int) -> Cast:
    """Everybody plays the same customer, and none of it is drawn."""
    del script, seed
    return plain_cast({"order_number": "HV-1"})


def opening(pace: Pace = "workshop", **how: object) -> e.Opened:
    return e.Opened(0, "a-call", "A call", pace, 1, **how)  # type: ignore[arg-type]


class Workshop:
    """A room with everything around it that a test may touch."""

    def __init__(
        self, store: Store | None = None, script: Script = SCRIPT, **how: object
    ) -> None:
        self.clock = ManualClock()
        self.store = store or MemoryStore()
        self.room = Room.open(
            script,
            opening(**how),  # type: ignore[arg-type]
            store=self.store,
            clock=self.clock,
            casting=casting,
        )
        self.attendance = Attendance(self.room)

    def sit(self, label: str, chair: e.Chair = "customer", about: str = "") -> str:
        """Somebody sits down; the seat."""
        seat, _secret = take_seat(self.room, label, chair, about)
        return seat.id

    def begin(self) -> None:
        begin_play(self.room)

    def plays(self, label: str) -> str:
        """Somebody who is in the story."""
        seat = self.sit(label)
        if self.room.state.phase == "lobby":
            self.begin()
        to_playing(self.room.session_of(seat))
        return seat

    def pass_with(self, milliseconds: int, *heard: str) -> None:
        """Let time pass while some seats are heard from each half second."""
        for _ in range(milliseconds // 500):
            for seat in heard:
                self.attendance.heard(seat)
            self.clock.advance(500)

    def again(self) -> Room:
        """The room as another program finds it once this one is gone."""
        self.room.suspend()
        self.room = Room.resume(
            self.room.name, store=self.store, clock=self.clock, casting=casting
        )
        self.attendance = Attendance(self.room)
        return self.room


def to_playing(session: Session) -> None:
    session.submit(m.Consent())
    while session.state.stage == "":
        session.submit(m.Proceed())
