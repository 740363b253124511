"""Who makes a request, by what their browser holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from aiohttp import web
from msgspec import Struct

from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.server.hosting import Hosting

Who: TypeAlias = Literal[
    "anyone", "joiner", "seat", "customer", "observer", "facilitator", "wall"
]
_KNOWN: tuple[Who, ...] = ("facilitator", "wall")
_LONGEST = 200
"""Characters of a secret that are looked at."""


class Visitor(Struct, frozen=True):
    """Whoever makes a request."""

    kinds: frozenset[Who]
    seat: Seat | None = None
    """The seat that their browser opens."""

    @property
    def whose(self) -> str:
        """Who it is among those who are known; empty for whoever is not."""
        if self.seat is not None:
            return f"seat {self.seat.id}"
        return next((each for each in _KNOWN if each in self.kinds), "")


def visitor_of(request: web.Request, hosting: Hosting) -> Visitor:
    """Who makes a request: only cookies tell, never an address or a message."""
    kinds: set[Who] = {"anyone"}
    if _opens(request, hosting, "join"):
        kinds.add("joiner")
    if _opens(request, hosting, "facilitator"):
        kinds |= {"facilitator", "wall"}
    if _opens(request, hosting, "wall"):
        kinds.add("wall")
    secret = _held(request, hosting, "seat")
    seat = hosting.room.seat_by_secret(secret) if secret else None
    if seat is not None:
        kinds |= {"seat", seat.chair, *_before(seat)}
    return Visitor(frozenset(kinds), seat)


def _before(seat: Seat) -> tuple[Who, ...]:
    """What a seat was in another sitting: what it kept there stays its own."""
    played: tuple[Who, ...] = ("customer",) if seat.session else ()
    return (*played, "observer") if seat.notes else played


def _opens(
    request: web.Request,
    hosting: Hosting,
    purpose: Literal["join", "facilitator", "wall"],
) -> bool:
    return hosting.keys.opens(purpose, _held(request, hosting, purpose))


def _held(request: web.Request, hosting: Hosting, name: str) -> str:
    """What a cookie says; bytes that are no text were never given by this server."""
    value = request.cookies.get(hosting.cookie(name), "")[:_LONGEST]
    return value if value.isascii() else ""


def stays(request: web.Request, hosting: Hosting) -> Callable[[frozenset[Who]], bool]:
    """How to ask later whether a visitor is still who they are now.

    It is asked often; only where something was changed is it asked thoroughly.
    """
    then = visitor_of(request, hosting)
    keys = hosting.keys
    before = _seat_of(then, hosting)

    def still(who: frozenset[Who]) -> bool:
        nonlocal keys, before
        now = _seat_of(then, hosting)
        if hosting.keys is keys and now == before:
            return True
        visitor = visitor_of(request, hosting)
        may = visitor.whose == then.whose and bool(who & visitor.kinds)
        if may:
            keys, before = hosting.keys, now
        return may

    return still


def _seat_of(visitor: Visitor, hosting: Hosting) -> tuple[str, str] | None:
    """What opens a visitor's seat now, and which chair stands there."""
    if visitor.seat is None:
        return None
    seat = hosting.room.state.seats.get(visitor.seat.id)
    return (seat.secret, seat.chair) if seat is not None else None
