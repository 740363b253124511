"""People come in, and find their seat again."""

from __future__ import annotations

from empathy_sim.workshop.room.seating import take_seat
from tests.workshop.server.served import KEYS, served, words_of


async def test_the_code_on_the_wall_opens_the_room() -> None:
    async with served() as here:
        browser = here.browser()
        code = f" {KEYS.code[:3].upper()}-{KEYS.code[3:]} "
        answer = await browser.post("/", data={"code": code}, headers=here.origin)

        assert answer.status == 200
        assert "Take my seat" in await words_of(answer)


async def test_a_wrong_code_opens_nothing_and_is_not_tried_for_ever() -> None:
    async with served() as here:
        browser = here.browser()
        found = [
            (
                await browser.post("/", data={"code": "bbbbbb"}, headers=here.origin)
            ).status
            for _ in range(7)
        ]

        assert found == [403] * 5 + [429] * 2
        assert (await browser.get("/join")).status == 401


async def test_a_wrong_code_stays_to_be_mended_and_is_only_text() -> None:
    async with served() as here:
        browser = here.browser()
        for typed, kept in (
            ("pqf ddn", "pqf ddn"),
            ('"><b>&amp', "&#34;&gt;&lt;b&gt;&amp;amp"),
        ):
            answer = await browser.post("/", data={"code": typed}, headers=here.origin)

            assert answer.status == 403
            assert f'value="{kept}"' in await answer.text()


async def test_whoever_comes_back_finds_the_same_seat() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        page = await words_of(await browser.get("/"))

        assert "Ines" in page
        assert len(here.room.state.seats) == 1
        again = await browser.post("/join", data={"label": "Omar"}, headers=here.origin)
        assert again.status == 200
        assert len(here.room.state.seats) == 1


async def test_the_link_leaves_no_secret_in_the_address() -> None:
    async with served() as here:
        browser = here.browser()
        answer = await browser.get(f"/j/{KEYS.of('join')}")

        assert KEYS.of("join") not in await answer.text()
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


async def test_a_label_that_is_taken_is_told_on_the_page() -> None:
    async with served() as here:
        await here.joined("Ines")
        other = here.browser()
        await other.get(f"/j/{KEYS.of('join')}")
        answer = await other.post("/join", data={"label": "ines"}, headers=here.origin)

        assert answer.status == 409
        assert "Somebody sits here as ines already." in await words_of(answer)


async def test_a_screen_is_there_once_the_room_begins() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        early = await browser.get("/seat/terminal", allow_redirects=False)
        here.workshop.begin()
        answer = await browser.get("/seat")

        assert early.headers["Location"] == "/seat"
        assert 'id="terminal"' in await answer.text()
        async with browser.ws_connect(
            "/seat/screen?width=80&height=24", headers=here.origin
        ) as screen:
            first = await screen.receive(timeout=10)
        assert first.data == b"shown"


async def test_a_private_link_opens_one_seat() -> None:
    async with served(solo=True) as here:
        _seat, secret = take_seat(here.room, "Ines")
        browser = here.browser()
        await browser.get(f"/s/{secret}")
        answer = await browser.get("/seat")

        assert 'id="terminal"' in await answer.text()
        assert (await here.browser().get(f"/s/{secret}x")).status == 403


async def test_a_page_follows_the_room() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        async with browser.get("/seat/events") as events:
            first = await events.content.readline()
            await events.content.readline()
            here.workshop.begin()
            second = await events.content.readline()

        assert b'"page":"lobby"' in first
        assert b'"page":"play"' in second
