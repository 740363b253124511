"""The form of somebody who watches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room.events import Noted
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.seating import change_chair
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.room.telling import observe
from empathy_sim.workshop.server.pages import gone_to, page
from empathy_sim.workshop.server.seat_face import has_looked_back, page_of, watching_of
from empathy_sim.workshop.server.seats import seat_of
from empathy_sim.workshop.watched import notes_of

WORDS: Mapping[Noted, str] = {
    "sigh": "A sigh, or a breath let out",
    "laugh": "A laugh",
    "swearing": "A strong word",
    "looked_away": "Looked away, at a phone or a watch",
    "leaned_back": "Leaned back, or shifted in the chair",
    "said": "Said something aloud",
    "gave_up": "Gave something up",
    "other": "Something else",
}
"""What can be seen; never what somebody is taken to feel."""


async def form(request: web.Request) -> web.StreamResponse:
    """Large buttons for what is seen, and where the one who plays is."""
    hosting, seat = seat_of(request)
    room = hosting.room
    notes = notes_of(room, seat)
    watches = seat.chair == "observer"
    about = seat.about if watches or not notes else notes[-1].about
    here = [each for each in notes if each.about == about]
    return page(
        "observe.html.jinja",
        title=room.state.opened.title,
        seat=seat,
        here=page_of(room, seat),
        phase=room.state.phase,
        watches=watches,
        watched=room.state.seats.get(about),
        playing=room.state.customers,
        watching=watching_of(room, seat),
        debriefed=_have_looked_back(room, about),
        words=WORDS,
        notes=list(reversed(here)),
        told=here,
        earlier=[each for each in notes if each.about != about],
        closed=room.state.phase in {"closed", "ended"} or not watches,
        hidden=not _shows(room.state.seats.get(about)),
    )


def _have_looked_back(room: Room, about: str) -> bool:
    watched = room.state.seats.get(about)
    return watched is not None and has_looked_back(room, watched)


def _shows(watched: Seat | None) -> bool:
    """Whether somebody lets the room see their curve."""
    return watched is not None and bool(watched.ticked and watched.ticked.curve)


async def note(request: web.Request) -> web.StreamResponse:
    """Keep what was seen."""
    hosting, seat = seat_of(request)
    sent = await request.post()
    noted = str(sent.get("noted", ""))
    if noted not in get_args(Noted):
        raise web.HTTPBadRequest
    observe(hosting.room, seat.id, cast("Noted", noted), str(sent.get("words", "")))
    return gone_to("/seat/observe")


async def watch(request: web.Request) -> web.StreamResponse:
    """Choose whom to watch."""
    hosting, seat = seat_of(request)
    if seat.chair != "observer":
        raise RoomRefused(says="You play in this sitting.")
    sent = await request.post()
    change_chair(hosting.room, seat.id, "observer", str(sent.get("about", "")))
    return gone_to("/seat")
