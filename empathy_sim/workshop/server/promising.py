"""A commitment, written after the debrief."""

from __future__ import annotations

from aiohttp import web

from empathy_sim.engine import resolutions as r
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.server.pages import gone_to
from empathy_sim.workshop.server.seats import seat_of

_LONGEST = 300
"""Characters of each part that are kept."""


def may_look_back(room: Room, seat: Seat) -> bool:
    """Whether a seat's own debrief is behind them, so that it can be opened again."""
    if not seat.session:
        return False
    state = room.session_of(seat.id).state
    return state.phase == "closed" and bool(state.stage)


async def promise(request: web.Request) -> web.StreamResponse:
    """Keep a commitment; the last one counts.

    Raises:
        RoomRefused: their debrief is not over, or the room is, or half of it is empty.
    """
    hosting, seat = seat_of(request)
    room = hosting.room
    if room.state.phase == "ended" or not may_look_back(room, seat):
        raise RoomRefused(says="Nothing can be promised here now.")
    form = await request.post()
    cue, act, counterpart = (
        str(form.get(name, "")).strip()[:_LONGEST]
        for name in ("cue", "act", "counterpart")
    )
    if not cue or not act:
        raise RoomRefused(
            says="A commitment has two halves: if something happens, then you will "
            "do something. Go back, and write both."
        )
    room.session_of(seat.id).submit(r.Commit(cue, act, counterpart=counterpart))
    return gone_to("/seat/share")
