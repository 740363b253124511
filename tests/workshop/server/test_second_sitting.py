"""Pages of a second sitting."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession

from empathy_sim.engine import moves as m
from empathy_sim.workshop.looking_back import LookingBack
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.swapping import swap
from empathy_sim.workshop.server.walls import shown
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import Served, served, words_of


class Pair:
    """Two people after their first sitting."""

    def __init__(
        self, here: Served, player: ClientSession, watcher: ClientSession
    ) -> None:
        self.here, self.player, self.watcher = here, player, watcher

    def play(self, label: str, words: str) -> None:
        session = self.here.room.session_of(self.here.seat(label))
        to_playing(session)
        session.submit(m.React(-2, 2, words))

    def through(self, label: str) -> None:
        """Come through the own debrief."""
        session = self.here.room.session_of(self.here.seat(label))
        while session.state.phase != "closed":
            session.submit(m.Proceed())

    async def goes_to(self, browser: ClientSession) -> str:
        answer = await browser.get("/seat")
        return str(answer.url.path)

    async def note(self, browser: ClientSession, words: str) -> int:
        answer = await browser.post(
            "/seat/observe",
            data={"noted": "sigh", "words": words},
            headers=self.here.origin,
        )
        return answer.status


@asynccontextmanager
async def a_pair() -> AsyncIterator[Pair]:
    async with served() as here:
        player = await here.joined("Ines")
        watcher = await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()
        pair = Pair(here, player, watcher)
        pair.play("Ines", "Nobody comes.")
        await pair.note(watcher, "A long one")
        close_play(here.room)
        yield pair


async def test_each_page_goes_where_its_person_sits_now() -> None:
    async with a_pair() as pair:
        pair.through("Ines")
        swap(pair.here.room)

        assert await pair.goes_to(pair.watcher) == "/seat/terminal"
        assert await pair.goes_to(pair.player) == "/seat/observe"
        page = await words_of(await pair.player.get("/seat"))
        assert "You watch Omar" in page
        assert "A long one" not in page


async def test_a_debrief_comes_first() -> None:
    async with a_pair() as pair:
        swap(pair.here.room)
        assert await pair.goes_to(pair.player) == "/seat/terminal"
        pair.through("Ines")

        assert await pair.goes_to(pair.player) == "/seat/observe"


async def test_what_was_kept_in_the_first_sitting_is_found_by_its_owner_alone() -> None:
    async with a_pair() as pair:
        pair.through("Ines")
        swap(pair.here.room)
        share = await words_of(await pair.player.get("/seat/share"))
        keep = await pair.player.get("/seat/keep")
        form = await words_of(await pair.watcher.get("/seat/observe"))

        assert "Nobody comes." in share
        assert keep.status == 200
        assert "Nobody comes." in await keep.text()
        assert "A long one" in form
        assert "Nobody comes." not in form
        assert await pair.goes_to(pair.watcher) == "/seat/terminal"
        other = await words_of(await pair.watcher.get("/seat/share"))
        assert "Nobody comes." not in other


async def test_ticks_of_the_first_sitting_can_be_kept_in_the_second() -> None:
    async with a_pair() as pair:
        pair.through("Ines")
        swap(pair.here.room)
        await pair.player.post(
            "/seat/share", data={"curve": "on"}, headers=pair.here.origin
        )

        ticked = pair.here.room.seat(pair.here.seat("Ines")).ticked
        assert ticked is not None
        assert ticked.curve


async def test_a_form_of_before_is_read_and_not_written_to() -> None:
    async with a_pair() as pair:
        pair.through("Ines")
        swap(pair.here.room)

        assert await pair.note(pair.watcher, "Later") == 409
        watch = await pair.watcher.post(
            "/seat/watch",
            data={"about": pair.here.seat("Ines")},
            headers=pair.here.origin,
        )
        assert watch.status == 409
        assert pair.here.room.seat(pair.here.seat("Omar")).chair == "customer"


async def test_both_take_home_what_is_theirs_when_the_room_closes_again() -> None:
    async with a_pair() as pair:
        pair.through("Ines")
        swap(pair.here.room)
        pair.play("Omar", "So this is it.")
        await pair.note(pair.player, "A short one")
        close_play(pair.here.room)
        pair.through("Omar")
        share = await words_of(await pair.watcher.get("/seat"))
        watched = await words_of(await pair.player.get("/seat"))

        assert "So this is it." in share
        assert "What you noted while you watched" in share
        assert "What you saw of Omar" in watched
        assert "A short one" in watched
        assert "A long one" not in watched
        assert 'href="/seat/share"' in watched


@pytest.mark.parametrize("way", ["/seat/share", "/seat/keep", "/seat/forward"])
async def test_who_only_watched_has_no_pages_of_a_journey(way: str) -> None:
    async with a_pair() as pair:
        assert (await pair.watcher.get(way)).status == 403


async def test_the_wall_is_empty_while_the_others_play() -> None:
    async with a_pair() as pair:
        room = pair.here.room
        LookingBack(room).reveal_next()
        assert shown(pair.here.hosting)["view"] == "step"
        swap(room)
        assert shown(pair.here.hosting)["view"] == "playing"
        close_play(room)

        assert shown(pair.here.hosting)["view"] == "step"
