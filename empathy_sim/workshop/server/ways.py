"""Every way in, and who may go it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from aiohttp import web

from empathy_sim.workshop.server.visitors import Who

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Way:
    """A route: there is none that is not in the table."""

    method: str
    path: str
    who: frozenset[Who]
    """Any of them may."""
    handler: Handler
    inner: bool = False
    """Whether only our own pages ask for it, and nobody goes to it."""
    cost: float = 1.0
    """What it costs to answer, in simple pages."""


WAYS: web.AppKey[dict[tuple[str, str], Way]] = web.AppKey("ways", dict)


def add_ways(app: web.Application, ways: tuple[Way, ...]) -> None:
    """Open ways into an application.

    Raises:
        ValueError: two are the same.
    """
    table = {(each.method, each.path): each for each in ways}
    if len(table) != len(ways):
        raise ValueError("a way stands in the table twice")
    app[WAYS] = table
    for each in ways:
        app.router.add_route(each.method, each.path, each.handler)


def way_of(request: web.Request) -> Way | None:
    """The row of the table that a request follows; None where there is none."""
    resource = request.match_info.route.resource
    if resource is None:
        return None
    return request.app[WAYS].get((request.method, resource.canonical))
