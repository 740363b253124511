"""The wall shows only what it should."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientResponse

from empathy_sim.engine import moves as m
from empathy_sim.workshop.looking_back import LookingBack
from empathy_sim.workshop.room.running import breathe, close_play, go_on
from empathy_sim.workshop.server.walls import turned
from tests.workshop.server.served import KEYS, Served, served


async def told(events: ClientResponse) -> Mapping[str, Any]:
    """The next thing that a stream of events tells."""
    while True:
        line = await events.content.readline()
        if line.startswith(b"data: "):
            found: Mapping[str, Any] = json.loads(line[6:])
            return found


def played(here: Served, count: int = 6) -> None:
    for number in range(count):
        seat = here.workshop.plays(f"Quokka {number}")
        here.room.session_of(seat).submit(m.React(-2, 1, f"Word {number}"))
    close_play(here.room)


async def test_the_wall_tells_how_to_come_in_and_then_stays_still() -> None:
    async with served() as here:
        browser = await here.facilitator()
        async with browser.get("/wall/events") as events:
            lobby = await told(events)
            here.workshop.begin()
            begins = await told(events)
            here.workshop.plays("Ines")
            here.hosting.happened()
            playing = await told(events)

        assert f"{KEYS.code[:3]} {KEYS.code[3:]}" in lobby["html"]
        assert "<svg" in lobby["html"]
        assert KEYS.of("join") not in lobby["html"]
        assert begins["view"] == playing["view"] == "playing"
        assert "It begins" in begins["html"]
        assert "in the story" not in begins["html"]
        assert "customer now" in playing["html"]


async def test_a_breath_stands_on_the_wall() -> None:
    async with served() as here:
        here.workshop.plays("Ines")
        browser = await here.facilitator()
        async with browser.get("/wall/events") as events:
            await told(events)
            breathe(here.room)
            breath = await told(events)
            go_on(here.room)
            then = await told(events)

        assert breath["breathing"]
        assert not then["breathing"]


async def test_a_step_stands_on_the_wall_piece_by_piece() -> None:
    async with served() as here:
        played(here)
        browser = await here.facilitator()
        looking = LookingBack(here.room)
        async with browser.get("/wall/events") as events:
            before = await told(events)
            looking.reveal_next()
            looking.reveal_next()
            first = await told(events)
            here.hosting.wall_at = turned(here.hosting, -99)
            here.hosting.changes.happened()
            back = await told(events)

        assert before["view"] == "closed"
        assert "together" in first["html"].casefold()
        assert "Our own curve" in back["html"]
        assert "Quokka" not in first["html"] + back["html"]


async def test_the_wall_is_for_whoever_runs_the_room_and_its_projector() -> None:
    async with served() as here:
        seat = await here.joined("Ines")
        projector = here.browser()
        await projector.get(f"/w/{KEYS.of('wall')}")

        assert (await seat.get("/wall")).status == 403
        assert (await here.browser().get("/wall")).status == 401
        assert (await projector.get("/wall")).status == 200
        assert (await projector.get("/board/group.json")).status == 403


async def test_the_rooms_pages_are_taken_home() -> None:
    async with served() as here:
        played(here)
        LookingBack(here.room).reveal_next()
        browser = await here.facilitator()
        for kind in ("html", "md", "json"):
            answer = await browser.get(f"/board/group.{kind}")
            assert "attachment" in answer.headers["Content-Disposition"]
            assert "Word 3" not in await answer.text()
        assert (await browser.get("/board/group.exe")).status == 404
