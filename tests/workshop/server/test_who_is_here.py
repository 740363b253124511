"""Who is here, by the pages that are open."""

from __future__ import annotations

from empathy_sim.workshop.room.board import board_of
from tests.workshop.server.served import served


async def test_whoever_sits_in_the_lobby_is_here() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        before = board_of(here.room, here.hosting.attendance)
        async with browser.get("/seat/events") as events:
            await events.content.readline()
            lobby = board_of(here.room, here.hosting.attendance)

        assert (before.here, lobby.here) == (0, 1)
        assert lobby.rows[0].here
