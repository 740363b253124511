"""The facilitator's board, in a browser."""

from __future__ import annotations

from aiohttp import web

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.server.hosting import Hosting, hosting_of
from empathy_sim.workshop.server.pages import page, terminal_page
from empathy_sim.workshop.server.screen_socket import screen_socket
from empathy_sim.workshop.views.viewing import SeatNews, SeatView

BOARD = "the board"
"""What the board's view is called among those of the seats."""


async def board(request: web.Request) -> web.StreamResponse:
    """The page that draws the board."""
    hosting = hosting_of(request)
    title = hosting.room.state.opened.title
    return terminal_page(request, page("board.html.jinja", title=title))


async def screen(request: web.Request) -> web.StreamResponse:
    """The board's own line: what is drawn, and what is typed."""
    return await screen_socket(request, _view_of(hosting_of(request)))


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
