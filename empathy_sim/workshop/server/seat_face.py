"""What a seat's page follows of the room."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from empathy_sim.debrief.phrases import capital
from empathy_sim.workshop.room.board import where_of
from empathy_sim.workshop.room.pacing import Pacing, pacing_of
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import closing
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.room.waiting_room import Waiting, waiting_of, waits

SeatPage: TypeAlias = Literal["lobby", "wait", "play", "observe", "share", "missed"]


class Watching(Struct, frozen=True):
    """Whom an observer watches."""

    where: str
    """The stage they are in, or what they do outside the story."""
    begun: bool
    """Whether there is anything to note."""
    debriefed: bool
    """Whether their own debrief is behind them."""
    shows: bool
    """Whether they let the room see their curve."""


class SeatFace(Struct, frozen=True):
    """Where a seat's page should be, and what the frame around it says."""

    page: SeatPage
    phase: str
    breathing: bool
    nudge: str
    nudged_ms: int
    closing: str
    """When the room closes by itself, in words; empty where it closes when told to."""
    asked: bool
    """Whether something was told quietly and is not answered yet."""
    revealed: int
    here: int
    """How many sit in the room."""
    on_hold: bool
    """Whether the customer is on hold, and there would be music."""
    pacing: Pacing | None
    """What is asked or told of the pace; None where nothing is."""
    waiting: Waiting | None
    """What the waiting room shows; None outside of it."""
    watching: Watching | None
    """Whom they watch; None for whoever plays, and before anybody is chosen."""

    def plain(self) -> dict[str, object]:
        """The same as plain values."""
        waiting = asdict(self.waiting) if self.waiting else None
        pacing = asdict(self.pacing) if self.pacing else None
        watching = asdict(self.watching) if self.watching else None
        return {
            **asdict(self),
            "waiting": waiting,
            "pacing": pacing,
            "watching": watching,
        }


def face_of(room: Room, seat: Seat) -> SeatFace:
    """A seat's face as it stands now."""
    state = room.state
    return SeatFace(
        page=page_of(room, seat),
        phase=state.phase,
        breathing=state.breathing,
        nudge=seat.nudge,
        nudged_ms=seat.nudged_ms,
        closing=closes.says if (closes := closing(room)) else "",
        asked=seat.asked is not None,
        revealed=len(state.revealed),
        here=len(state.seats),
        on_hold=_is_on_hold(room, seat),
        pacing=pacing_of(room, seat.id),
        waiting=waiting_of(room, seat) if waits(room, seat) else None,
        watching=watching_of(room, seat),
    )


def watching_of(room: Room, seat: Seat) -> Watching | None:
    """Whom an observer watches, and where they are."""
    watched = room.state.seats.get(seat.about)
    if seat.chair != "observer" or watched is None:
        return None
    where = capital(where_of(room, watched))
    begun = room.has_session(watched.id)
    return Watching(
        where,
        begun=begun,
        debriefed=has_looked_back(room, watched),
        shows=watched.ticked is not None and watched.ticked.curve,
    )


def has_looked_back(room: Room, seat: Seat) -> bool:
    """Whether somebody's own debrief is behind them, or there is none to come."""
    if not seat.session:
        return room.state.phase in {"closed", "ended"}
    return room.session_of(seat.id).state.phase == "closed"


def page_of(room: Room, seat: Seat) -> SeatPage:
    """The page at which a seat is."""
    state = room.state
    if seat.chair == "observer" and not _is_in_own_debrief(room, seat):
        return "lobby" if state.phase == "lobby" else "observe"
    if waits(room, seat):
        return "wait"
    if not seat.session:
        return _without_session(room)
    session = room.session_of(seat.id)
    if session.state.phase != "closed":
        return "play"
    return "share" if session.state.stage else "missed"


def _is_in_own_debrief(room: Room, seat: Seat) -> bool:
    """Whether somebody who watches now has not come through their own journey yet."""
    return bool(seat.session) and room.session_of(seat.id).state.phase != "closed"


def _without_session(room: Room) -> SeatPage:
    match room.state.phase:
        case "lobby":
            return "play" if room.state.opened.solo else "lobby"
        case "playing":
            return "play"
        case _:
            return "play" if room.state.opened.solo else "missed"


def _is_on_hold(room: Room, seat: Seat) -> bool:
    if not seat.session:
        return False
    wait = room.session_of(seat.id).state.wait
    return wait is not None and wait.sort == "hold" and not room.state.breathing
