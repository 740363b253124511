"""Who makes a request, by what their browser holds."""

from __future__ import annotations

from typing import Literal, TypeAlias

from aiohttp import web
from msgspec import Struct

from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.server.hosting import Hosting

Who: TypeAlias = Literal[
    "anyone", "joiner", "seat", "customer", "observer", "facilitator", "wall"
]
_LONGEST = 200
"""Characters of a secret that are looked at."""


class Visitor(Struct, frozen=True):
    """Whoever makes a request."""

    kinds: frozenset[Who]
    seat: Seat | None = None
    """The seat that their browser opens."""


def visitor_of(request: web.Request, hosting: Hosting) -> Visitor:
    """Who makes a request: only cookies tell, never an address or a message."""
    kinds: set[Who] = {"anyone"}
    if _opens(request, hosting, "join"):
        kinds.add("joiner")
    if _opens(request, hosting, "facilitator"):
        kinds |= {"facilitator", "wall"}
    if _opens(request, hosting, "wall"):
        kinds.add("wall")
    secret = request.cookies.get(hosting.cookie("seat"), "")[:_LONGEST]
    seat = hosting.room.seat_by_secret(secret) if secret else None
    if seat is not None:
        kinds |= {"seat", seat.chair}
    return Visitor(frozenset(kinds), seat)


def _opens(
    request: web.Request,
    hosting: Hosting,
    purpose: Literal["join", "facilitator", "wall"],
) -> bool:
    given = request.cookies.get(hosting.cookie(purpose), "")[:_LONGEST]
    return hosting.keys.opens(purpose, given)
