"""What some seats cost a server."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from aiohttp import ClientSession, TCPConnector

from benchmarks import process_tree
from benchmarks.seat_machine import Besides, Watched
from benchmarks.seat_servers import Door, Running, Server, ours
from benchmarks.seat_tabs import Tab, Tabs

ONE_BY_ONE = 5
"""Seats besides, whose start is measured once all others have gone."""
TYPING = 30
"""Seats that type, once a second, where there are as many."""
QUIET_KEYS = 40
QUIET_APART_S = 0.25
APART_S = 0.5
"""Between the starts of two seats that are measured by themselves."""
SETTLES_S = 5.0
IDLE_S = 8.0
PAINTED_S = 120.0
LONGEST_S = 240.0
"""Seconds after which a server has not come to an end of what is asked of it."""
COMING = 10
"""Seats that come and go in turn."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What some seats cost a server, and how quick they were."""

    seats: int
    pss_mib: float
    """All of the server."""
    seat_mib: float
    """Memory a seat, beside the server's own."""
    start_ms: float
    """From opening a page to its screen, while nothing else happens."""
    start_cpu_ms: float
    """What that takes of a processor's time."""
    joined_s: float
    """Until all seats, joining at once, see theirs."""
    joined_cpu_s: float
    quiet_p50_ms: float
    quiet_cpu_ms: float
    """Of a processor's time for a key, and for the quarter of a second with it."""
    typing_p50_ms: float
    typing_p95_ms: float
    typing_p99_ms: float
    typing_cpu: float
    """Percent of one core."""
    idle_cpu: float
    lost: int
    besides: Besides


async def cost(server: Server, folder: Path, seats: int, typing_s: float) -> Cost:
    """What so many seats cost a server.

    Args:
        server: starts it.
        folder: a new one, for whatever it keeps.
        seats: how many join.
        typing_s: for how long they type.

    Raises:
        TimeoutError: it did not come to an end.
    """
    async with (
        asyncio.timeout(LONGEST_S),
        server(folder, ONE_BY_ONE + seats) as running,
        ClientSession(connector=TCPConnector(limit=0)) as session,
    ):
        return await _measured(Tabs(session), running, typing_s)


async def _measured(tabs: Tabs, running: Running, typing_s: float) -> Cost:
    watched = Watched()
    doors, besides_them = running.doors[:-ONE_BY_ONE], running.doors[-ONE_BY_ONE:]
    seats = len(doors)
    await asyncio.sleep(1)
    empty = process_tree.pss_mib(running.pid)
    joined, joined_cpu = await _at_once(tabs, running, doors)
    await asyncio.sleep(SETTLES_S)
    idle = await _cpu(running, asyncio.sleep(IDLE_S))
    quiet, quiet_cpu = await _quiet_keys(tabs.open[0], running)
    pss = process_tree.pss_mib(running.pid)
    typists = tabs.open[:TYPING]
    typing_cpu = await _cpu(running, _all_type(typists, typing_s))
    typing = [each for tab in typists for each in tab.latencies_ms]
    percents = quantiles(typing, n=100) if len(typing) > 1 else [PAINTED_S * 1_000] * 99
    lost = sum(tab.lost for tab in tabs.open)
    await tabs.leave_all()
    await asyncio.sleep(SETTLES_S)
    starts, start_cpu = await _one_by_one(tabs, running, besides_them)
    besides = watched.so_far()
    await tabs.leave_all()
    return Cost(
        seats=seats,
        pss_mib=pss,
        seat_mib=(pss - empty) / seats,
        start_ms=median(starts),
        start_cpu_ms=start_cpu,
        joined_s=joined,
        joined_cpu_s=joined_cpu,
        quiet_p50_ms=median(quiet),
        quiet_cpu_ms=quiet_cpu,
        typing_p50_ms=percents[49],
        typing_p95_ms=percents[94],
        typing_p99_ms=percents[98],
        typing_cpu=typing_cpu,
        idle_cpu=idle,
        lost=lost,
        besides=besides,
    )


async def _one_by_one(
    tabs: Tabs, running: Running, doors: Sequence[Door]
) -> tuple[list[float], float]:
    """Let some join while nothing else happens: how long, and what it takes."""
    starts, used = [], []
    for door in doors:
        before = process_tree.cpu_s(running.pid)
        starts.append(await _painted(await tabs.join(door)))
        await asyncio.sleep(APART_S)
        used.append((process_tree.cpu_s(running.pid) - before) * 1_000)
    return starts, median(used)


async def _at_once(
    tabs: Tabs, running: Running, doors: Sequence[Door]
) -> tuple[float, float]:
    """Let all join at once: how long, and what it takes."""
    before, began = process_tree.cpu_s(running.pid), time.perf_counter()
    joined = await asyncio.gather(*(tabs.join(door) for door in doors))
    await asyncio.gather(*(_painted(tab) for tab in joined))
    passed = time.perf_counter() - began
    return passed, process_tree.cpu_s(running.pid) - before


async def _painted(tab: Tab) -> float:
    async with asyncio.timeout(PAINTED_S):
        return await tab.painted


async def _quiet_keys(tab: Tab, running: Running) -> tuple[list[float], float]:
    """How quick one is while nobody else does anything, and what it takes."""
    before = process_tree.cpu_s(running.pid)
    for _ in range(QUIET_KEYS):
        await tab.press()
        await asyncio.sleep(QUIET_APART_S)
    used = process_tree.cpu_s(running.pid) - before
    await tab.settle()
    found, tab.latencies_ms = tab.latencies_ms, []
    return found or [PAINTED_S * 1_000], used * 1_000 / QUIET_KEYS


async def _all_type(tabs: Sequence[Tab], seconds: float) -> None:
    """Let each press a key once a second, each in its own time."""
    drawn = random.Random(1)
    await asyncio.gather(*(_type(tab, drawn.random(), seconds) for tab in tabs))
    await asyncio.gather(*(tab.settle() for tab in tabs))


async def _type(tab: Tab, begins_s: float, seconds: float) -> None:
    until = time.perf_counter() + seconds
    await asyncio.sleep(begins_s)
    while time.perf_counter() < until:
        await tab.press()
        await asyncio.sleep(1)


async def _cpu(running: Running, meanwhile: Awaitable[None]) -> float:
    """Percent of one core that a server uses meanwhile."""
    used, began = process_tree.cpu_s(running.pid), time.perf_counter()
    await meanwhile
    passed = time.perf_counter() - began
    return (process_tree.cpu_s(running.pid) - used) / passed * 100


async def come_and_go(folder: Path, cycles: int) -> tuple[float, ...]:
    """Open a seat, press a key and close the program, again and again.

    Returns:
        What the server holds for itself after each time, in MiB.
    """
    async with (
        asyncio.timeout(LONGEST_S),
        ours(folder, COMING) as running,
        ClientSession() as session,
    ):
        tabs, sizes = Tabs(session), []
        for number in range(cycles):
            tab = await tabs.join(running.doors[number % COMING])
            await _painted(tab)
            await tab.press()
            await tab.settle()
            await tabs.quit(tab)
            sizes.append(process_tree.uss_mib(running.pid))
        return tuple(sizes)
