"""What the frontline says: why customers call."""

from __future__ import annotations

from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.secret import hashed, new_secret
from empathy_sim.workshop.room.telling import REASONS as AT_MOST
from empathy_sim.workshop.room.telling import poll
from empathy_sim.workshop.server.hosting import (
    CODE_TRIES_TOGETHER,
    SECRET_TRIES,
    Hosting,
    hosting_of,
)
from empathy_sim.workshop.server.joining import opens_nothing
from empathy_sim.workshop.server.pages import gone_to, page

_LONGEST = 200
_ANSWERS = 20
"""From one address within a minute: colleagues may share a screen."""
_COOKIE = "poll"
_KEPT_S = 90 * 86_400
_HELD_AT_LEAST = 32
_UNKNOWN = (
    "Your browser keeps nothing for this page, so your answer could not be told from "
    "another one. Let it keep cookies here, or use another browser, and send it again."
)


def _opened(request: web.Request) -> bool:
    hosting = hosting_of(request)
    given = request.match_info["secret"][:_LONGEST]
    return hosting.keys.opens("poll", given)


def _shut(request: web.Request) -> web.Response:
    tries = hosting_of(request).tries_of("poll", SECRET_TRIES, CODE_TRIES_TOGETHER)
    return opens_nothing(tries, request.remote or "")


def _browser(request: web.Request) -> str:
    """A hash of what this browser was given here; empty where it keeps nothing."""
    held = request.cookies.get(hosting_of(request).cookie(_COOKIE), "")[:_LONGEST]
    is_ours = held.isascii() and len(held) >= _HELD_AT_LEAST
    return hashed(held) if is_ours else ""


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
    """The five questions; to a browser that has answered, that its answer is kept."""
    if not _opened(request):
        return _shut(request)
    hosting, browser = hosting_of(request), _browser(request)
    answers = hosting.room.state.polled
    is_kept = bool(browser) and any(each.browser == browser for each in answers)
    response = _form(hosting, thanks=is_kept)
    return response if browser else _told_apart(hosting, response)


def _told_apart(hosting: Hosting, response: web.Response) -> web.Response:
    """Give a browser what its answers are told by; it opens nothing.

    It is sent also by whoever comes by a link in a mail: a browser that came back so
    would be another one each time.
    """
    response.set_cookie(
        hosting.cookie(_COOKIE),
        new_secret(),
        max_age=_KEPT_S,
        httponly=True,
        samesite="Lax",
        secure=hosting.address.scheme == "https",
        path="/",
    )
    return response


async def answered(request: web.Request) -> web.StreamResponse:
    """Keep the one answer of a browser; nobody knows whose it was."""
    if not _opened(request):
        return _shut(request)
    hosting, address = hosting_of(request), request.remote or ""
    answers = hosting.tries_of("answers", _ANSWERS, CODE_TRIES_TOGETHER)
    if not answers.may(address):
        wait = answers.wait_s(address)
        return _form(hosting, says=f"Please wait {wait} seconds, and send it again.")
    answers.failed(address)
    browser = _browser(request)
    if not browser:
        return _told_apart(hosting, _form(hosting, says=_UNKNOWN))
    form = await request.post()
    given = [str(form.get(f"reason{at}", "")) for at in range(1, AT_MOST + 1)]
    try:
        poll(hosting.room, given, "link", browser)
    except RoomRefused as raised:
        return _form(hosting, says=raised.says)
    return gone_to(request.path)
