"""The facilitator's board, in a browser."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.desk import WallPlace
from empathy_sim.workshop.group.pages.html_page import step_pieces
from empathy_sim.workshop.group.steps import Wall
from empathy_sim.workshop.server.hosting import Hosting, hosting_of
from empathy_sim.workshop.server.keys import Purpose
from empathy_sim.workshop.server.pages import page, terminal_page
from empathy_sim.workshop.server.screen_socket import screen_socket
from empathy_sim.workshop.server.tabs import Tab
from empathy_sim.workshop.views.link import Closing
from empathy_sim.workshop.views.viewing import SeatNews, SeatView

BOARD = "the board"
"""What the board's view is called among those of the seats."""


async def board(request: web.Request) -> web.StreamResponse:
    """The page that draws the board."""
    hosting = hosting_of(request)
    title, tab = hosting.room.state.opened.title, hosting.tabs.number()
    return terminal_page(request, page("board.html.jinja", title=title, tab=tab))


async def screen(request: web.Request) -> web.StreamResponse:
    """The board's own line: what is drawn, and what is typed."""
    hosting = hosting_of(request)
    tab = Tab.of(request, hosting.tabs, BOARD)
    return await screen_socket(request, _view_of(hosting), tab=tab)


def _view_of(hosting: Hosting) -> SeatView:
    if hosting.board_maker is None:
        raise RoomRefused(says="There is no board here.")
    if BOARD not in hosting.views:
        news = SeatNews(
            failed=hosting.failed,
            opened=hosting.collecting.opened,
            gone=hosting.collecting.closed,
        )
        hosting.views[BOARD] = SeatView(
            BOARD, hosting.board_maker, news, door=hosting.door
        )
    return hosting.views[BOARD]


def place_on(hosting: Hosting) -> WallPlace | None:
    """Which piece stands on the wall; None before the first step."""
    written = hosting.room.state.wall
    if not written:
        return None
    steps = _steps(written)
    at, piece = hosting.wall_at
    heading, pieces = steps[at] if 0 <= at < len(steps) else steps[-1]
    return WallPlace(heading, min(piece, pieces - 1) + 1, pieces)


@lru_cache(maxsize=2)
def _steps(written: str) -> tuple[tuple[str, int], ...]:
    """Each step's heading, and in how many pieces it is shown."""
    steps = msgspec.json.decode(written, type=Wall).steps
    return tuple((each.heading, len(step_pieces(each))) for each in steps)


def turn_over(hosting: Hosting, purpose: Purpose, *, from_tab: bool) -> None:
    """Make another link for a purpose; the old one is dead at once.

    Args:
        hosting: the room.
        purpose: what the link opens.
        from_tab: whether it is asked for at the board in a browser: then that browser
            goes over to the board's new link, and no other one does.

    Raises:
        StoreError: the new link cannot be kept, and the old one stays.
    """

    def lead_over() -> None:
        if from_tab and purpose == "facilitator" and BOARD in hosting.views:
            hosting.views[BOARD].lead_over(hosting.keys.of(purpose))

    hosting.turn_over(purpose, lead_over)


async def let_go(hosting: Hosting, seat: str) -> None:
    """End every screen of a seat."""
    view = hosting.views.pop(seat, None)
    if view is not None:
        await view.close(Closing.OVER)
    for leave in hosting.leavers:
        leave(seat)
    hosting.changes.happened()
