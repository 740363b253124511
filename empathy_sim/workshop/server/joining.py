"""How somebody comes in."""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias

from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room.seating import take_seat
from empathy_sim.workshop.room.secret import as_code
from empathy_sim.workshop.server.hosting import (
    CODE_TRIES,
    CODE_TRIES_TOGETHER,
    JOINS,
    SECRET_TRIES,
    Hosting,
    hosting_of,
)
from empathy_sim.workshop.server.pages import gone_to, page
from empathy_sim.workshop.server.seat_form import Filled, seat_form
from empathy_sim.workshop.server.tries import Tries
from empathy_sim.workshop.server.visitors import visitor_of

Linked: TypeAlias = Literal["join", "facilitator", "wall"]
Handled: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
_LEADS_TO: dict[Linked, str] = {
    "join": "/join",
    "facilitator": "/board",
    "wall": "/wall",
}
_DAY_S = 86_400
_LONGEST = 200


def let_in(
    hosting: Hosting,
    response: web.Response,
    what: str,
    value: str,
) -> web.Response:
    """Give a browser what opens its page from now on."""
    response.set_cookie(
        hosting.cookie(what),
        value,
        max_age=_DAY_S if what != "seat" else 90 * _DAY_S,
        httponly=True,
        samesite="Strict",
        secure=hosting.address.scheme == "https",
        path="/",
    )
    return response


def moved_on(path: str) -> web.Response:
    """A page that goes on by itself; the address before it leaves no trace.

    A redirect would not do: from a link in a mail a browser follows it without what
    it was just given.
    """
    safe = html.escape(path, quote=True)
    text = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="0; url={safe}">'
        f'<title>Empathy Sim</title><p><a href="{safe}">Go on</a></p></html>'
    )
    headers = {"Referrer-Policy": "no-referrer"}
    return web.Response(text=text, content_type="text/html", headers=headers)


async def front(request: web.Request) -> web.StreamResponse:
    """Where a code is typed; who sits here already is led to their seat."""
    hosting = hosting_of(request)
    visitor = visitor_of(request, hosting)
    if visitor.seat is not None:
        return gone_to("/seat")
    if "facilitator" in visitor.kinds:
        return gone_to("/board")
    return _front(hosting)


def _front(
    hosting: Hosting, *, status: int = 200, says: str = "", typed: str = ""
) -> web.Response:
    """The page where a code is typed; what was typed wrong stays, to be mended."""
    state, journey = hosting.room.state, hosting.room.script.journey
    return page(
        "front.html.jinja",
        status=status,
        title=state.opened.title,
        minutes=journey.minutes if state.pace == "workshop" else None,
        is_alone=state.opened.solo,
        says=says,
        typed=typed,
    )


async def typed_code(request: web.Request) -> web.StreamResponse:
    """Take a code that was typed."""
    hosting = hosting_of(request)
    tries = hosting.tries_of("code", CODE_TRIES, CODE_TRIES_TOGETHER)
    address = request.remote or ""
    if not tries.may(address):
        wait = tries.wait_s(address)
        says = f"Too many tries. Use the picture on the wall, or wait {wait} seconds."
        return _front(hosting, status=429, says=says)
    form = await request.post()
    typed = str(form.get("code", ""))[:_LONGEST]
    if not hosting.keys.is_code(as_code(typed)):
        tries.failed(address)
        says = "That is not the code of this room. Compare it with the wall."
        return _front(hosting, status=403, says=says, typed=typed)
    return let_in(hosting, gone_to("/join"), "join", hosting.keys.of("join"))


def opened_by_link(purpose: Linked) -> Handled:
    """What a link does that carries the secret for a purpose."""

    async def opened(request: web.Request) -> web.StreamResponse:
        hosting = hosting_of(request)
        tries = hosting.tries_of(purpose, SECRET_TRIES, CODE_TRIES_TOGETHER)
        given = request.match_info["secret"][:_LONGEST]
        if not hosting.keys.opens(purpose, given):
            return opens_nothing(tries, request.remote or "")
        response = moved_on(_LEADS_TO[purpose])
        return let_in(hosting, response, purpose, given)

    return opened


def opens_nothing(tries: Tries, address: str) -> web.Response:
    """What is said of a secret that opens nothing; a right one is never refused.

    Nobody guesses 256 bits, so tries are counted only to be told.
    """
    if not tries.may(address):
        return page(
            "refused.html.jinja",
            status=429,
            title="Too many tries",
            says=f"Please wait {tries.wait_s(address)} seconds.",
        )
    tries.failed(address)
    return page(
        "refused.html.jinja",
        status=403,
        title="This link opens nothing",
        says="It may be of another workshop, or of before it was changed.",
    )


async def solo_link(request: web.Request) -> web.StreamResponse:
    """A private link that carries the secret of one seat."""
    hosting = hosting_of(request)
    tries = hosting.tries_of("solo", SECRET_TRIES, CODE_TRIES_TOGETHER)
    given = request.match_info["secret"][:_LONGEST]
    if not given.isascii() or hosting.room.seat_by_secret(given) is None:
        return opens_nothing(tries, request.remote or "")
    return let_in(hosting, moved_on("/seat"), "seat", given)


async def join_form(request: web.Request) -> web.StreamResponse:
    """Where a name is written and a chair chosen, under what the room will see."""
    hosting = hosting_of(request)
    if visitor_of(request, hosting).seat is not None:
        return gone_to("/seat")
    return seat_form(hosting, Filled())


async def join(request: web.Request) -> web.StreamResponse:
    """Take a seat."""
    hosting = hosting_of(request)
    if visitor_of(request, hosting).seat is not None:
        return gone_to("/seat")
    filled = Filled.of(await request.post())
    address = request.remote or ""
    if refused := _why_not(hosting, filled, address):
        return seat_form(hosting, filled, refused)
    try:
        _seat, secret = take_seat(
            hosting.room, filled.label, filled.chair, filled.about
        )
    except RoomRefused as raised:
        return seat_form(hosting, filled, raised.says)
    _joins(hosting).failed(address)
    return let_in(hosting, gone_to("/seat"), "seat", secret)


def _joins(hosting: Hosting) -> Tries:
    return hosting.tries_of("joins", JOINS, hosting.capacity)


def _why_not(hosting: Hosting, filled: Filled, address: str) -> str:
    """Why nobody can sit down so, in a sentence; empty where they may."""
    state = hosting.room.state
    if len(state.seats) >= hosting.capacity:
        return "Every seat in this room is taken."
    if not _joins(hosting).may(address):
        return "Many came at once. Please try again soon."
    return filled.lacks(state)
