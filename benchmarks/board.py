"""What a facilitator's board costs."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median
from typing import Any

os.environ.setdefault("TEXTUAL_FPS", "250")  # as the program does, before Textual

from msgspec.structs import replace
from textual.app import App, ComposeResult
from textual.widgets import DataTable

from benchmarks.screen import ByteDriver, running
from empathy_sim.tui.board_app import BoardApp
from empathy_sim.tui.hosting.small_paints import paint_little
from empathy_sim.tui.hosting.thrifty_strips import be_thrifty
from empathy_sim.tui.screens import board as board_screen
from empathy_sim.tui.widgets.board_table import MARKS
from empathy_sim.workshop.desk import Desk, Invitation, Prompt, WallPlace
from empathy_sim.workshop.room.board import Board, BoardRow

ROWS = 100
EVERY_S = 0.25
LASTS_S = 8.0
ROUNDS = 3
CPU_SHARE = 3.0
"""Percent of one core, while every row changes four times a second."""
RATIO = 0.2
"""Through a table of Textual's own that shows the same."""
_COLUMNS = ("No", "Who", "Where", "Watched by", "There", "Look")


def rows_at(step: int) -> tuple[BoardRow, ...]:
    """A hundred seats, of which every one says something else at every step."""
    marks = list(MARKS)
    return tuple(
        BoardRow(
            seat=f"seat-{number}",
            number=number,
            label=f"Participant {number}",
            chair="customer",
            here=True,
            where="Trying to reach somebody",
            doing=f"on hold, Tuesday 10:{(step + number) % 60:02}",
            stage_number=3,
            in_stage_ms=(step * 7 + number) * 1_000,
            felt_ms=0,
            waits=True,
            over=False,
            idle_ms=0,
            mark=marks[(step + number) % len(marks)] if number % 5 == 0 else "",
            asked=None,
            observers=(f"Observer {number}",) if number % 3 == 0 else (),
        )
        for number in range(1, ROWS + 1)
    )


EMPTY = Board(
    title="The birthday kettle",
    phase="playing",
    breathing=False,
    at_ms=0,
    began_ms=0,
    rows=(),
    here=ROWS,
    playing=ROWS,
    over=0,
    pace="workshop",
    revealed=(),
)


class MadeUpDesk(Desk):
    """A desk in whose room everything changes whenever it is looked at."""

    def __init__(self) -> None:
        self.steps = 0
        self.invitation = lambda: Invitation("http://here", "bcd fgh", "http://here/j")
        self.wall_place = _no_place

    is_solo = False

    def board(self) -> Board:
        self.steps += 1
        at_ms = self.steps * 60_000
        return replace(EMPTY, rows=rows_at(self.steps), at_ms=at_ms)

    def prompt(self, board: Board) -> Prompt | None:
        del board
        return None

    def listen(self, listener: Callable[[Any], None]) -> Callable[[], None]:
        del listener
        return lambda: None


def _no_place() -> WallPlace | None:
    return None


class TableApp(App[None]):
    """The same rows in a table of Textual's own."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = 0

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for column in _COLUMNS:
            table.add_column(column, key=column, width=18)
        for row in rows_at(0):
            table.add_row(*_cells(row), key=row.seat)
        self.set_interval(EVERY_S, self._look)

    def _look(self) -> None:
        self.steps += 1
        table = self.query_one(DataTable)
        for row in rows_at(self.steps):
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
    bytes_a_second: float


async def cost_of(app: App[Any], steps: Callable[[], int]) -> Cost:
    """Run an app for a while, and see what it used; its looks and bytes too."""
    async with running(app) as driver:
        return await _measured(driver, steps)


async def _measured(driver: ByteDriver, steps: Callable[[], int]) -> Cost:
    painted, before = len(driver.painted), steps()
    used, began = time.process_time(), time.perf_counter()
    await asyncio.sleep(LASTS_S)
    lasted = time.perf_counter() - began
    written = sum(len(said) for _, said in driver.painted[painted:])
    share = (time.process_time() - used) / lasted * 100
    return Cost(share, (steps() - before) / lasted, written / lasted)


def ours() -> Cost:
    """Our own board, looked at four times a second, drawn as where it is hosted."""
    be_thrifty()
    paint_little()
    board_screen.EVERY_S = EVERY_S
    desk = MadeUpDesk()
    app = BoardApp(desk, lambda link: link)
    return asyncio.run(cost_of(app, lambda: desk.steps))


def theirs() -> Cost:
    """A table of Textual's own, as often, drawn as Textual does."""
    app = TableApp()
    return asyncio.run(cost_of(app, lambda: app.steps))


def alone(measure: Callable[[], Cost]) -> Cost:
    """What a measure says in a process of its own: how lines are drawn stays there."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(measure).result()


def main() -> int:
    """Measure in turn, and print; 1 where an aim is missed."""
    pairs = [(alone(ours), alone(theirs)) for _ in range(ROUNDS)]
    share = median(own.share for own, _ in pairs)
    other = median(table.share for _, table in pairs)
    ratio = median(own.share / table.share for own, table in pairs)
    looks = median(own.looks for own, _ in pairs)
    written = median(own.bytes_a_second for own, _ in pairs) / 1_024
    print(f"{ROWS} rows, all of them changed, {looks:.1f} times a second")
    print(f"  our board    {share:.2f} % of one core, {written:.0f} KiB a second")
    print(f"  a DataTable  {other:.2f} %")
    print(f"  CPU {share:.2f} %; aim {CPU_SHARE:g}")
    print(f"  through a DataTable's {ratio:.2f}; aim {RATIO:g}")
    return 0 if share <= CPU_SHARE and ratio <= RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
