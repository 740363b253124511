"""Nobody crowds out the others, or acts for them."""

from __future__ import annotations

import asyncio
import gc
import random
from collections.abc import Mapping
from types import FrameType

import pytest

from empathy_sim.workshop.room.seating import take_seat
from empathy_sim.workshop.server.doorkeeping import Doorkeeper
from empathy_sim.workshop.server.hosting import CODE_TRIES_TOGETHER, JOINS
from empathy_sim.workshop.server.paces import Paces, Rate
from empathy_sim.workshop.server.tries import Tries, house_of
from tests.workshop.server.raw_browser import raw_browser
from tests.workshop.server.served import KEYS, served, until

PATHS = ("/seat/quietly", "/seat/face", "/seat/share", "/seat/guess", "/join")


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def seconds(self) -> float:
        return self.now_s

    def milliseconds(self) -> int:
        return round(self.now_s * 1_000)


def test_who_has_not_failed_may_try_whatever_others_did() -> None:
    clock = Clock()
    tries = Tries(clock.milliseconds, each=5, together=100)
    for number in range(1_000):
        tries.failed(f"10.0.{number // 250}.{number % 250}")

    assert tries.may("10.9.9.9")
    tries.failed("10.9.9.9")
    assert not tries.may("10.9.9.9")
    assert 1 <= tries.wait_s("10.9.9.9") <= 60
    clock.now_s = 61.0
    assert tries.may("10.9.9.9")


def test_a_network_that_chooses_its_addresses_is_one() -> None:
    tries = Tries(Clock().milliseconds, each=5, together=100)
    for number in range(5):
        tries.failed(f"2001:db8:1:1::{number:x}")

    assert not tries.may("2001:db8:1:1:ffff::1")
    assert tries.may("2001:db8:1:2::1")
    assert house_of("::ffff:10.0.0.1") == house_of("10.0.0.1")
    assert house_of("fe80::1%eth0") == house_of("fe80::2")


def test_any_number_of_tries_takes_no_more_memory() -> None:
    tries = Tries(Clock().milliseconds, each=5, together=100)
    for number in range(50_000):
        tries.failed(f"a{number}")

    assert len(tries) <= 10_000


def test_who_asks_too_fast_is_answered_later_and_the_others_at_once() -> None:
    clock = Clock()
    paces = Paces(clock.seconds, Rate(a_second=10, at_once=20, longest_s=2))
    waits = [paces.wait_s("one", 1) for _ in range(50)]

    assert waits[:20] == [0.0] * 20
    assert waits[20:40] == pytest.approx([0.1 * (n + 1) for n in range(20)])
    assert waits[40:] == [None] * 10
    assert paces.wait_s("two", 1) == 0.0
    clock.now_s = 60.0
    assert paces.wait_s("one", 20) == 0.0


class Cut:
    """A connection that can be cut."""

    def __init__(self, address: str) -> None:
        self.address, self.aborted = address, False

    def get_extra_info(self, name: str) -> tuple[str, int]:
        assert name == "peername"
        return self.address, 40_000

    def abort(self) -> None:
        self.aborted = True


def test_the_oldest_stranger_goes_where_there_are_too_many() -> None:
    keeper = Doorkeeper(from_one=3, in_all=5)
    lines = [Cut("10.0.0.1") for _ in range(3)]
    for each in lines:
        keeper.came(each)  # type: ignore[arg-type]
    keeper.knows(lines[0])  # type: ignore[arg-type]
    keeper.came(Cut("10.0.0.1"))  # type: ignore[arg-type]

    assert [each.aborted for each in lines] == [False, True, False]
    for number in range(9):
        keeper.came(Cut(f"10.0.1.{number}"))  # type: ignore[arg-type]
    assert len(keeper) == 5
    assert not lines[0].aborted
    keeper.went(lines[0])  # type: ignore[arg-type]
    assert len(keeper) == 4


async def test_connections_that_ask_for_nothing_lock_nobody_out() -> None:
    async with served() as here:
        here.hosting.doorkeeper.from_one = 10
        port = int(here.url.rpartition(":")[2])
        half_open = [await asyncio.open_connection("127.0.0.1", port) for _ in range(9)]
        for _reader, writer in half_open:
            writer.write(b"GET / HTTP/1.1\r\n")
        await until(lambda: len(here.hosting.doorkeeper) == 9)
        browser = await here.joined("Ines")
        other = await here.joined("Omar")

        assert (await browser.get("/seat")).status == 200
        assert (await other.get("/seat")).status == 200
        assert len(here.hosting.doorkeeper) <= 10
        for _reader, writer in half_open:
            writer.close()


async def test_a_right_link_opens_whatever_was_tried_before() -> None:
    async with served() as here:
        _seat, solo = take_seat(here.room, "Ines")
        browser = here.browser()
        found = [
            (await browser.get(f"/f/wrong{number}")).status for number in range(15)
        ]
        for _ in range(CODE_TRIES_TOGETHER):
            here.hosting.tries_of("solo", 1, 1).failed("127.0.0.1")

        assert found == [403] * 10 + [429] * 5
        assert (await browser.get(f"/f/{KEYS.of('facilitator')}")).status == 200
        assert (await browser.get("/wall")).status == 200
        assert (await here.browser().get(f"/s/{solo}")).status == 200


async def test_one_address_does_not_take_every_seat() -> None:
    async with served() as here:
        async with raw_browser(int(here.url.rpartition(":")[2])) as browser:
            own = [("Host", here.url[7:]), ("Origin", here.url)]
            own += [("Cookie", f"{here.hosting.cookie('join')}={KEYS.of('join')}")]
            here.hosting.paces = Paces(lambda: 0.0, Rate(at_once=1e9))
            found = [
                (await browser.ask("POST", "/join", own, b"label=a%d" % number)).status
                for number in range(JOINS + 5)
            ]

        assert found == [303] * JOINS + [409] * 5
        assert len(here.room.state.seats) == JOINS


def foreign(draw: random.Random, others: list[str]) -> Mapping[str, str]:
    """A form that names somebody else, wherever a form could."""
    fields = ("seat", "seat_id", "id", "about", "session", "whose", "label", "as")
    forms = ("words", "reason1", "face", "curve", "named", "aha", "chair", "noted")
    named = {draw.choice(fields): draw.choice(others) for _ in range(2)}
    return {draw.choice(forms): draw.choice(["1", "on", "lines", *others]), **named}


async def test_no_message_acts_for_another_seat() -> None:
    await send_foreign(100)


@pytest.mark.long
async def test_no_message_of_many_acts_for_another_seat() -> None:
    await send_foreign(1_000)


async def send_foreign(messages: int) -> None:
    """Send messages that name other seats; nothing of those may change."""
    async with served(solo=True) as here:
        here.hosting.paces = Paces(lambda: 0.0, Rate(at_once=1e9))
        browser = await here.joined("Ines")
        others = [here.workshop.sit(name) for name in ("Omar", "Ruth", "Olga")]
        before = [here.room.seat(each) for each in others]
        draw, taken = random.Random(5), 0
        async with browser.ws_connect(
            f"/seat/screen?seat={others[0]}&width=80", headers=here.origin
        ) as screen:
            for number in range(messages):
                if number % 50 == 0:
                    await screen.send_json(["stdin", draw.choice(others)])
                    continue
                answer = await browser.post(
                    f"{draw.choice(PATHS)}?seat={draw.choice(others)}",
                    data=foreign(draw, others),
                    headers={**here.origin, "X-Seat": draw.choice(others)},
                    allow_redirects=False,
                )
                taken += answer.status < 400
        after = [here.room.seat(each) for each in others]

    print(f"messages {messages}, taken {taken}, of another seat 0")
    assert taken > messages // 3
    assert before == after
    assert set(here.hosting.views) == {here.seat("Ines")}
    assert len(here.room.state.seats) == 4


async def test_what_is_no_request_leaves_nothing_behind_it() -> None:
    async with served() as here:
        port = int(here.url.rpartition(":")[2])
        gc.collect()
        gc.disable()
        try:
            for _ in range(10):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                flood = b"".join(b"X-%d: %s\r\n" % (n, b"h" * 900) for n in range(60))
                writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n" + flood)
                assert (await reader.readline()).split()[1] == b"400"
                writer.close()
            await until(lambda: not len(here.hosting.doorkeeper))
            frames = [each for each in gc.get_objects() if type(each) is FrameType]
        finally:
            gc.enable()

        assert not [each for each in frames if "feed_data" in each.f_code.co_name]
