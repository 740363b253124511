"""What became of a commitment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal, cast

from aiohttp import web

from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.room.telling import follow_up
from empathy_sim.workshop.server.hosting import (
    CODE_TRIES_TOGETHER,
    SECRET_TRIES,
    Hosting,
    hosting_of,
)
from empathy_sim.workshop.server.joining import opens_nothing
from empathy_sim.workshop.server.pages import gone_to, page
from empathy_sim.workshop.server.sharing import to_share

Done = Literal["yes", "partly", "no"]
DONE: Mapping[Done, str] = {
    "yes": "I did it",
    "partly": "Partly, or not yet",
    "no": "I did not",
}
_LONGEST = 200
_DAY = len("2026-11-22")
_TOLD = "told"


def _seat(request: web.Request) -> tuple[Hosting, Seat] | None:
    """The seat that a link is about; None where the link opens nothing."""
    hosting = hosting_of(request)
    name = request.match_info["seat"][:_LONGEST]
    given = request.match_info["secret"][:_LONGEST]
    seat = hosting.room.state.seats.get(name)
    if not hosting.keys.opens("back", given, name) or seat is None or not seat.session:
        return None
    return hosting, seat


def _shut(request: web.Request) -> web.Response:
    tries = hosting_of(request).tries_of("back", SECRET_TRIES, CODE_TRIES_TOGETHER)
    return opens_nothing(tries, request.remote or "")


async def asked_back(request: web.Request) -> web.StreamResponse:
    """The form of one seat."""
    found = _seat(request)
    thanks = _TOLD in request.query
    return _form(*found, thanks=thanks) if found else _shut(request)


def _form(hosting: Hosting, seat: Seat, *, thanks: bool) -> web.Response:
    promised = to_share(hosting.room, seat).commitment
    response = page(
        "back.html.jinja",
        title=hosting.room.state.opened.title,
        promised=promised,
        done=DONE,
        told=seat.follow_ups[-1] if seat.follow_ups else None,
        thanks=thanks,
    )
    response.headers["Referrer-Policy"] = "same-origin"
    return response


async def brought_back(request: web.Request) -> web.StreamResponse:
    """Keep what became of it."""
    found = _seat(request)
    if found is None:
        return _shut(request)
    hosting, seat = found
    form = await request.post()
    done = str(form.get("done", ""))
    if done not in DONE:
        raise web.HTTPBadRequest
    words = str(form.get("words", ""))
    follow_up(
        hosting.room,
        e.FollowedUp(0, seat.id, _days(hosting), cast("Done", done), words),
    )
    return gone_to(f"{request.path}?{_TOLD}")


def _days(hosting: Hosting) -> int:
    """Days since the room was opened."""
    room = hosting.room
    began = dt.date.fromisoformat(room.store.head(room.name).started_utc[:_DAY])
    return (dt.date.fromisoformat(room.utc()[:_DAY]) - began).days
