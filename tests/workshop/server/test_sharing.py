"""What one ticks is shown, and nothing else."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.running import close_play, end
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.line_browser import LineTab
from tests.workshop.server.served import Served, served, words_of


async def over_for(here: Served, label: str) -> None:
    """Somebody plays to the end, and through the debrief."""
    session = here.room.session_of(here.seat(label))
    to_playing(session)
    session.submit(m.React(-2, 2, "Still nobody."))
    session.submit(m.React(0, 0, "It is our own report.", aha=True))
    session.submit(m.Leave())
    session.submit(m.Reflect("one_word", "long"))
    session.submit(m.Proceed())
    session.submit(m.Proceed())


async def test_nothing_is_ticked_for_anybody() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await over_for(here, "Ines")
        page = await (await browser.get("/seat")).text()

        assert "Still nobody." in page
        assert "It is our own report." in page
        assert " checked" not in page
        assert here.room.seat(here.seat("Ines")).ticked is None


async def test_what_is_ticked_is_kept_and_can_be_taken_back() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await over_for(here, "Ines")
        log = here.room.session_of(here.seat("Ines")).log
        said = [seq for seq, each in enumerate(log, 1) if "Still" in repr(each)]
        ticks = {"curve": "on", "word": "on", "words": str(said[0]), "aha": "999"}
        await browser.post("/seat/share", data=ticks, headers=here.origin)
        first = here.room.seat(here.seat("Ines")).ticked
        await browser.post("/seat/share", data={"x": "y"}, headers=here.origin)
        then = here.room.seat(here.seat("Ines")).ticked

        assert first is not None
        assert (first.curve, first.word, first.named) == (True, True, False)
        assert (first.words, first.ahas) == (tuple(said), ())
        assert then is not None
        assert (then.curve, then.word, then.words) == (False, False, ())


async def test_numbers_that_are_none_are_passed_over() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await over_for(here, "Ines")
        data = [("words", "x"), ("words", "9" * 400), ("aha", "-1"), ("aha", "٣")]
        answer = await browser.post("/seat/share", data=data, headers=here.origin)

        assert answer.status == 200
        ticked = here.room.seat(here.seat("Ines")).ticked
        assert ticked is not None
        assert (ticked.words, ticked.ahas) == ((), ())


async def test_nobody_shares_before_there_is_anything() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        answer = await browser.post("/seat/share", data={"a": "b"}, headers=here.origin)

        assert answer.status == 409
        assert "nothing to show yet" in await words_of(answer)


async def test_the_pages_are_taken_home_as_files() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await over_for(here, "Ines")
        kept = await browser.get("/seat/keep")
        forwarded = await browser.get("/seat/forward")

        assert "attachment" in kept.headers["Content-Disposition"]
        assert "Still nobody." in await kept.text()
        assert "Still nobody." not in await forwarded.text()


async def test_five_reasons_are_guessed_on_the_page() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await over_for(here, "Ines")
        data = {"reason1": REASONS[3], "reason3": REASONS[0]}
        page = await browser.post("/seat/guess", data=data, headers=here.origin)

        guess = here.room.seat(here.seat("Ines")).guess
        assert guess is not None
        assert guess.reasons == f"{REASONS[3]}\n{REASONS[0]}"
        assert f"<option selected>{REASONS[0]}" in await page.text()


async def test_whoever_watches_notes_what_is_seen_at_its_time() -> None:
    async with served() as here:
        await here.joined("Ines")
        watcher = await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()
        to_playing(here.room.session_of(here.seat("Ines")))
        data = {"noted": "sigh", "words": "At the third announcement"}
        page = await watcher.post("/seat/observe", data=data, headers=here.origin)

        (noted,) = here.room.state.observed
        assert (noted.about, noted.noted) == (here.seat("Ines"), "sigh")
        assert "At the third announcement" in await page.text()
        wrong = await watcher.post(
            "/seat/observe", data={"noted": "frustrated"}, headers=here.origin
        )
        assert wrong.status == 400


async def test_whoever_sat_down_to_watch_chooses_whom() -> None:
    async with served() as here:
        watcher = await here.joined("Omar", "observer")
        await here.joined("Ines")
        here.workshop.begin()
        asked = await words_of(await watcher.get("/seat/observe"))
        data = {"about": here.seat("Ines")}
        told = await words_of(
            await watcher.post("/seat/watch", data=data, headers=here.origin)
        )

        assert "Whom do you watch?" in asked
        assert "You watch Ines" in told


async def test_a_quiet_word_reaches_the_facilitator_alone() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        other = await here.joined("Omar")
        data = {"words": "I would rather stop."}
        answer = await browser.post("/seat/quietly", data=data, headers=here.origin)

        assert answer.status == 204
        assert here.room.seat(here.seat("Ines")).asked == "I would rather stop."
        assert "rather stop" not in await (await other.get("/seat")).text()


async def test_an_observers_debrief_sets_notes_beside_marks_that_are_shown() -> None:
    async with served() as here:
        player = await here.joined("Ines")
        watcher = await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()
        session = here.room.session_of(here.seat("Ines"))
        to_playing(session)
        session.submit(m.React(-3, 2))
        await watcher.post(
            "/seat/observe", data={"noted": "laugh"}, headers=here.origin
        )
        session.submit(m.Leave())
        session.submit(m.Proceed())
        session.submit(m.Proceed())
        close_play(here.room)
        hidden = await words_of(await watcher.get("/seat/observe"))
        await player.post("/seat/share", data={"curve": "on"}, headers=here.origin)
        shown = await words_of(await watcher.get("/seat/observe"))

        assert "What you saw of Ines" in hidden
        assert "unpleasant" not in hidden
        assert "unpleasant" in shown
        assert "Calling" in shown


async def test_who_passed_the_commitment_over_can_still_write_and_tick_it() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        await over_for(here, "Ines")
        before = await words_of(await browser.get("/seat"))
        data = {"cue": "it is Monday", "act": "call our own line"}
        after = await browser.post("/seat/promise", data=data, headers=here.origin)
        words = await words_of(after)

        assert "You have promised nothing yet." in before
        says = "If it is Monday, then I will call our own line."
        assert f"You promised: “{says}”" in words
        assert f"My commitment: “{says}" in words
        assert f"{says}” With my name below, the facilitator may also collect" in words
        assert "Without this tick nobody is named." in words


async def test_half_a_commitment_is_none_and_after_the_end_there_is_none() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        early = await browser.post(
            "/seat/promise", data={"cue": "a", "act": "b"}, headers=here.origin
        )
        await over_for(here, "Ines")
        half = await browser.post(
            "/seat/promise", data={"cue": "a", "act": " "}, headers=here.origin
        )
        end(here.room)
        late = await browser.post(
            "/seat/promise", data={"cue": "a", "act": "b"}, headers=here.origin
        )
        page = await words_of(await browser.get("/seat/share"))

        assert early.status == half.status == late.status == 409
        log = here.room.session_of(here.seat("Ines")).log
        assert not any("Committed" in type(each).__name__ for each in log)
        assert 'action="/seat/promise"' not in page
        assert 'href="/seat/debrief"' in page


async def test_one_goes_back_to_ones_own_debrief_and_out_of_it_again() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        too_soon = await browser.get("/seat/debrief", allow_redirects=False)
        await over_for(here, "Ines")
        ticks = await words_of(await browser.get("/seat"))
        page = await words_of(await browser.get("/seat/debrief"))
        tab = await LineTab(here, browser).open()
        while not tab.closed_with:
            await tab.go_on()

        assert too_soon.headers["Location"] == "/seat/terminal"
        assert 'href="/seat/debrief"' in ticks
        assert 'data-page="share"' in page
        assert "How it felt" in tab.text
        assert tab.closed_with == 4002
