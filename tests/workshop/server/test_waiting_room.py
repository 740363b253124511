"""The lobby can wait, for whoever agrees."""

from __future__ import annotations

import io
import wave

from empathy_sim.workshop.room.running import breathe, lead_on
from empathy_sim.workshop.room.waiting_room import waiting_of
from empathy_sim.workshop.server.hold_music import RATE, hold_loop
from empathy_sim.workshop.server.seat_face import face_of
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import served, words_of

SEVEN = 7 * 60_000


async def test_whoever_agrees_draws_a_number_and_others_are_called() -> None:
    async with served(waiting_ms=SEVEN) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        asked = await words_of(await browser.get("/seat"))
        data = {"does": "agreed"}
        told = await words_of(
            await browser.post("/seat/wait", data=data, headers=here.origin)
        )

        assert "if you agree" in asked
        assert "A 14" in told
        assert "A 8" in told


async def test_it_ends_by_itself_and_the_journey_begins() -> None:
    async with served(waiting_ms=SEVEN) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        seat = here.room.seat(here.seat("Ines"))
        called = set()
        for _ in range(14):
            called.add(waiting_of(here.room, seat).called)
            here.workshop.clock.advance(SEVEN // 14)
        page = await browser.get("/seat")

        assert 'id="terminal"' in await page.text()
        assert len(called) > 8
        assert not seat.session


async def test_enough_is_enough_at_any_moment() -> None:
    async with served(waiting_ms=SEVEN) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await browser.post("/seat/wait", data={"does": "agreed"}, headers=here.origin)
        page = await browser.post(
            "/seat/wait", data={"does": "stopped"}, headers=here.origin
        )

        assert 'id="terminal"' in await page.text()


async def test_whoever_says_enough_aloud_is_led_out_by_the_facilitator() -> None:
    async with served(waiting_ms=SEVEN) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        data = {"does": "agreed"}
        told = await words_of(
            await browser.post("/seat/wait", data=data, headers=here.origin)
        )
        lead_on(here.room, here.seat("Ines"))

        assert "aloud does the same" in told
        assert 'id="terminal"' in await (await browser.get("/seat")).text()


async def test_ones_own_number_is_never_called_before_the_end() -> None:
    async with served(waiting_ms=SEVEN) as here:
        await here.joined("Ines")
        here.workshop.begin()
        seat = here.room.seat(here.seat("Ines"))
        for _ in range(100):
            waiting = waiting_of(here.room, seat)
            assert waiting.called != waiting.number
            here.workshop.clock.advance(SEVEN // 100)


async def test_sound_is_off_until_it_is_asked_for() -> None:
    async with served(waiting_ms=SEVEN) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        page = await browser.post(
            "/seat/wait", data={"does": "agreed"}, headers=here.origin
        )

        assert "autoplay" not in await page.text()
        assert "Sound is off" in await page.text()


def test_the_loop_is_a_sound_that_meets_its_own_beginning() -> None:
    with wave.open(io.BytesIO(hold_loop())) as file:
        frames = file.readframes(file.getnframes())
        seconds = file.getnframes() / RATE
    samples = memoryview(frames).cast("h")

    assert 13 < seconds < 14
    assert max(map(abs, samples)) < 2**15 - 1, "nothing is clipped"
    assert abs(samples[0] - samples[-1]) < 3_000, "no click where it begins anew"


async def test_hold_music_is_offered_and_told_of_only_while_one_is_on_hold() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        page = await (await browser.get("/seat")).text()
        seat = here.room.seat(here.seat("Ines"))
        before = face_of(here.room, seat).on_hold
        to_playing(here.room.session_of(seat.id))
        seat = here.room.seat(seat.id)
        on_hold = face_of(here.room, seat).on_hold
        breathe(here.room)

        assert "Hold music: off" in page
        assert (before, on_hold) == (False, True)
        assert not face_of(here.room, seat).on_hold
