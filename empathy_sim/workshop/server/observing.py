"""The form of somebody who watches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from aiohttp import web

from empathy_sim.workshop.room.board import board_of
from empathy_sim.workshop.room.events import Noted, Observed
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.seating import change_chair
from empathy_sim.workshop.room.telling import observe
from empathy_sim.workshop.server.pages import gone_to, page
from empathy_sim.workshop.server.seats import seat_of

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


class _Form:
    """What an observer's page shows."""

    def __init__(self, room: Room, seat: str) -> None:
        state = room.state
        self.seat = state.seats[seat]
        self.watched = state.seats.get(self.seat.about)
        self.noted = [each for each in state.observed if each.seat == seat]
        self.playing = state.customers


async def form(request: web.Request) -> web.StreamResponse:
    """Large buttons for what is seen, and where the one who plays is."""
    hosting, seat = seat_of(request)
    shown = _Form(hosting.room, seat.id)
    where = ""
    if shown.watched is not None:
        rows = board_of(hosting.room, hosting.attendance).rows
        where = next((row.where for row in rows if row.seat == shown.watched.id), where)
    return page(
        "observe.html.jinja",
        title=hosting.room.state.opened.title,
        seat=shown.seat,
        watched=shown.watched,
        playing=shown.playing,
        where=where,
        words=WORDS,
        lines=[_line(each) for each in reversed(shown.noted)],
        phase=hosting.room.state.phase,
    )


def _line(noted: Observed) -> str:
    minutes, seconds = divmod(noted.at_ms // 1_000, 60)
    said = f": {noted.words}" if noted.words else ""
    return f"{minutes}:{seconds:02}  {WORDS[noted.noted]}{said}"


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
    sent = await request.post()
    change_chair(hosting.room, seat.id, "observer", str(sent.get("about", "")))
    return gone_to("/seat")
