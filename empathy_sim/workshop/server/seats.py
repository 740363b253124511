"""The pages of a seat."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.room.telling import ask_quietly
from empathy_sim.workshop.room.waiting_room import agree, stop, waiting_of
from empathy_sim.workshop.server.following import follow
from empathy_sim.workshop.server.hosting import Hosting, hosting_of
from empathy_sim.workshop.server.lines import LINES, Lines
from empathy_sim.workshop.server.pages import gone_to, page, terminal_page
from empathy_sim.workshop.server.screen_socket import screen_socket
from empathy_sim.workshop.server.seat_face import SeatPage, face_of, page_of
from empathy_sim.workshop.server.tabs import Tab
from empathy_sim.workshop.server.visitors import visitor_of
from empathy_sim.workshop.views.viewing import SeatNews, SeatView

PATHS: Mapping[SeatPage, str] = {
    "lobby": "/seat",
    "wait": "/seat/wait",
    "play": "/seat/terminal",
    "observe": "/seat/observe",
    "share": "/seat/share",
    "missed": "/seat/missed",
}
_LINES = "lines"


def seat_of(request: web.Request) -> tuple[Hosting, Seat]:
    """The room and the seat of a request that was let through as one's own."""
    hosting = hosting_of(request)
    seat = visitor_of(request, hosting).seat
    if seat is None:
        raise web.HTTPUnauthorized
    return hosting, seat


def path_of(request: web.Request, hosting: Hosting, seat: Seat) -> str:
    """Where a seat's page is now; on a phone, or by wish, line by line."""
    found = page_of(hosting.room, seat)
    by_lines = face_wished(request, hosting) == _LINES
    return "/seat/lines" if found == "play" and by_lines else PATHS[found]


def face_wished(request: web.Request, hosting: Hosting) -> str:
    """The face that was chosen; where none was, a telephone gets lines."""
    is_phone = "Mobi" in request.headers.get("User-Agent", "")
    otherwise = _LINES if is_phone else "terminal"
    return request.cookies.get(hosting.cookie("face"), otherwise)


async def seat_page(request: web.Request) -> web.StreamResponse:
    """The lobby, or on to where the seat is."""
    hosting, seat = seat_of(request)
    path = path_of(request, hosting, seat)
    if path != "/seat":
        return gone_to(path)
    state = hosting.room.state
    watched = state.seats.get(seat.about)
    return page(
        "lobby.html.jinja",
        title=state.opened.title,
        seat=seat,
        watched=watched.label if watched else "",
        others=[each for each in state.customers if each.id != seat.id],
        waiting_min=state.opened.waiting_ms // 60_000,
        face=face_wished(request, hosting),
    )


async def choose_face(request: web.Request) -> web.StreamResponse:
    """A terminal, or a page with large buttons."""
    hosting, seat = seat_of(request)
    form = await request.post()
    chosen = _LINES if form.get("face") == _LINES else "terminal"
    response = gone_to(PATHS[page_of(hosting.room, seat)])
    if chosen == _LINES and page_of(hosting.room, seat) == "play":
        response = gone_to("/seat/lines")
    response.set_cookie(
        hosting.cookie("face"),
        chosen,
        httponly=True,
        samesite="Strict",
        secure=hosting.address.scheme == "https",
        path="/",
    )
    return response


async def terminal(request: web.Request) -> web.StreamResponse:
    """The page that draws the terminal."""
    hosting, seat = seat_of(request)
    if page_of(hosting.room, seat) != "play":
        return gone_to(path_of(request, hosting, seat))
    title, tab = hosting.room.state.opened.title, hosting.tabs.number()
    shown = page("terminal.html.jinja", title=title, seat=seat, tab=tab)
    return terminal_page(request, shown)


async def screen(request: web.Request) -> web.StreamResponse:
    """The terminal's own line: what is drawn, and what is typed."""
    hosting, seat = seat_of(request)
    if page_of(hosting.room, seat) != "play":
        raise web.HTTPConflict
    view = view_of(hosting, seat.id, request.app[LINES])
    tab = Tab.of(request, hosting.tabs, seat.id)
    return await screen_socket(request, view, tab=tab)


def view_of(hosting: Hosting, seat: str, lines: Lines) -> SeatView:
    """A seat's view, made with the first look at it."""
    if seat not in hosting.views:
        attendance = hosting.attendance

        def came() -> None:
            lines.leave(seat)
            attendance.heard(seat)

        def typed() -> None:
            attendance.typed(seat)
            hosting.collecting.heard()

        news = SeatNews(
            heard=lambda: attendance.heard(seat),
            came=came,
            left=lambda: attendance.gone(seat),
            failed=hosting.failed,
            troubled=lambda: attendance.troubled(seat, "The screen fails again."),
            typed=typed,
            opened=hosting.collecting.opened,
            gone=hosting.collecting.closed,
        )
        hosting.views[seat] = SeatView(
            seat, hosting.makers(seat), news, door=hosting.door
        )
    return hosting.views[seat]


async def seat_events(request: web.Request) -> web.StreamResponse:
    """What the seat's page follows of the room."""
    hosting, seat = seat_of(request)
    name = seat.id

    def told() -> Mapping[str, object] | None:
        now = hosting.room.state.seats.get(name)
        if now is None:
            return None
        view = hosting.views.get(name)
        before = view.before if view is not None else None
        return {**face_of(hosting.room, now).plain(), "before": before}

    return await follow(request, hosting, told)


async def quietly(request: web.Request) -> web.StreamResponse:
    """Tell the facilitator something that nobody else sees."""
    hosting, seat = seat_of(request)
    form = await request.post()
    ask_quietly(hosting.room, seat.id, str(form.get("words", "")))
    return web.Response(status=204)


async def waiting_room(request: web.Request) -> web.StreamResponse:
    """The lobby that waits."""
    hosting, seat = seat_of(request)
    room = hosting.room
    if page_of(room, seat) != "wait":
        return gone_to(path_of(request, hosting, seat))
    return page(
        "wait.html.jinja",
        title=room.state.opened.title,
        seat=seat,
        waiting=waiting_of(room, seat),
        minutes=max(1, room.state.opened.waiting_ms // 60_000),
    )


async def wait_or_not(request: web.Request) -> web.StreamResponse:
    """Agree to wait, or stop it."""
    hosting, seat = seat_of(request)
    form = await request.post()
    if form.get("does") == "agreed":
        agree(hosting.room, seat.id)
    else:
        stop(hosting.room, seat.id)
    return gone_to("/seat")


async def missed(request: web.Request) -> web.StreamResponse:
    """What is said to one for whom the room closed too soon."""
    hosting, seat = seat_of(request)
    if page_of(hosting.room, seat) != "missed":
        return gone_to(path_of(request, hosting, seat))
    return page("missed.html.jinja", title=hosting.room.state.opened.title, seat=seat)
