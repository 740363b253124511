"""What a seat costs, beside textual-serve."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.seat_servers import ours, theirs
from benchmarks.workshop_costs import come_and_go, cost
from benchmarks.workshop_told import told, told_growth

CYCLES = 250


def main(words: Sequence[str] = ()) -> int:
    """Measure and print; 1 where an aim is missed, or could not be measured."""
    asked = _asked(words)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        try:
            met = asyncio.run(_all(asked, Path(folder)))
        except (KeyboardInterrupt, asyncio.CancelledError):
            print("\nStopped. Nothing is left running.")
            return 1
    minutes = (time.perf_counter() - began) / 60
    print(f"\n{'All aims met' if met else 'Aims missed'}; {minutes:.1f} minutes.")
    return 0 if met else 1


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workshop")
    parser.add_argument(
        "--seats", type=int, nargs="+", default=[1, 30, 100], metavar="N"
    )
    parser.add_argument(
        "--typing-s", type=float, default=20.0, metavar="S", help="seconds of typing"
    )
    parser.add_argument(
        "--cycles", type=int, default=CYCLES, metavar="N", help="joins and leaves"
    )
    parser.add_argument(
        "--ours-only", action="store_true", help="leave textual-serve out"
    )
    return parser.parse_args(words)


async def _all(asked: argparse.Namespace, folder: Path) -> bool:
    """Measure everything that was asked for; whether all aims are met."""
    this = asyncio.current_task()
    if this is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    met = [await _side_by_side(folder, seats, asked) for seats in asked.seats]
    if asked.cycles:
        met.append(await _growth(folder / "coming", asked.cycles))
    return all(met)


async def _side_by_side(folder: Path, seats: int, asked: argparse.Namespace) -> bool:
    """Measure both at so many seats, and tell; whether the aims are met."""
    print(f"\nMeasuring {seats} seats ...", flush=True)
    mine = other = None
    try:
        mine = await cost(ours, folder / f"ours-{seats}", seats, asked.typing_s)
        if not asked.ours_only:
            each = folder / f"each-{seats}"
            other = await cost(theirs, each, seats, asked.typing_s)
    except TimeoutError:
        name = "textual-serve" if mine else "Ours"
        print(f"  {name} did not come to an end in time: no ratios.")
    met = mine is not None and told(mine, other)
    return met and (asked.ours_only or other is not None)


async def _growth(folder: Path, cycles: int) -> bool:
    print(f"\nMeasuring {cycles} joins and leaves ...", flush=True)
    try:
        return told_growth(await come_and_go(folder, cycles))
    except TimeoutError:
        print("  They did not come to an end in time: missed.")
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
