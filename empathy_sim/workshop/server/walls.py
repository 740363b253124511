"""The wall: what everybody in the room sees."""

from __future__ import annotations

import html
import io
from collections.abc import Mapping
from functools import lru_cache

import msgspec
import segno
from aiohttp import web

from empathy_sim.workshop.group.pages.html_page import step_pieces, style_of_steps
from empathy_sim.workshop.group.steps import Wall
from empathy_sim.workshop.looking_back import wall_of
from empathy_sim.workshop.room.board import board_of
from empathy_sim.workshop.server.following import follow
from empathy_sim.workshop.server.hosting import Hosting, hosting_of
from empathy_sim.workshop.server.pages import page

_STILL = {
    "playing": "Everybody is a customer now.",
    "closed": "Your own debrief comes first. Take your time with it.",
    "ended": "Thank you for the time you gave it.",
}


_BEGINS = "It begins, each at your own screen."
_ON_A_LINE = 28
"""Letters of an address that stand large on one line."""


async def wall(request: web.Request) -> web.StreamResponse:
    """The page for a projector; it follows the room."""
    hosting = hosting_of(request)
    journey = hosting.room.script.journey
    return page(
        "wall.html.jinja",
        title=hosting.room.state.opened.title,
        colour=journey.company.colour,
    )


async def wall_style(request: web.Request) -> web.StreamResponse:
    """How the steps look."""
    del request
    return web.Response(text=style_of_steps(), content_type="text/css")


async def wall_events(request: web.Request) -> web.StreamResponse:
    """What stands on the wall, and again whenever that changes."""
    hosting = hosting_of(request)
    return await follow(request, hosting, lambda: shown(hosting))


def shown(hosting: Hosting) -> Mapping[str, object]:
    """What stands on the wall now: nothing of anybody who did not agree to it."""
    state = hosting.room.state
    stands = bool(state.wall) and state.phase != "playing"
    return {
        "view": "step" if stands else state.phase,
        "breathing": state.breathing,
        "html": _step(hosting) if stands else _still(hosting),
    }


def _step(hosting: Hosting) -> str:
    """The piece of the step that the facilitator has come to."""
    at, piece = hosting.wall_at
    return _piece(hosting.room.state.wall, at, piece)


@lru_cache(maxsize=4)
def _piece(written: str, at: int, piece: int) -> str:
    """A piece of a wall, drawn once: whoever looks on asks every second."""
    steps = msgspec.json.decode(written, type=Wall).steps
    step = steps[at] if 0 <= at < len(steps) else steps[-1]
    pieces = step_pieces(step)
    return pieces[min(piece, len(pieces) - 1)]


def turned(hosting: Hosting, by: int) -> tuple[int, int]:
    """Where the wall stands some pieces on, or back; it never goes past its ends."""
    steps = wall_of(hosting.room).steps
    places = [
        (at, piece)
        for at, step in enumerate(steps)
        for piece in range(len(step_pieces(step)))
    ]
    if not places:
        return -1, 0
    newest = (len(steps) - 1, 0)
    now = hosting.wall_at if hosting.wall_at in places else newest
    return places[max(0, min(len(places) - 1, places.index(now) + by))]


def turn(hosting: Hosting, by: int) -> None:
    """Turn the wall; nought shows the newest step from its beginning."""
    steps = wall_of(hosting.room).steps
    hosting.wall_at = turned(hosting, by) if by else (len(steps) - 1, 0)
    hosting.changes.happened()


def _still(hosting: Hosting) -> str:
    state = hosting.room.state
    if state.phase == "lobby":
        return _lobby(hosting)
    board = board_of(hosting.room, hosting.attendance)
    begun = board.playing + board.over
    says = _STILL[state.phase] if begun or state.phase != "playing" else _BEGINS
    count = f"{board.playing} in the story, {board.over} through it" if begun else ""
    left = f"<p class='small'>{board.closing.says}.</p>" if board.closing else ""
    below = f"<p class='small'>{count}</p>{left}" if state.phase == "playing" else ""
    return f"<div class='still'><h1>{html.escape(says)}</h1>{below}</div>"


def _lobby(hosting: Hosting) -> str:
    address, keys = hosting.address.shown, hosting.keys
    code = f"{keys.code[:3]} {keys.code[3:]}"
    kind = "address" if len(address) <= _ON_A_LINE else "address long"
    seats = len(hosting.room.state.seats)
    here = f"{seats} seat{'' if seats == 1 else 's'} taken" if seats else ""
    return (
        f"<div class='invite'><div class='qr'>{picture(hosting)}</div><div>"
        f"<h1>{html.escape(hosting.room.state.opened.title)}</h1>"
        f"<p>Point a camera here, or open</p><p class='{kind}'>"
        f"{html.escape(address)}</p><p>and type</p><p class='big'>{code}</p>"
        f"<p class='count'>{here}</p></div></div>"
    )


def picture(hosting: Hosting) -> str:
    """The join link as a QR code, drawn as SVG."""
    return _drawn(f"{hosting.address.shown}/j/{hosting.keys.of('join')}")


@lru_cache(maxsize=4)
def _drawn(link: str) -> str:
    drawn = io.BytesIO()
    segno.make(link, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2
    )
    return drawn.getvalue().decode().strip()
