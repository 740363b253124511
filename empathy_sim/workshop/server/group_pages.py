"""The room's own pages, for whoever runs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.group.pages.group_page import GroupPage, group_page
from empathy_sim.workshop.group.pages.html_page import group_as_html
from empathy_sim.workshop.group.pages.json_file import group_as_json
from empathy_sim.workshop.group.pages.markdown_page import group_as_markdown
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.server.hosting import hosting_of

_DAY = len("2026-11-22")
_KINDS: Mapping[str, tuple[str, Callable[[GroupPage], str]]] = {
    "html": ("text/html", group_as_html),
    "md": ("text/markdown", group_as_markdown),
    "json": ("application/json", group_as_json),
}


async def group_file(request: web.Request) -> web.StreamResponse:
    """What stood on the wall, as a file to keep."""
    room = hosting_of(request).room
    kind = request.match_info["kind"]
    if kind not in _KINDS:
        raise web.HTTPNotFound
    content_type, write = _KINDS[kind]
    name = room.name.rpartition("/")[2]
    people = LookingBack(room).people()
    if not people.people:
        raise RoomRefused(says="Nobody has come through the story yet.")
    page = group_page(wall_of(room), people, name=name, made=room.utc()[:_DAY])
    return web.Response(
        text=write(page),
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{kind}"',
            "Content-Security-Policy": "sandbox",
        },
    )
