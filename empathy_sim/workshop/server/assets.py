"""Files that pages ask for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from aiohttp import web

_OURS = {
    "lines.css": "text/css",
    "lines.js": "text/javascript",
    "room.css": "text/css",
    "screen.js": "text/javascript",
    "seat.js": "text/javascript",
    "wait.js": "text/javascript",
    "wall.css": "text/css",
    "wall.js": "text/javascript",
}
_TERMINALS = {
    "textual.js": ("static/js/textual.js", "text/javascript"),
    "xterm.css": ("static/css/xterm.css", "text/css"),
    "mono.ttf": ("static/fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
}
_AN_HOUR = "private, max-age=3600"


@cache
def _ours(name: str) -> bytes:
    folder = "templates" if name == "room.css" else "assets"
    return (files("empathy_sim.workshop.server") / folder / name).read_bytes()


@cache
def _terminals(path: str) -> bytes:
    return (files("textual_serve") / path).read_bytes()


async def asset(request: web.Request) -> web.StreamResponse:
    """One of a few files by its name; there is no folder to look into."""
    name = request.match_info["name"]
    if name in _OURS:
        body, kind = _ours(name), _OURS[name]
    elif name in _TERMINALS:
        path, kind = _TERMINALS[name]
        body = _terminals(path)
    else:
        raise web.HTTPNotFound
    headers = {"Cache-Control": _AN_HOUR}
    return web.Response(body=body, content_type=kind, headers=headers)
