"""Twelve kinds of harm while thirty people play."""

from __future__ import annotations

import asyncio
import math
import os
import random
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from pathlib import Path
from statistics import quantiles

import pytest

from benchmarks.seat_tabs import KEYS, answers
from tests.workshop.server.abuses import ABUSES
from tests.workshop.server.host_process import REPOSITORY, HostProcess, host_process
from tests.workshop.server.players import Player

SEATS = 30
ABUSED_S = 3.0
SETTLED_S = 2.0
ANSWERED_S = 10.0
MOST_MS = 500.0
TRIES = 3
MOST_MB = 50.0


class Typist:
    """Somebody who presses a key a second, and notices when it is answered."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.latencies_ms: list[float] = []
        self._waits: dict[str, float] = {}
        player.heard = self._hear

    @property
    def lost(self) -> int:
        """Keys that nothing answered."""
        return len(self._waits)

    async def type(self, until: float) -> None:
        """Press one key after another, each at a moment of its own."""
        draw = random.Random(self.player.label)
        for number in count():
            await asyncio.sleep(draw.uniform(0.7, 1.3))
            if time.monotonic() > until:
                return
            key = KEYS[number % len(KEYS)]
            self._waits[key] = time.perf_counter()
            await self.player.press(key)

    def _hear(self, frame: bytes, now: float) -> None:
        for found in answers(frame):
            began = self._waits.pop(found, None)
            if began is not None:
                self.latencies_ms.append((now - began) * 1_000)


async def seated(host: HostProcess, label: str) -> Player:
    player = Player(host.url, label)
    await player.join(host.code)
    return player


async def harm(kind: str, url: str, cookie: str) -> int:
    """Mean harm from a process of its own; how much was sent."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.workshop.server.abuses"),
        *(kind, url, cookie, str(ABUSED_S)),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, kind
    return int(told)


async def typed_while(
    typists: Sequence[Typist], deed: Callable[[], Awaitable[int]]
) -> tuple[int, list[float]]:
    """Let all type while something goes on; what it gave, and their latencies."""
    for each in typists:
        each.latencies_ms.clear()
    until = time.monotonic() + ABUSED_S + SETTLED_S
    typing = [asyncio.create_task(each.type(until)) for each in typists]
    gave = await deed()
    await asyncio.gather(*typing)
    for _ in range(int(ANSWERED_S * 100)):
        if not sum(each.lost for each in typists):
            break
        await asyncio.sleep(0.01)
    return gave, sorted(ms for each in typists for ms in each.latencies_ms)


async def nothing() -> int:
    return 0


def p99(latencies_ms: list[float]) -> float:
    return quantiles(latencies_ms, n=100)[98]


async def noticed(
    kind: str, typists: Sequence[Typist], host: HostProcess, cookie: str
) -> float:
    """How long others wait for an answer during one kind of harm: p99, in ms.

    Something else on the machine only ever makes it longer: what is too long is
    measured again.
    """
    best = math.inf
    for _ in range(TRIES):
        sent, latencies = await typed_while(
            typists, lambda: harm(kind, host.url, cookie)
        )
        best = min(best, p99(latencies))
        print(f"{kind:16} {sent:7} sent, {len(latencies)} keys of others, ", end="")
        print(f"p99 {p99(latencies):.0f} ms, memory {host.memory_mb():.0f} MB")
        if best < MOST_MS:
            break
    return best


@pytest.mark.storm
async def test_nobody_who_plays_notices_twelve_kinds_of_harm(tmp_path: Path) -> None:
    found: dict[str, float] = {}
    async with host_process(tmp_path) as host:
        players = [await seated(host, f"seat {number}") for number in range(SEATS)]
        harmful = await seated(host, "Mallory")
        await harmful.begin()
        await harmful.leave()
        for each in players:
            await each.begin()
        typists = [Typist(each) for each in players]
        _, quiet = await typed_while(typists, nothing)
        before, largest = host.memory_mb(), 0.0
        for kind in ABUSES:
            found[kind] = await noticed(kind, typists, host, harmful.cookie)
            largest = max(largest, host.memory_mb() - before)
        lost = sum(each.lost for each in typists)
        here = sum(each.is_here for each in players)
        for each in players:
            await each.leave()
        stopped = await host.stop()

    print(
        f"quiet p99 {p99(quiet):.0f} ms, worst {max(found.values()):.0f} ms, ", end=""
    )
    print(f"memory {largest:+.0f} MB, keys lost {lost}, seats cut off {SEATS - here}")
    assert (lost, here, stopped, host.left()) == (0, SEATS, 0, set())
    assert max(found.values()) < MOST_MS
    assert largest < MOST_MB
