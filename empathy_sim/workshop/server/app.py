"""The server of one room."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from aiohttp import web

from empathy_sim.workshop.server import (
    assets,
    at_page,
    boards,
    group_pages,
    joining,
    lines_face,
    observing,
    pace_asked,
    polls,
    promising,
    returning,
    seats,
    sharing,
    taking_home,
    walls,
)
from empathy_sim.workshop.server.clockwork import each_second, practising
from empathy_sim.workshop.server.guarding import guarding
from empathy_sim.workshop.server.hosting import HOSTING, Hosting
from empathy_sim.workshop.server.lines import LINES, Lines
from empathy_sim.workshop.server.pages import prepared
from empathy_sim.workshop.server.visitors import Who
from empathy_sim.workshop.server.ways import Way, add_ways
from empathy_sim.workshop.views.link import Closing
from empathy_sim.workshop.views.warming import warm_up
from empathy_sim.workshop.views.watching import BlockWatch, HangWatch

_LARGEST = 65_536
"""Bytes of a form at most."""
_ANYONE: frozenset[Who] = frozenset({"anyone"})
_JOINER: frozenset[Who] = frozenset({"joiner", "seat"})
_SEAT: frozenset[Who] = frozenset({"seat"})
_CUSTOMER: frozenset[Who] = frozenset({"customer"})
_OBSERVER: frozenset[Who] = frozenset({"observer"})
_FACILITATOR: frozenset[Who] = frozenset({"facilitator"})
_WALL: frozenset[Who] = frozenset({"wall"})

WAYS: tuple[Way, ...] = (
    Way("GET", "/", _ANYONE, joining.front),
    Way("POST", "/", _ANYONE, joining.typed_code),
    Way("GET", "/favicon.ico", _ANYONE, assets.icon),
    Way("GET", "/assets/{name}", _ANYONE, assets.asset),
    Way("GET", "/j/{secret}", _ANYONE, joining.opened_by_link("join")),
    Way("GET", "/f/{secret}", _ANYONE, joining.opened_by_link("facilitator")),
    Way("GET", "/w/{secret}", _ANYONE, joining.opened_by_link("wall")),
    Way("GET", "/s/{secret}", _ANYONE, joining.solo_link),
    Way("GET", "/poll/{secret}", _ANYONE, polls.asked),
    Way("POST", "/poll/{secret}", _ANYONE, polls.answered),
    Way("GET", "/wall", _WALL, walls.wall),
    Way("GET", "/wall/style.css", _WALL, walls.wall_style),
    Way("GET", "/wall/events", _WALL, walls.wall_events, inner=True),
    Way("GET", "/board", _FACILITATOR, boards.board),
    Way("GET", "/board/screen", _FACILITATOR, boards.screen, inner=True),
    Way("GET", "/board/group.{kind}", _FACILITATOR, group_pages.group_file, cost=5),
    Way("GET", "/back/{seat}/{secret}", _ANYONE, returning.asked_back),
    Way("POST", "/back/{seat}/{secret}", _ANYONE, returning.brought_back),
    Way("GET", "/join", _JOINER, joining.join_form),
    Way("POST", "/join", _JOINER, joining.join),
    Way("GET", "/seat", _SEAT, seats.seat_page),
    Way("GET", "/seat/events", _SEAT, seats.seat_events, inner=True),
    Way("GET", "/seat/here", _SEAT, at_page.at_page, inner=True),
    Way("POST", "/seat/quietly", _SEAT, seats.quietly),
    Way("POST", "/seat/face", _SEAT, seats.choose_face),
    Way("GET", "/seat/missed", _SEAT, seats.missed),
    Way("GET", "/seat/wait", _CUSTOMER, seats.waiting_room),
    Way("POST", "/seat/wait", _CUSTOMER, seats.wait_or_not),
    Way("GET", "/seat/share", _CUSTOMER, sharing.share_form),
    Way("POST", "/seat/share", _CUSTOMER, sharing.share),
    Way("POST", "/seat/guess", _CUSTOMER, sharing.guess_reasons),
    Way("POST", "/seat/promise", _CUSTOMER, promising.promise),
    Way("GET", "/seat/debrief", _CUSTOMER, lines_face.debrief_page),
    Way("GET", "/seat/keep", _CUSTOMER, taking_home.keep_page, cost=20),
    Way("GET", "/seat/forward", _CUSTOMER, taking_home.forward_page, cost=20),
    Way("GET", "/seat/days", _CUSTOMER, taking_home.days_to_ask, cost=5),
    Way("GET", "/seat/noted", _OBSERVER, taking_home.noted_page, cost=5),
    Way("GET", "/seat/observe", _OBSERVER, observing.form),
    Way("POST", "/seat/observe", _OBSERVER, observing.note),
    Way("POST", "/seat/watch", _OBSERVER, observing.watch),
    Way("POST", "/seat/pace", _CUSTOMER, pace_asked.answered_pace),
    Way("GET", "/seat/terminal", _CUSTOMER, seats.terminal),
    Way("GET", "/seat/screen", _CUSTOMER, seats.screen, inner=True),
    Way("GET", "/seat/lines", _CUSTOMER, lines_face.lines_page),
    Way("GET", "/seat/line", _CUSTOMER, lines_face.line, inner=True),
)
"""Every route, and who may go it."""


def make_app(hosting: Hosting) -> web.Application:
    """The application that serves one room."""
    app = web.Application(middlewares=[guarding], client_max_size=_LARGEST)
    app[HOSTING] = hosting
    app[LINES] = Lines(hosting)
    hosting.leavers.append(app[LINES].leave)
    add_ways(app, WAYS)
    app.cleanup_ctx.append(_alive)
    app.on_response_prepare.append(prepared)
    app.on_shutdown.append(_farewell)
    return app


async def _alive(app: web.Application) -> AsyncIterator[None]:
    """What goes on beside requests, as long as the server runs."""
    hosting = app[HOSTING]
    stop = hosting.room.listen(lambda _: hosting.happened())
    running = [
        asyncio.create_task(each)
        for each in (
            each_second(hosting),
            practising(hosting),
            hosting.collecting.run(),
            HangWatch(hosting.views.values).run(),
            BlockWatch(
                lambda: [
                    (name, each.view)
                    for name, each in tuple(hosting.views.items())
                    if each.view is not None
                ],
                hosting.blocked,
            ).run(),
        )
    ]
    if hosting.warming is not None:
        await warm_up(hosting.warming)
    hosting.collecting.begin()
    yield
    stop()
    for each in running:
        each.cancel()
    for each in running:
        with suppress(asyncio.CancelledError):
            await each
    hosting.collecting.end()


async def _farewell(app: web.Application) -> None:
    """Tell every page that the server stops; what is kept goes on later."""
    hosting = app[HOSTING]
    hosting.is_closing = True
    hosting.changes.happened()
    await app[LINES].close()
    for view in tuple(hosting.views.values()):
        await view.close(Closing.LEAVING)
