"""Files that pages ask for."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple

from aiohttp import web

from empathy_sim.workshop.server.hold_music import hold_loop

_HOUSE = "empathy_sim.workshop.server"
_SCRIPT, _STYLE = "text/javascript", "text/css"
_FOR_GOOD = "private, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_DIGITS = 16
_FONT = "mono.ttf"
_PART, _NONE_SUCH = 206, 416


class Held(NamedTuple):
    """A file: where it is of, and what it is."""

    kind: str
    body: Callable[[], bytes]
    """Its bytes; may take a moment where they are made."""
    made_by: Callable[[], bytes] | None = None
    """What it is told by that it changed, where that is quicker to be had."""


@cache
def _text_of(package: str, path: str) -> bytes:
    return (files(package) / path).read_bytes()


def _ours(path: str) -> Callable[[], bytes]:
    return partial(_text_of, _HOUSE, path)


def _terminals(path: str) -> Callable[[], bytes]:
    return partial(_text_of, "textual_serve", f"static/{path}")


def _frame_style() -> bytes:
    """The style of every page; the font in it is asked for by its whole address."""
    plain = _text_of(_HOUSE, "templates/room.css")
    return plain.replace(f"/assets/{_FONT}".encode(), address_of(_FONT).encode())


_HELD: Mapping[str, Held] = {
    "hold.wav": Held("audio/wav", hold_loop, _ours("hold_music.py")),
    "lasting.js": Held(_SCRIPT, _ours("assets/lasting.js")),
    "lines.css": Held(_STYLE, _ours("assets/lines.css")),
    "lines.js": Held(_SCRIPT, _ours("assets/lines.js")),
    "mark.svg": Held("image/svg+xml", _ours("assets/mark.svg")),
    "room.css": Held(_STYLE, _frame_style),
    "screen.js": Held(_SCRIPT, _ours("assets/screen.js")),
    "seat.js": Held(_SCRIPT, _ours("assets/seat.js")),
    "share.js": Held(_SCRIPT, _ours("assets/share.js")),
    "wait.js": Held(_SCRIPT, _ours("assets/wait.js")),
    "wall.css": Held(_STYLE, _ours("assets/wall.css")),
    "wall.js": Held(_SCRIPT, _ours("assets/wall.js")),
    "textual.js": Held(_SCRIPT, _terminals("js/textual.js")),
    "xterm.css": Held(_STYLE, _terminals("css/xterm.css")),
    _FONT: Held("font/ttf", _terminals("fonts/RobotoMono-VariableFont_wght.ttf")),
}


@cache
def _digest(name: str) -> str:
    held = _HELD[name]
    return hashlib.sha256((held.made_by or held.body)()).hexdigest()[:_DIGITS]


def address_of(name: str) -> str:
    """Where a page asks for a file: at another address once it is another file.

    Raises:
        KeyError: there is none of that name.
    """
    return f"/assets/{name}?v={_digest(name)}"


async def asset(request: web.Request) -> web.StreamResponse:
    """One of a few files by its name; there is no folder to look into."""
    return await _told(request, request.match_info["name"])


async def icon(request: web.Request) -> web.StreamResponse:
    """The mark, where a browser looks for one by itself."""
    return await _told(request, "mark.svg")


async def _told(request: web.Request, name: str) -> web.StreamResponse:
    if name not in _HELD:
        raise web.HTTPNotFound
    digest = _digest(name)
    is_for_good = request.query.get("v") == digest
    headers = {
        "Cache-Control": _FOR_GOOD if is_for_good else _ASK_AGAIN,
        "ETag": f'"{digest}"',
        "Accept-Ranges": "bytes",
    }
    if any(each.value == digest for each in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    body = await asyncio.to_thread(_HELD[name].body)
    return _whole_or_part(request, body, _HELD[name].kind, headers)


def _whole_or_part(
    request: web.Request, body: bytes, kind: str, headers: dict[str, str]
) -> web.Response:
    """The file, or the one piece of it that is asked for: some play sound only so."""
    try:
        asked = request.http_range
    except ValueError:
        asked = slice(None)
    if asked.start is None and asked.stop is None:
        return web.Response(body=body, content_type=kind, headers=headers)
    first, end, _ = asked.indices(len(body))
    if first >= end:
        headers["Content-Range"] = f"bytes */{len(body)}"
        return web.Response(status=_NONE_SUCH, headers=headers)
    headers["Content-Range"] = f"bytes {first}-{end - 1}/{len(body)}"
    return web.Response(
        status=_PART, body=body[first:end], content_type=kind, headers=headers
    )
