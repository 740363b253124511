"""A seat's session, as its screen knows it."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.session.port import LocalPort
from empathy_sim.workshop.room.room import Room

BREATH = "The room takes a breath. Every clock stands until it goes on."
_IN_A_BREATH = (m.React, m.Pause, m.Resume, m.Reflect, m.Leave)
"""Moves that cost no time; and leaving, which is always possible."""


class SeatPort(LocalPort):
    """A session that lives in a room: the room may hold its breath."""

    def __init__(self, room: Room, seat: str) -> None:
        """Know a seat's session.

        Raises:
            RoomRefused: the seat has none yet.
            StoreError: it cannot be opened.
        """
        super().__init__(room.session_of(seat))
        self.room, self.seat = room, seat

    async def submit(self, move: m.Move) -> Scene:
        if self.room.state.breathing and not isinstance(move, _IN_A_BREATH):
            raise MoveRefused(says=BREATH)
        return await super().submit(move)
