"""Memory is swept when nobody waits for a key."""

from __future__ import annotations

import asyncio

import pytest

from empathy_sim.workshop.views.collecting import (
    MANY_CLOSED,
    QUIET_S,
    TOO_MANY_CLOSED,
    YOUNG,
    Collecting,
)


class FakeCollector:
    def __init__(self) -> None:
        self.did: list[str] = []
        self.threshold = (700, 10, 10)

    def freeze(self) -> None:
        self.did.append("freeze")

    def unfreeze(self) -> None:
        self.did.append("unfreeze")

    def collect(self) -> int:
        self.did.append("collect")
        return 0

    def get_threshold(self) -> tuple[int, int, int]:
        return self.threshold

    def set_threshold(self, young: int, older: int, oldest: int, /) -> None:
        self.threshold = young, older, oldest


@pytest.fixture
def collector() -> FakeCollector:
    return FakeCollector()


@pytest.fixture
def collecting(collector: FakeCollector) -> Collecting:
    made = Collecting(collector)
    for _ in range(100):
        made.opened()
    return made


def test_what_the_server_is_made_of_is_never_looked_at_again(
    collecting: Collecting, collector: FakeCollector
) -> None:
    collecting.begin()

    assert collector.did == ["collect", "freeze"]
    assert collector.threshold == YOUNG

    collecting.end()
    collecting.end()

    assert collector.did == ["collect", "freeze", "unfreeze"]
    assert collector.threshold == (700, 10, 10)


async def test_a_few_closed_views_are_not_worth_a_sweep(
    collecting: Collecting, collector: FakeCollector
) -> None:
    for _ in range(MANY_CLOSED - 1):
        collecting.closed()

    assert not collecting.look()

    collecting.closed()

    assert collecting.look()
    assert not collecting.look()
    assert collector.did == ["collect"]


async def test_nobody_who_types_waits_for_a_sweep(collecting: Collecting) -> None:
    for _ in range(MANY_CLOSED):
        collecting.closed()
    collecting.heard()

    assert not collecting.look()

    await asyncio.sleep(QUIET_S)

    assert collecting.look()


async def test_too_many_are_swept_whoever_types(collecting: Collecting) -> None:
    for _ in range(TOO_MANY_CLOSED):
        collecting.closed()
    collecting.heard()

    assert collecting.look()


async def test_the_last_to_leave_is_swept_at_once(collector: FakeCollector) -> None:
    collecting = Collecting(collector)
    collecting.opened()
    collecting.heard()
    collecting.closed()

    assert collecting.look()


async def test_it_looks_by_itself(
    collecting: Collecting, collector: FakeCollector
) -> None:
    for _ in range(MANY_CLOSED):
        collecting.closed()
    running = asyncio.create_task(collecting.run())
    await asyncio.sleep(QUIET_S * 1.5)
    running.cancel()

    assert collector.did == ["collect"]
