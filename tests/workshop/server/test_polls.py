"""The frontline's poll counts browsers, not answers."""

from __future__ import annotations

from aiohttp import ClientResponse, ClientSession, DummyCookieJar

from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.state import RoomState
from tests.workshop.server.served import KEYS, Served, served, words_of

PATH = f"/poll/{KEYS.of('poll')}"


async def sent(here: Served, browser: ClientSession, *reasons: str) -> ClientResponse:
    """The answer to a form that was sent."""
    data = {f"reason{at}": each for at, each in enumerate(reasons, 1)}
    return await browser.post(
        PATH, data=data, headers=here.origin, allow_redirects=False
    )


def kept(state: RoomState) -> list[str]:
    return [each.reasons for each in state.polled]


async def test_the_frontline_answers_and_nobody_knows_who() -> None:
    async with served() as here:
        browser = here.browser()
        asked = await words_of(await browser.get(PATH))
        answer = await sent(here, browser, REASONS[2], REASONS[0])
        thanks = await words_of(await browser.get(answer.headers["Location"]))
        empty = await sent(here, browser)

        assert "Why do customers call?" in asked
        assert "Thank you." not in asked
        assert answer.status == 303
        assert "Thank you." in thanks
        assert empty.status == 400
        assert kept(here.room.state) == [f"{REASONS[2]}\n{REASONS[0]}"]
        assert (await browser.get(f"{PATH}x")).status == 403


async def test_of_one_browser_one_answer_counts_and_a_reload_sends_nothing() -> None:
    async with served() as here:
        browser, other = here.browser(), here.browser()
        for each in (browser, other):
            await each.get(PATH)
        for reason in REASONS[:6]:
            await sent(here, browser, reason)
            await browser.get(PATH)
        await sent(here, other, REASONS[7])
        await other.get(PATH)

        assert kept(here.room.state) == [REASONS[5], REASONS[7]]
        assert kept(here.workshop.again().state) == [REASONS[5], REASONS[7]]


async def test_a_browser_that_keeps_nothing_is_told_so_and_counts_for_nobody() -> None:
    async with served() as here:
        browser = ClientSession(here.url, cookie_jar=DummyCookieJar())
        async with browser:
            await browser.get(PATH)
            answer = await sent(here, browser, REASONS[1])
            says = await words_of(answer)

        assert answer.status == 400
        assert "Your browser keeps nothing for this page" in says
        assert kept(here.room.state) == []


async def test_what_a_browser_holds_stands_in_no_log_and_opens_nothing() -> None:
    async with served() as here:
        browser = here.browser()
        first = await browser.get(PATH)
        held = first.cookies[here.hosting.cookie("poll")]
        await sent(here, browser, REASONS[1])
        (polled,) = here.room.state.polled

        assert held["httponly"]
        assert held["samesite"] == "Lax"
        assert held.value not in str(here.room.log)
        assert polled.browser not in {"", held.value}
        assert (await browser.get("/seat")).status in {401, 403}
