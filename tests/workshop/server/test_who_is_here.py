"""Who is here, by the pages that answer."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from empathy_sim.workshop.room.board import board_of
from empathy_sim.workshop.room.clocks import GONE_MS
from empathy_sim.workshop.server import at_page
from empathy_sim.workshop.server.spending import Limits
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import Served, served, until

HERE = "/seat/here"
SOON_S = 0.05


def here_of(room: Served) -> int:
    return board_of(room.room, room.hosting.attendance).here


async def at(
    room: Served, browser: ClientSession, *, answers: bool = True
) -> ClientWebSocketResponse:
    return await browser.ws_connect(HERE, headers=room.origin, autoping=answers)


async def test_whoever_sits_in_the_lobby_is_here_until_the_page_is_shut() -> None:
    async with served() as room:
        browser = await room.joined("Ines")
        before = here_of(room)
        line = await at(room, browser)
        await until(lambda: here_of(room) == 1)
        await line.close()
        await until(lambda: here_of(room) == 0)

    assert before == 0


async def test_a_page_that_only_follows_the_room_says_nothing_of_who_is_here() -> None:
    async with served() as room:
        browser = await room.joined("Ines")
        async with browser.get("/seat/events") as events:
            await events.content.readline()
            assert here_of(room) == 0


async def test_a_device_that_has_gone_silent_in_the_lobby_is_not_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(at_page, "PING_S", SOON_S / 3)
    monkeypatch.setattr(at_page, "LIMITS", Limits(largest=64, silent_s=SOON_S))
    async with served() as room:
        silent = await at(room, await room.joined("Ines"), answers=False)
        await until(lambda: here_of(room) == 0)
        # Pings that wait to be read, and then the end of it.
        while (await silent.receive()).type is WSMsgType.PING:
            pass

        assert silent.closed or silent.exception() is not None


async def test_a_device_that_answers_stays_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(at_page, "PING_S", SOON_S / 3)
    async with served() as room:
        line = await at(room, await room.joined("Ines"), answers=False)
        for _ in range(5):
            assert (await line.receive()).type is WSMsgType.PING
            await line.pong()
            assert here_of(room) == 1
        await line.close()


def test_silence_in_the_lobby_is_as_long_as_in_the_story() -> None:
    assert at_page.LIMITS.silent_s * 1_000 == GONE_MS
    assert at_page.LIMITS.silent_s > at_page.PING_S * 3


async def test_a_page_may_ask_whether_its_line_stands_and_nothing_else() -> None:
    async with served() as room:
        line = await at(room, await room.joined("Ines"))
        await line.send_str("here")
        assert await line.receive_str() == "here"
        await line.send_str("there")
        closed = await line.receive()

        assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1008)


async def test_a_stopping_server_says_so_at_once() -> None:
    async with served() as room:
        line = await at(room, await room.joined("Ines"))
        room.hosting.is_closing = True
        room.hosting.changes.happened()
        closed = await asyncio.wait_for(line.receive(), 5.0)

        assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1001)


async def test_whoever_types_on_a_screen_is_not_idle() -> None:
    async with served() as room:
        browser = await room.joined("Ines")
        seat = room.workshop.plays("Omar")
        ines = room.seat("Ines")
        to_playing(room.room.session_of(ines))
        screen = await browser.ws_connect("/seat/screen", headers=room.origin)
        await screen.receive()
        room.workshop.pass_with(100_000, ines, seat)

        def idle_ms() -> int:
            rows = board_of(room.room, room.hosting.attendance).rows
            return next(row.idle_ms for row in rows if row.seat == ines)

        before = idle_ms()
        await screen.send_json(["stdin", "x"])
        await until(lambda: idle_ms() == 0)

        assert before >= 90_000
