"""A private link asks what became of it."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.resolutions import Commit
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import KEYS, Served, served, words_of


def promised(here: Served, label: str) -> str:
    """Somebody who promised something; their seat."""
    seat = here.seat(label)
    session = here.room.session_of(seat)
    to_playing(session)
    session.submit(m.Leave())
    session.submit(m.Proceed())
    session.submit(Commit("the Monday report comes", "I ring three customers"))
    return seat


async def test_a_private_link_asks_what_became_of_a_promise() -> None:
    async with served() as here:
        await here.joined("Ines")
        here.workshop.begin()
        seat = promised(here, "Ines")
        path = f"/back/{seat}/{KEYS.of('back', seat)}"
        browser = here.browser()
        asked = await words_of(await browser.get(path))
        data = {"done": "partly", "words": "Two of three."}
        answer = await browser.post(path, data=data, headers=here.origin)
        told = await words_of(answer)
        again = await words_of(await browser.get(answer.url))

        assert "ring three customers" in asked
        assert "Kept." in told
        assert again == told
        (kept,) = here.room.seat(seat).follow_ups
        assert (kept.done, kept.words, kept.days) == ("partly", "Two of three.", 0)


async def test_the_link_of_one_seat_opens_no_other() -> None:
    async with served() as here:
        await here.joined("Ines")
        await here.joined("Omar")
        here.workshop.begin()
        ines, omar = promised(here, "Ines"), promised(here, "Omar")
        answer = await here.browser().get(f"/back/{ines}/{KEYS.of('back', omar)}")

        assert answer.status == 403
        assert "three customers" not in await answer.text()


async def test_nothing_is_kept_of_what_is_no_answer() -> None:
    async with served() as here:
        await here.joined("Ines")
        here.workshop.begin()
        seat = promised(here, "Ines")
        path = f"/back/{seat}/{KEYS.of('back', seat)}"
        answer = await here.browser().post(
            path, data={"done": "ever"}, headers=here.origin
        )

        assert answer.status == 400
        assert here.room.seat(seat).follow_ups == ()
