"""What a seat costs, beside textual-serve."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from aiohttp import ClientSession

from benchmarks import process_tree
from benchmarks.seat_servers import Running, ours, theirs
from benchmarks.seat_tabs import Tab, Tabs
from benchmarks.seats_prepared import prepare_folders

Server = Callable[[Path, int], AbstractAsyncContextManager[Running]]

ONE_BY_ONE = 5
"""Seats whose start is measured while nothing else happens."""
TYPING = 30
"""Seats that type, once a second, where there are as many."""
QUIET_KEYS = 40
QUIET_APART_S = 0.25
SETTLES_S = 6.0
IDLE_S = 10.0
PAINTED_S = 180.0
CYCLES = 250
LAST = 100
AIMS = {
    "memory a seat": 1 / 10,
    "start of a seat": 1 / 4,
    "quiet key p50": 1 / 2,
    "typing p95": 1 / 5,
    "CPU while typing": 1 / 2,
    "all joining at once": 1 / 4,
}
"""Ours through theirs, at most."""
MOST_MIB = 600.0
KEY_P99_MS = 100.0
GROWTH_MIB = 4.0


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
    joined_s: float
    """Until all others, joining at once, see theirs."""
    quiet_p50_ms: float
    typing_p50_ms: float
    typing_p95_ms: float
    typing_p99_ms: float
    typing_cpu: float
    """Percent of one core."""
    idle_cpu: float
    lost: int


def main(words: Sequence[str] = ()) -> int:
    """Measure and print; 1 where an aim is missed."""
    asked = _asked(words)
    with tempfile.TemporaryDirectory() as kept_in:
        folder = Path(kept_in)
        largest = max(asked.seats)
        (folder / "together").mkdir()
        prepare_folders(folder / "each", largest)
        met = [
            asyncio.run(_side_by_side(folder, seats, asked)) for seats in asked.seats
        ]
        if asked.cycles:
            met.append(asyncio.run(_come_and_go(folder, asked.cycles)))
    return 0 if all(met) else 1


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workshop")
    parser.add_argument("--seats", type=int, nargs="+", default=[1, 30, 100])
    parser.add_argument("--typing-s", type=float, default=20.0)
    parser.add_argument("--cycles", type=int, default=CYCLES)
    parser.add_argument("--ours-only", action="store_true")
    return parser.parse_args(words)


async def _side_by_side(folder: Path, seats: int, asked: argparse.Namespace) -> bool:
    """Measure both at so many seats, and tell; whether the aims are met."""
    mine = await cost(ours, folder / "together", seats, asked.typing_s)
    if asked.ours_only:
        print(mine)
        return mine.lost == 0
    other = await cost(theirs, folder / "each", seats, asked.typing_s)
    return told(mine, other)


async def cost(server: Server, folder: Path, seats: int, typing_s: float) -> Cost:
    """What so many seats cost a server."""
    async with server(folder, seats) as running, ClientSession() as session:
        tabs = Tabs(session)
        await asyncio.sleep(1)
        empty = process_tree.pss_mib(running.pid)
        starts, joined = await _join(tabs, running, seats)
        await asyncio.sleep(SETTLES_S)
        idle = await _cpu(running, asyncio.sleep(IDLE_S))
        quiet = await _quiet_keys(tabs.open[0])
        pss = process_tree.pss_mib(running.pid)
        typists = tabs.open[:TYPING]
        cpu = await _cpu(running, _all_type(typists, typing_s))
        typing = [each for tab in typists for each in tab.latencies_ms]
        percents = quantiles(typing, n=100) if len(typing) > 1 else typing * 99
        lost = sum(tab.lost for tab in tabs.open)
        await tabs.leave_all()
    return Cost(
        seats=seats,
        pss_mib=pss,
        seat_mib=(pss - empty) / seats,
        start_ms=median(starts),
        joined_s=joined,
        quiet_p50_ms=median(quiet),
        typing_p50_ms=median(typing),
        typing_p95_ms=percents[94],
        typing_p99_ms=percents[98],
        typing_cpu=cpu,
        idle_cpu=idle,
        lost=lost,
    )


async def _join(tabs: Tabs, running: Running, seats: int) -> tuple[list[float], float]:
    """Take all seats: some one by one, the others at once."""
    starts = []
    for number in range(min(seats, ONE_BY_ONE)):
        tab = await tabs.join(running.url(str(number)))
        starts.append(await _painted(tab))
        await asyncio.sleep(0.5)
    began = time.perf_counter()
    others = await asyncio.gather(
        *(tabs.join(running.url(str(number))) for number in range(len(starts), seats))
    )
    await asyncio.gather(*(_painted(tab) for tab in others))
    return starts, time.perf_counter() - began


async def _painted(tab: Tab) -> float:
    async with asyncio.timeout(PAINTED_S):
        return await tab.painted


async def _quiet_keys(tab: Tab) -> list[float]:
    """How quick one is while nobody else does anything."""
    for _ in range(QUIET_KEYS):
        await tab.press()
        await asyncio.sleep(QUIET_APART_S)
    await tab.settle()
    found, tab.latencies_ms = tab.latencies_ms, []
    return found


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


async def _come_and_go(folder: Path, cycles: int) -> bool:
    """Join and leave again and again; whether memory stays where it is."""
    async with ours(folder / "together", 10) as running, ClientSession() as session:
        tabs, sizes = Tabs(session), []
        for number in range(cycles):
            tab = await tabs.join(running.url(str(number % 10)))
            await _painted(tab)
            await tab.press()
            await tab.settle()
            await tabs.leave(tab)
            sizes.append(process_tree.uss_mib(running.pid))
    before = sizes[-min(LAST, cycles)]
    growth = sizes[-1] - before
    print(f"{cycles} joined and left: {sizes[0]:.0f} MiB after the first", end="; ")
    return _said(f"growth over the last {LAST}", growth, GROWTH_MIB, "MiB")


def told(mine: Cost, other: Cost) -> bool:
    """Print both sides; whether the aims are met."""
    print(f"\n{mine.seats} seats: ours, textual-serve, ratio, aim")
    rows = [
        ("memory a seat", mine.seat_mib, other.seat_mib, "MiB"),
        ("start of a seat", mine.start_ms, other.start_ms, "ms"),
        ("all joining at once", mine.joined_s, other.joined_s, "s"),
        ("quiet key p50", mine.quiet_p50_ms, other.quiet_p50_ms, "ms"),
        ("typing p50", mine.typing_p50_ms, other.typing_p50_ms, "ms"),
        ("typing p95", mine.typing_p95_ms, other.typing_p95_ms, "ms"),
        ("typing p99", mine.typing_p99_ms, other.typing_p99_ms, "ms"),
        ("CPU while typing", mine.typing_cpu, other.typing_cpu, "%"),
        ("CPU of nothing", mine.idle_cpu, other.idle_cpu, "%"),
        ("memory in all", mine.pss_mib, other.pss_mib, "MiB"),
    ]
    met = [_row(*row, alone=mine.seats == 1) for row in rows]
    met.append(_said("lost keys", mine.lost, 0, f"(textual-serve {other.lost})"))
    met.append(_said("memory in all", mine.pss_mib, MOST_MIB, "MiB"))
    met.append(_said("key p99", mine.typing_p99_ms, KEY_P99_MS, "ms"))
    return all(met)


def _row(name: str, mine: float, other: float, unit: str, *, alone: bool) -> bool:
    ratio = mine / other if other else 0.0
    aim = AIMS.get(name)
    if alone and name not in {"memory a seat", "start of a seat", "quiet key p50"}:
        aim = None
    met = aim is None or ratio <= aim
    beside = "" if aim is None else f"{aim:.2f}{'' if met else '  missed'}"
    print(f"  {name:<20}{mine:9.4g}{other:9.4g} {unit:<4}{ratio:6.2f}  {beside}")
    return met


def _said(figure: str, found: float, aim: float, unit: str) -> bool:
    met = found <= aim
    print(f"  {figure}: {found:.4g} {unit}; aim {aim:g}{'' if met else '  missed'}")
    return met


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
