"""A seat played line by line, on a page."""

from __future__ import annotations

from aiohttp import web

from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.lines import LINES
from empathy_sim.workshop.server.lines_socket import Attending, line_socket
from empathy_sim.workshop.server.pages import gone_to, page
from empathy_sim.workshop.server.promising import may_look_back
from empathy_sim.workshop.server.seat_face import page_of
from empathy_sim.workshop.server.seats import path_of, seat_of
from empathy_sim.workshop.server.tabs import Tab, moved
from empathy_sim.workshop.views.link import Closing


async def lines_page(request: web.Request) -> web.StreamResponse:
    """The page that tells lines, and has large buttons."""
    hosting, seat = seat_of(request)
    if page_of(hosting.room, seat) != "play":
        return gone_to(path_of(request, hosting, seat))
    title, tab = hosting.room.state.opened.title, hosting.tabs.number()
    return page("lines.html.jinja", title=title, seat=seat, tab=tab, again="")


async def debrief_page(request: web.Request) -> web.StreamResponse:
    """One's own debrief once more, whatever it was first looked at on."""
    hosting, seat = seat_of(request)
    room = hosting.room
    if not may_look_back(room, seat):
        return gone_to(path_of(request, hosting, seat))
    return page(
        "lines.html.jinja",
        title=room.state.opened.title,
        seat=seat,
        tab=hosting.tabs.number(),
        again=page_of(room, seat),
    )


async def line(request: web.Request) -> web.StreamResponse:
    """What is told on that page, and what is typed there."""
    hosting, seat = seat_of(request)
    room = hosting.room
    if page_of(room, seat) != "play" and not may_look_back(room, seat):
        raise web.HTTPConflict
    tab = Tab.of(request, hosting.tabs, seat.id)
    if not tab.takes():
        return await moved(request)
    await _leave_the_screen(hosting, seat.id)
    lines = request.app[LINES].of(seat.id)
    attendance, name = hosting.attendance, seat.id
    attending = Attending(
        heard=lambda: attendance.heard(name), gone=lambda: attendance.gone(name)
    )
    return await line_socket(request, lines, attending, tab=tab)


async def _leave_the_screen(hosting: Hosting, seat: str) -> None:
    """A seat has one face at a time; another that comes meanwhile is newer."""
    view = hosting.views.get(seat)
    while view is not None and (view.is_here or view.view is not None):
        await view.close(Closing.MOVED)
