"""What the frontline says: why customers call."""

from __future__ import annotations

from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.telling import REASONS as AT_MOST
from empathy_sim.workshop.room.telling import poll
from empathy_sim.workshop.server.hosting import (
    CODE_TRIES_TOGETHER,
    SECRET_TRIES,
    Hosting,
    hosting_of,
)
from empathy_sim.workshop.server.joining import opens_nothing
from empathy_sim.workshop.server.pages import page

_LONGEST = 200
_ANSWERS = 20
"""From one address within a minute: colleagues may share a screen."""


def _opened(request: web.Request) -> bool:
    hosting = hosting_of(request)
    given = request.match_info["secret"][:_LONGEST]
    return hosting.keys.opens("poll", given)


def _shut(request: web.Request) -> web.Response:
    tries = hosting_of(request).tries_of("poll", SECRET_TRIES, CODE_TRIES_TOGETHER)
    return opens_nothing(tries, request.remote or "")


def _form(hosting: Hosting, *, thanks: bool = False, says: str = "") -> web.Response:
    opened = hosting.room.state.opened
    return page(
        "poll.html.jinja",
        status=400 if says else 200,
        title=opened.title,
        offered=opened.reasons or REASONS,
        count=AT_MOST,
        thanks=thanks,
        says=says,
    )


async def asked(request: web.Request) -> web.StreamResponse:
    """The five questions."""
    return _form(hosting_of(request)) if _opened(request) else _shut(request)


async def answered(request: web.Request) -> web.StreamResponse:
    """Keep one answer; nobody knows whose it was."""
    if not _opened(request):
        return _shut(request)
    hosting, address = hosting_of(request), request.remote or ""
    answers = hosting.tries_of("answers", _ANSWERS, CODE_TRIES_TOGETHER)
    if not answers.may(address):
        wait = answers.wait_s(address)
        return _form(hosting, says=f"Please wait {wait} seconds, and send it again.")
    answers.failed(address)
    form = await request.post()
    given = [str(form.get(f"reason{at}", "")) for at in range(1, AT_MOST + 1)]
    try:
        poll(hosting.room, given, "link")
    except RoomRefused as raised:
        return _form(hosting, says=raised.says)
    return _form(hosting, thanks=True)
