"""What every request has to pass first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiohttp import web

from empathy_sim.errors import (
    EmpathySimError,
    MoveRefused,
    RoomRefused,
    StoreUnwritable,
)
from empathy_sim.workshop.server.bodies import unfit
from empathy_sim.workshop.server.hosting import Hosting, hosting_of
from empathy_sim.workshop.server.pages import refused
from empathy_sim.workshop.server.parting import is_parting
from empathy_sim.workshop.server.tries import house_of
from empathy_sim.workshop.server.visitors import Visitor, stays, visitor_of
from empathy_sim.workshop.server.ways import Way, way_of

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

MISDIRECTED = 421
TOO_MANY = 429
_SAFE = frozenset({"GET", "HEAD"})
_FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})
_INNER, _DEED = 4.0, 3.0
"""What they cost at least, in simple pages."""
_AT_ONE_ADDRESS, _BEHIND_A_PROXY = 3.0, 30.0
"""How many people a stranger's address may be."""
_SAID = {
    401: ("Who are you?", "Use the link, the picture on the wall, or the code."),
    404: ("Nothing here", "There is no such page."),
    409: ("That is not possible now", "The page has moved on. Open it again."),
    413: ("Too long", "That is more than this page takes."),
}

_UNSAVED = (
    "The facilitator's computer can save nothing just now. Say so, please, and try "
    "again in a moment. What was saved before is safe."
)


@web.middleware
async def guarding(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Host, origin and identity, in this order; then what was asked for.

    The computer that the server runs on is trusted no more than any other.
    """
    hosting = hosting_of(request)
    way, visitor = way_of(request), visitor_of(request, hosting)
    stopped = (
        _at_the_gate(request, hosting)
        or _at_the_door(request, way, visitor)
        or await unfit(request)
    )
    wait = _pace(request, hosting, way, visitor)
    if wait is None:
        return refused(TOO_MANY, "Too fast", "Please wait a moment, then try again.")
    if wait:
        await asyncio.sleep(wait)
    if stopped is not None or way is None:
        return stopped or refused(404, *_SAID[404])
    return await _served(request, handler, way, hosting)


async def _served(
    request: web.Request, handler: Handler, way: Way, hosting: Hosting
) -> web.StreamResponse:
    """What was asked for, by somebody who may."""
    try:
        if way.inner:
            return await _held_open(request, handler, way, hosting)
        return await handler(request)
    except (RoomRefused, MoveRefused) as raised:
        return refused(409, "That is not possible now", str(raised))
    except EmpathySimError as raised:
        return _failed(raised, hosting.fault(raised))
    except web.HTTPException as raised:
        said = _SAID.get(raised.status, ("That is not possible", "Go back, please."))
        return refused(raised.status, *said)


def _failed(raised: EmpathySimError, fault: str) -> web.Response:
    """What somebody is told of a failure that is none of theirs."""
    match raised:
        case StoreUnwritable():
            return refused(503, "That could not be saved", _UNSAVED)
        case _:
            told = f"The fault is reported as {fault}."
            return refused(503, "That went wrong", told)


async def _held_open(
    request: web.Request, handler: Handler, way: Way, hosting: Hosting
) -> web.StreamResponse:
    """A line that ends with the right to it."""
    still, line = stays(request, hosting), request.transport
    if line is None:
        raise ConnectionError
    whose = visitor_of(request, hosting).whose
    hosting.doorkeeper.knows(line)

    def may() -> bool:
        return still(way.who) or is_parting(request)

    with hosting.standing.kept(whose, may, line.abort):
        return await handler(request)


def _at_the_gate(request: web.Request, hosting: Hosting) -> web.Response | None:
    """Whether a request comes by the right name, and from one of our own pages."""
    host = request.headers.getall("Host", [])
    if len(host) != 1 or host[0].lower() not in hosting.address.hosts:
        return refused(MISDIRECTED, "Not here", "This address is not this server's.")
    origins = request.headers.getall("Origin", [])
    own = hosting.address.origin_of(host[0].lower())
    needs = request.method not in _SAFE or _is_upgrade(request)
    if any(each != own for each in origins) or (needs and len(origins) != 1):
        return refused(403, "Not from there", "Another page may not do that here.")
    return None


def _at_the_door(
    request: web.Request, way: Way | None, visitor: Visitor
) -> web.Response | None:
    """Whether whoever asks may; what has no row in the table does not exist."""
    if way is None:
        return refused(404, *_SAID[404])
    if way.inner and request.headers.get("Sec-Fetch-Site") in _FROM_ELSEWHERE:
        return refused(403, "Not from there", "Another page may not ask for that.")
    if way.who & visitor.kinds:
        return None
    return _not_admitted(way, known=visitor.kinds != {"anyone"})


def _not_admitted(way: Way, *, known: bool) -> web.Response:
    if known:
        return refused(
            403,
            "Not yours",
            "This page belongs to somebody else, or to a seat that was removed.",
        )
    if way.who & {"facilitator", "wall"}:
        says = "Use the link that was printed where the workshop was started."
        return refused(401, "Who are you?", says)
    return refused(401, *_SAID[401])


def _pace(
    request: web.Request, hosting: Hosting, way: Way | None, visitor: Visitor
) -> float | None:
    """Seconds for which an answer waits; None where there is none."""
    cost = way.cost if way is not None else 1.0
    if way is not None and way.inner:
        cost = max(cost, _INNER)
    elif request.method not in _SAFE:
        cost = max(cost, _DEED)
    if visitor.whose:
        return hosting.paces.wait_s(visitor.whose, cost)
    people = _BEHIND_A_PROXY if hosting.address.proxied else _AT_ONE_ADDRESS
    return hosting.paces.wait_s(house_of(request.remote or ""), cost, people)


def _is_upgrade(request: web.Request) -> bool:
    """Whether a socket is asked for.

    A proxy may say `Connection: upgrade` of every page that it passes on; nothing is
    upgraded without the name of what it is upgraded to.
    """
    return "Upgrade" in request.headers
