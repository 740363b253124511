"""Everybody takes home what is theirs."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.resolutions import Commit
from empathy_sim.workshop.room.running import close_play
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import served


async def test_what_was_promised_is_taken_home_as_days_of_a_calendar() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        session = here.room.session_of(here.seat("Ines"))
        to_playing(session)
        none = await browser.get("/seat/days")
        session.submit(m.Leave())
        session.submit(m.Proceed())
        session.submit(Commit("On Monday, before the report", "listen to three calls"))
        days = await browser.get("/seat/days")
        file = await days.text()

        assert none.status == 409
        assert days.content_type == "text/calendar"
        assert "attachment" in days.headers["Content-Disposition"]
        assert file.count("BEGIN:VEVENT") == 2
        assert "SUMMARY:30 days on: " in file
        assert "listen to three calls" in file.replace("\r\n ", "")
        assert (await (await browser.get("/seat/days")).text()).count("UID") == 2


async def test_an_observer_takes_home_what_they_noted_with_its_times() -> None:
    async with served() as here:
        await here.joined("Ines")
        watcher = await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()
        here.room.session_of(here.seat("Ines"))
        nothing = await watcher.get("/seat/noted")
        data = {"noted": "laugh", "words": "<b>at the music</b>"}
        await watcher.post("/seat/observe", data=data, headers=here.origin)
        close_play(here.room)
        form = await (await watcher.get("/seat/observe")).text()
        page = await watcher.get("/seat/noted")
        text = await page.text()

        assert nothing.status == 409
        assert 'href="/seat/noted"' in form
        assert "attachment" in page.headers["Content-Disposition"]
        assert "Ines" in text
        assert "A laugh: “&lt;b&gt;at the music&lt;/b&gt;”" in text
        assert "Tuesday" in text or "Monday" in text


async def test_what_one_noted_is_nobody_elses() -> None:
    async with served() as here:
        player = await here.joined("Ines")
        answer = await player.get("/seat/noted")

        assert answer.status == 403
