"""Whether more of the waits may be lived."""

from __future__ import annotations

from aiohttp import web

from empathy_sim.workshop.room.pacing import answer_pace
from empathy_sim.workshop.server.seats import seat_of

_DIGITS = 6


async def answered_pace(request: web.Request) -> web.StreamResponse:
    """Keep a yes or a no; anything else is a no."""
    hosting, seat = seat_of(request)
    form = await request.post()
    asking = str(form.get("asking", ""))
    if not (asking.isascii() and asking.isdecimal() and len(asking) <= _DIGITS):
        raise web.HTTPBadRequest
    yes = form.get("answer") == "yes"
    answer_pace(hosting.room, seat.id, int(asking), yes=yes)
    hosting.happened()
    return web.Response(status=204)
