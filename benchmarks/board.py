"""What a facilitator's board costs."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from statistics import median
from typing import Any, TypeAlias

os.environ.setdefault("TEXTUAL_FPS", "250")  # as the program does, before Textual

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from benchmarks.room_watched import WatchedDesk, watched
from benchmarks.screen import SIZE, ByteDriver, running
from empathy_sim.tui.board_app import BoardApp
from empathy_sim.tui.hosting.small_paints import paint_little
from empathy_sim.tui.hosting.thrifty_strips import be_thrifty
from empathy_sim.tui.screens import board as board_screen
from empathy_sim.tui.widgets.board_table import MARKS
from empathy_sim.workshop.room.board import BoardRow

ROWS = 100
HIGH = (120, 120)
"""A terminal on which all of them are to be seen at once."""
EVERY_S = 0.25
LASTS_S = 8.0
ROUNDS = 3
CPU_SHARE = 5.0
"""Percent of one core, to read the room and draw all rows four times a second."""
RATIO = 0.2
"""Through a table of Textual's own that reads and shows the same."""
_COLUMNS = ("No", "Who", "Where", "Watched by", "How long", "Needs you")
_LINE_OF = re.compile(rb"\x1b\[(\d+)(?:;\d+)?H")


class TableApp(App[None]):
    """The same rows in a table of Textual's own."""

    def __init__(self, desk: WatchedDesk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for column in _COLUMNS:
            table.add_column(column, key=column, width=18)
        for row in self._desk.board().rows:
            table.add_row(*_cells(row), key=row.seat)
        self.set_interval(EVERY_S, self._look)

    def _look(self) -> None:
        table = self.query_one(DataTable)
        for row in self._desk.board().rows:
            for column, cell in zip(_COLUMNS, _cells(row), strict=True):
                table.update_cell(row.seat, column, cell)


def _cells(row: BoardRow) -> Iterator[str]:
    minutes, seconds = divmod(row.in_stage_ms // 1_000, 60)
    yield str(row.number)
    yield row.label
    yield f"{row.where}: {row.doing}"
    yield ", ".join(row.observers)
    yield f"{minutes}:{seconds:02}"
    yield MARKS[row.mark]


@dataclass(frozen=True, slots=True)
class Cost:
    """What some seconds of a board came to."""

    share: float
    """Percent of one core."""
    looks: float
    """How often a second it was looked."""
    lines: float
    """Lines of the terminal that were drawn at each look."""
    bytes_a_second: float


Size: TypeAlias = tuple[int, int]
Measure: TypeAlias = Callable[[], Cost]


async def cost_of(app: App[Any], desk: WatchedDesk, size: Size) -> Cost:
    """Run an app for a while, and see what it used, read and drew."""
    async with running(app, size) as driver:
        return await _measured(driver, desk)


async def _measured(driver: ByteDriver, desk: WatchedDesk) -> Cost:
    painted, before = len(driver.painted), desk.steps
    used, began = time.process_time(), time.perf_counter()
    await asyncio.sleep(LASTS_S)
    lasted = time.perf_counter() - began
    share = (time.process_time() - used) / lasted * 100
    frames = [said for _, said in driver.painted[painted:]]
    looks = desk.steps - before
    lines = sum(len(set(_LINE_OF.findall(said))) for said in frames)
    written = sum(map(len, frames))
    return Cost(share, looks / lasted, lines / looks, written / lasted)


def ours(size: Size) -> Cost:
    """Our own board, looked at four times a second, drawn as where it is hosted."""
    be_thrifty()
    paint_little()
    board_screen.EVERY_S = EVERY_S
    with watched(ROWS) as desk:
        return asyncio.run(cost_of(BoardApp(desk, lambda link: link), desk, size))


def theirs(size: Size) -> Cost:
    """A table of Textual's own, as often, drawn as Textual does."""
    with watched(ROWS) as desk:
        return asyncio.run(cost_of(TableApp(desk), desk, size))


def alone(measure: Measure) -> Cost:
    """What a measure says in a process of its own: how lines are drawn stays there."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(measure).result()


def main() -> int:
    """Measure in turn, and print; 1 where an aim is missed."""
    pairs = [
        (alone(partial(ours, HIGH)), alone(partial(theirs, HIGH)))
        for _ in range(ROUNDS)
    ]
    usual = [alone(partial(ours, SIZE)) for _ in range(ROUNDS)]
    high = [own for own, _ in pairs]
    ratio = median(own.share / table.share for own, table in pairs)
    print(f"{ROWS} seats of a real room, read and drawn; each says another time")
    _tell(f"our board {HIGH[0]}x{HIGH[1]}", high)
    _tell("  a DataTable", [table for _, table in pairs])
    _tell(f"our board {SIZE[0]}x{SIZE[1]}", usual)
    share = median(each.share for each in high)
    drawn = median(each.lines for each in high)
    met = [
        _told("CPU of the first", share, CPU_SHARE, "% of one core"),
        _told("  through a DataTable's", ratio, RATIO, ""),
        _told("rows that it left out", max(0.0, ROWS - drawn), 0, ""),
    ]
    return 0 if all(met) else 1


def _tell(name: str, costs: Sequence[Cost]) -> None:
    share = median(each.share for each in costs)
    looks = median(each.looks for each in costs)
    lines = median(each.lines for each in costs)
    written = median(each.bytes_a_second for each in costs) / 1_024
    print(f"  {name:<20} {share:5.2f} % of one core, {lines:.0f} lines", end="")
    print(f" {looks:.1f} times a second, {written:.0f} KiB a second")


def _told(figure: str, found: float, aim: float, unit: str) -> bool:
    """Print a figure beside its aim; whether it is met."""
    met = found <= aim
    beside = f"{found:.4g} {unit}".strip()
    print(f"{figure}: {beside}; aim {aim:g}{'' if met else '  missed'}")
    return met


if __name__ == "__main__":
    sys.exit(main())
