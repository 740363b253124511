"""Whoever watches sees where the other is."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.waiting_room import agree, stop
from empathy_sim.workshop.server.seat_face import Watching, watching_of
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import Served, served, words_of

FORM = 'id="noting" hidden'
YET = 'id="not-yet" hidden'


def seen(here: Served) -> Watching | None:
    return watching_of(here.room, here.room.seat(here.seat("Omar")))


async def test_an_observer_follows_from_the_waiting_room_into_the_story() -> None:
    async with served(waiting_ms=7 * 60_000) as here:
        await here.joined("Ines")
        ines = here.seat("Ines")
        watcher = await here.joined("Omar", "observer", ines)
        assert seen(here) == Watching(
            "In the lobby", begun=False, debriefed=False, shows=False
        )
        here.workshop.begin()
        agree(here.room, ines)
        assert seen(here) == Watching(
            "In the waiting room", begun=False, debriefed=False, shows=False
        )
        early = await (await watcher.get("/seat/observe")).text()
        stop(here.room, ines)
        session = here.room.session_of(ines)
        assert seen(here) == Watching(
            "Reads the contract", begun=True, debriefed=False, shows=False
        )
        late = await (await watcher.get("/seat/observe")).text()
        to_playing(session)
        at_play = seen(here)

    assert FORM in early
    assert YET not in early
    assert FORM not in late
    assert YET in late
    assert at_play is not None
    assert at_play.where == session.state.script_stage.title


async def test_the_page_says_at_its_top_what_was_noted_last() -> None:
    async with served() as here:
        await here.joined("Ines")
        watcher = await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()
        here.room.session_of(here.seat("Ines"))
        for noted in ("laugh", "sigh"):
            await watcher.post(
                "/seat/observe", data={"noted": noted}, headers=here.origin
            )
        words = await words_of(await watcher.get("/seat/observe"))

    assert words.count("Noted: ") == 1
    assert words.index("Noted: A sigh") < words.index('id="noting"')
    assert ", ." not in words


async def test_whoever_plays_or_has_chosen_nobody_watches_nobody() -> None:
    async with served() as here:
        await here.joined("Omar", "observer")
        await here.joined("Ines")

        assert seen(here) is None
        assert watching_of(here.room, here.room.seat(here.seat("Ines"))) is None


async def test_a_pair_is_not_sent_to_talk_before_the_player_has_looked_back() -> None:
    async with served() as here:
        await here.joined("Ines")
        ines = here.seat("Ines")
        watcher = await here.joined("Omar", "observer", ines)
        here.workshop.begin()
        session = here.room.session_of(ines)
        to_playing(session)
        close_play(here.room)
        early = await (await watcher.get("/seat/observe")).text()
        before = seen(here)
        while session.state.phase != "closed":
            session.submit(m.Proceed())
        late = await (await watcher.get("/seat/observe")).text()
        after = seen(here)

    assert ">Their own debrief comes first" in early
    assert ">They have had their own debrief" in late
    assert before is not None
    assert not before.debriefed
    assert after is not None
    assert after.debriefed
