"""What one seat's app asks of its room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from empathy_sim.errors import RoomRefused
from empathy_sim.session.port import LocalPort
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.workshop.room.port import SeatPort
from empathy_sim.workshop.room.room import Room

if TYPE_CHECKING:
    from empathy_sim.engine.moves import Pace
    from empathy_sim.library.pressing import Card
    from empathy_sim.rehearsal.ways import Ways
    from empathy_sim.session.port import SessionPort
    from empathy_sim.store.rows import SessionHead

_NOT_HERE = "In a workshop there is one journey, and everybody plays it."
_FORGET = "Ask the facilitator: your seat and all that is kept of it can be removed."


class SeatForgets:
    """In a workshop the facilitator removes what is recorded, when asked to."""

    def made_of(self, session: str) -> tuple[str, ...]:
        """Nothing was made of a session while the room is open."""
        del session
        return ()

    def forget(self, session: str) -> tuple[str, ...]:
        """Say who can.

        Raises:
            RoomRefused: always.
        """
        del session
        raise RoomRefused(says=_FORGET)

    def is_forgotten(self, session: str) -> bool:
        """Nothing is, while the room is open."""
        del session
        return False


class SeatHouse:
    """The rest of the program, as far as one seat sees it."""

    kept_in = ""
    """Not on the computer of whoever looks at it."""
    forgetting = SeatForgets()

    def __init__(self, room: Room, seat: str, ways: dict[str, Ways]) -> None:
        """Know one seat.

        Args:
            room: where it stands.
            seat: its id.
            ways: ways on that were tried, shared by all seats of the room.
        """
        self._room, self._seat, self._ways = room, seat, ways

    def cards(self) -> tuple[Card, ...]:
        """Nothing to choose."""
        return ()

    def minutes(self, wanted: str, *, pace: Pace) -> int | None:
        """Nothing to choose."""
        del wanted, pace
        return None

    def sessions(self) -> tuple[SessionHead, ...]:
        """Nothing to choose."""
        return ()

    def begin(self, wanted: str, *, pace: Pace) -> NoReturn:
        """Nothing else can be begun.

        Raises:
            RoomRefused: always.
        """
        del wanted, pace
        raise RoomRefused(says=_NOT_HERE)

    def resume(self, session: str) -> SessionPort:
        """The seat's own session, whatever name is asked for."""
        del session
        return SeatPort(self._room, self._seat)

    def look_back(self, session: str) -> SessionPort:
        """The same, to look back on."""
        return self.resume(session)

    def due(self) -> str:
        """Nothing is, here."""
        return ""

    def ways(self, name: str) -> Ways | None:
        """Ways on that somebody in the room tried before."""
        return self._ways.get(name)

    def keep_ways(self, name: str, ways: Ways) -> None:
        """Keep them for everybody in the room."""
        self._ways[name] = ways

    def close(self, port: SessionPort) -> None:
        """The session goes on in the room; only this look at it is over."""
        del port


class NobodysHouse(SeatHouse):
    """A house in which nobody sits: its journey is kept nowhere, and thrown away."""

    def __init__(self, room: Room) -> None:
        """Stand beside a room that goes on without it."""
        super().__init__(room, "", {})
        self._nobody = Session.begin(
            room.script,
            room.casting(room.script, room.state.opened.seed),
            store=MemoryStore(),
            clock=room.clock,
        )

    def resume(self, session: str) -> SessionPort:
        """The journey that is kept nowhere."""
        del session
        return LocalPort(self._nobody)
