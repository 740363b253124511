"""A browser is shown its seat, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientWebSocketResponse, WSMsgType, web
from aiohttp.test_utils import TestClient, TestServer

from empathy_sim.workshop.server.screen_socket import screen_socket
from empathy_sim.workshop.server.spending import Limits
from empathy_sim.workshop.views.view import Outlet
from empathy_sim.workshop.views.viewing import SeatNews, SeatView
from tests.workshop.views.view_fakes import FakeView


async def until(comes: Callable[[], object]) -> None:
    """Wait for something to be so."""
    for _ in range(12_000):
        if comes():
            return
        await asyncio.sleep(0.005)
    raise TimeoutError


class Served:
    """A seat behind a websocket, and what its view was told."""

    def __init__(self, limits: Limits) -> None:
        self.views: list[FakeView] = []
        self.heard = 0
        self.left = 0
        self.seat = SeatView(
            "Ann", self.make, SeatNews(heard=self.hear, left=self.leave)
        )
        self.limits = limits
        self.client: TestClient[web.Request, web.Application]

    def make(self, outlet: Outlet, width: int, height: int) -> FakeView:
        self.views.append(FakeView(outlet, width, height))
        return self.views[-1]

    def hear(self) -> None:
        self.heard += 1

    def leave(self) -> None:
        self.left += 1

    @property
    def told(self) -> list[object]:
        return self.views[-1].told

    @property
    def typed(self) -> str:
        return "".join(each for each in self.told if isinstance(each, str))

    async def show(self, request: web.Request) -> web.WebSocketResponse:
        return await screen_socket(request, self.seat, limits=self.limits)

    async def join(self, query: str = "width=90&height=25") -> ClientWebSocketResponse:
        """Open the seat in another tab, and wait for its screen."""
        socket = await self.client.ws_connect(f"/ws?{query}")
        frame = await socket.receive(timeout=60)
        assert frame.type == WSMsgType.BINARY
        return socket


@asynccontextmanager
async def served(limits: Limits | None = None) -> AsyncIterator[Served]:
    """A server of one seat."""
    made = Served(limits or Limits())
    app = web.Application()
    app.router.add_get("/ws", made.show)
    async with TestClient(TestServer(app)) as made.client:
        yield made
        await made.seat.close()


async def closed(socket: ClientWebSocketResponse) -> int | None:
    """Read on until the server closes; the code it gives."""
    while True:
        message = await socket.receive(timeout=60)
        if message.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING}:
            return socket.close_code


async def test_a_browser_is_shown_its_seat_and_hears_of_keys() -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.send_json(["stdin", "é"])
        await tab.send_json(["resize", {"width": 120, "height": 40}])
        await tab.send_json(["blur"])
        await tab.send_json(["focus"])
        await until(lambda: len(seat.told) == 5)

        assert seat.told == [("made", 90, 25), "é", (120, 40), False, True]
        assert (await tab.receive()).data == "é".encode()


async def test_a_page_that_asks_is_answered() -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.send_json(["ping", "1234"])

        assert await tab.receive_json(timeout=60) == ["pong", "1234"]


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("", (80, 24)),
        ("width=3000&height=3000", (300, 100)),
        ("width=0&height=0", (1, 1)),
        ("width=-5&height=4e9", (80, 24)),
        ("width=99999999999&height=%C2%B2", (80, 24)),
    ],
)
async def test_no_address_asks_for_a_size_that_cannot_be(
    query: str, size: tuple[int, int]
) -> None:
    async with served() as seat:
        await seat.join(query)

        assert seat.told == [("made", *size)]


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{}",
        "[",
        "[]",
        "null",
        '"stdin"',
        '["stdin"]',
        '["stdin",1]',
        '["stdin","a","b"]',
        '["resize",{"width":"1","height":2}]',
        '["resize",{"width":1.5,"height":2}]',
        '["resize",[1,2]]',
        '["ping",1]',
        '["ping","' + "9" * 100 + '"]',
        '["focus",true]',
        '["quit"]',
        '["__class__"]',
        "[" * 8_000,
    ],
)
async def test_what_no_page_sends_ends_the_connection_and_nothing_else(
    sent: str,
) -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.send_str(sent)

        assert await closed(tab) == 1008
        again = await seat.join()
        await again.send_json(["stdin", "a"])
        await until(lambda: seat.typed.endswith("a"))
        assert len(seat.views) == 1


async def test_bytes_are_not_spoken_here() -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.send_bytes(b"[]")

        assert await closed(tab) == 1008


async def test_a_message_larger_than_any_page_sends_is_refused() -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.send_json(["stdin", "x" * 20_000])

        assert await closed(tab) == 1009
        await until(lambda: seat.left)


async def test_more_keys_at_once_than_hands_have_are_refused() -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.send_json(["stdin", "x" * 1_000])

        assert await closed(tab) == 1008
        assert "x" not in seat.typed


async def test_keys_struck_fast_all_arrive_in_their_order() -> None:
    async with served() as seat:
        tab = await seat.join()
        keys = [chr(ord("a") + number % 26) for number in range(75)]
        for key in keys:
            await tab.send_json(["stdin", key])
        await until(lambda: len(seat.typed) == len(keys))

        assert seat.typed == "".join(keys)


async def test_what_is_shown_at_once_and_what_is_shown_later_come_in_order() -> None:
    async with served() as seat:
        tab = await seat.join()
        outlet = seat.views[-1].outlet
        wrote = "".join(f"{number:4}" + "." * 996 for number in range(200))
        for at in range(0, len(wrote), 1_000):
            outlet.write(wrote[at : at + 1_000])
            if at % 3_000:
                outlet.flush()
            if not at % 7_000:
                await asyncio.sleep(0)
        came = ""
        while len(came) < len(wrote):
            came += (await tab.receive(timeout=60)).data.decode()

        assert came == wrote


async def test_a_long_paste_arrives_whole() -> None:
    async with served() as seat:
        tab = await seat.join()
        paste = "\x1b[200~" + "word " * 1_200 + "\x1b[201~"
        pieces = [paste[at : at + 2_000] for at in range(0, len(paste), 2_000)]
        for piece in pieces:
            await tab.send_json(["stdin", piece])
        await until(lambda: seat.typed.endswith("\x1b[201~"))

        assert seat.typed == paste


async def test_whoever_goes_on_faster_than_a_hand_is_shown_out() -> None:
    hurried = Limits(a_second=2_000.0, at_once=10.0, too_fast_s=0.05)
    async with served(hurried) as seat:
        tab = await seat.join()

        async def flood() -> None:
            while not tab.closed:
                await tab.send_json(["stdin", "x" * 300])

        flooding = asyncio.create_task(flood())
        assert await closed(tab) == 1008
        flooding.cancel()
        await asyncio.gather(flooding, return_exceptions=True)
        await until(lambda: seat.left == 1)


async def test_the_older_tab_is_told_that_it_moved() -> None:
    async with served() as seat:
        older = await seat.join()
        newer = await seat.join()

        assert await closed(older) == 4001
        await newer.send_json(["stdin", "n"])
        await until(lambda: seat.typed.endswith("n"))
        assert seat.left == 0


async def test_a_screen_that_fails_sends_the_page_back_at_once() -> None:
    async with served() as seat:
        tab = await seat.join()
        seat.views[-1].fail()

        assert await closed(tab) == 4003
        await seat.join()
        assert len(seat.views) == 2


async def test_a_screen_that_ends_by_itself_is_over() -> None:
    async with served() as seat:
        tab = await seat.join()
        seat.views[-1].end_by_itself()

        assert await closed(tab) == 4002


async def test_a_browser_is_heard_each_second_without_doing_anything() -> None:
    async with served() as seat:
        tab = await seat.join()
        reading = asyncio.create_task(tab.receive())  # which answers pings
        await until(lambda: seat.heard >= 2)

        assert seat.told == [("made", 90, 25)]
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def test_a_browser_that_gives_no_sign_of_life_has_gone() -> None:
    async with served(Limits(silent_s=0.01)) as seat:
        tab = await seat.join()

        await until(lambda: seat.left)
        assert seat.seat.view is seat.views[0]
        await tab.close()


async def test_a_browser_that_goes_leaves_its_seat_as_it_is() -> None:
    async with served() as seat:
        tab = await seat.join()
        await tab.close()
        await until(lambda: seat.left)
        again = await seat.join()
        await again.send_json(["stdin", "a"])
        await until(lambda: seat.typed.endswith("a"))

        assert len(seat.views) == 1
        assert "repaint" in seat.told
