"""A page asks for longer waits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientResponse, ClientSession

from empathy_sim.workshop.room.running import close_play, set_pace
from tests.workshop.room.rooms import to_playing
from tests.workshop.room.test_pacing import SCRIPT, WHOLE
from tests.workshop.server.served import Served, served, words_of


async def told(events: ClientResponse) -> Mapping[str, Any]:
    """What a page is sent next."""
    async for line in events.content:
        if line.startswith(b"data: "):
            face: Mapping[str, Any] = json.loads(line.removeprefix(b"data: "))
            return face
    raise AssertionError("nothing more was sent")


async def plays(here: Served, label: str) -> ClientSession:
    """Somebody whose story has begun."""
    browser = await here.joined(label)
    if here.room.state.phase == "lobby":
        here.workshop.begin()
    to_playing(here.room.session_of(here.seat(label)))
    return browser


async def answer(
    here: Served, browser: ClientSession, asking: str, says: str
) -> ClientResponse:
    return await browser.post(
        "/seat/pace", data={"asking": asking, "answer": says}, headers=here.origin
    )


async def test_both_pages_have_a_place_for_the_question() -> None:
    async with served(script=SCRIPT) as here:
        ines = await plays(here, "Ines")

        for path in ("/seat/terminal", "/seat/lines"):
            page = await words_of(await ines.get(path))
            assert '<div id="pacing"' in page
            assert 'data-pace="yes">Yes<' in page
            assert 'data-pace="no">No<' in page


async def test_a_page_is_told_of_the_question_and_takes_its_answer() -> None:
    async with served(script=SCRIPT) as here:
        ines = await plays(here, "Ines")
        async with ines.get("/seat/events") as events:
            assert (await told(events))["pacing"] is None
            set_pace(here.room, "real")
            face = await told(events)
            assert face["pacing"] == {"asking": 1, "says": WHOLE, "asks": True}
            assert (await answer(here, ines, "1", "yes")).status == 204
            assert (await told(events))["pacing"] is None

        state = here.room.session_of(here.seat("Ines")).state
        assert (state.pace, state.pace_agreed) == ("real", 1)


async def test_whatever_is_not_a_yes_is_a_no() -> None:
    async with served(script=SCRIPT) as here:
        ines, omar = await plays(here, "Ines"), await plays(here, "Omar")
        set_pace(here.room, "real")
        await answer(here, ines, "1", "no")
        await answer(here, omar, "1", "perhaps")

        for label in ("Ines", "Omar"):
            state = here.room.session_of(here.seat(label)).state
            assert (state.pace, state.pace_asking) == ("workshop", 1)


async def test_a_late_answer_is_refused_and_changes_nothing() -> None:
    async with served(script=SCRIPT) as here:
        ines = await plays(here, "Ines")
        set_pace(here.room, "real")
        set_pace(here.room, "long")
        assert (await answer(here, ines, "1", "yes")).status == 409
        assert (await answer(here, ines, "one", "yes")).status == 400
        close_play(here.room)
        assert (await answer(here, ines, "2", "yes")).status == 409

        assert here.room.session_of(here.seat("Ines")).state.pace == "workshop"
