"""What every request has to pass first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiohttp import web

from empathy_sim.errors import EmpathySimError
from empathy_sim.workshop.server.hosting import Hosting, hosting_of
from empathy_sim.workshop.server.pages import page, security_headers
from empathy_sim.workshop.server.visitors import visitor_of
from empathy_sim.workshop.server.ways import Way, way_of

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

MISDIRECTED = 421
_SAFE = frozenset({"GET", "HEAD"})
_FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})


def refused(request: web.Request, status: int, title: str, says: str) -> web.Response:
    """A page that says why something is refused; nothing of the room is on it."""
    response = page("refused.html.jinja", status=status, title=title, says=says)
    security_headers(request, response)
    return response


@web.middleware
async def guarding(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Host, origin and identity, in this order; then what was asked for.

    The computer that the server runs on is trusted no more than any other.
    """
    hosting = hosting_of(request)
    stopped = _at_the_gate(request, hosting) or _at_the_door(request, hosting)
    if stopped is not None:
        return stopped
    try:
        response = await handler(request)
    except EmpathySimError as raised:
        return refused(request, 409, "That is not possible now", str(raised))
    if not response.prepared:
        security_headers(request, response)
    return response


def _at_the_gate(request: web.Request, hosting: Hosting) -> web.Response | None:
    """Whether a request comes by the right name, and from one of our own pages."""
    host = request.headers.getall("Host", [])
    if len(host) != 1 or host[0].lower() not in hosting.address.hosts:
        return refused(
            request, MISDIRECTED, "Not here", "This address is not this server's."
        )
    origins = request.headers.getall("Origin", [])
    own = hosting.address.origin_of(host[0].lower())
    needs = request.method not in _SAFE or _is_upgrade(request)
    if any(each != own for each in origins) or (needs and len(origins) != 1):
        return refused(
            request, 403, "Not from there", "Another page may not do that here."
        )
    return None


def _at_the_door(request: web.Request, hosting: Hosting) -> web.Response | None:
    """Whether whoever asks may; what has no row in the table does not exist."""
    way = way_of(request)
    if way is None:
        return refused(request, 404, "Nothing here", "There is no such page.")
    if way.inner and request.headers.get("Sec-Fetch-Site") in _FROM_ELSEWHERE:
        return refused(
            request, 403, "Not from there", "Another page may not ask for that."
        )
    visitor = visitor_of(request, hosting)
    if way.who & visitor.kinds:
        return None
    known = visitor.kinds != {"anyone"}
    return _not_admitted(request, way, known=known)


def _not_admitted(request: web.Request, way: Way, *, known: bool) -> web.Response:
    if known:
        return refused(
            request, 403, "Not yours", "This page belongs to somebody else in the room."
        )
    says = "Use the link, the picture on the wall, or the code."
    if "facilitator" in way.who:
        says = "Use the link that was printed where the workshop was started."
    return refused(request, 401, "Who are you?", says)


def _is_upgrade(request: web.Request) -> bool:
    return "upgrade" in request.headers.get("Connection", "").lower() or bool(
        request.headers.get("Upgrade")
    )
