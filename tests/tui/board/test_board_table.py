"""The board's lines; only changed ones are drawn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

from msgspec.structs import replace
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.board_table import MARKS, BoardTable
from empathy_sim.workshop.room.board import BoardRow
from tests.tui.hostile import HOSTILE
from tests.tui.seen import rows_of


def row(number: int, **more: Any) -> BoardRow:
    usual: dict[str, Any] = {
        "seat": f"seat-{number}",
        "number": number,
        "label": f"Player {number}",
        "chair": "customer",
        "here": True,
        "where": "On hold",
        "doing": "on hold, Tuesday 10:41",
        "stage_number": 2,
        "in_stage_ms": 65_000,
        "felt_ms": 65_000,
        "waits": True,
        "over": False,
        "idle_ms": 0,
        "mark": "",
        "asked": None,
    }
    return BoardRow(**{**usual, **more})


class CountingTable(BoardTable):
    """Counts which of its rows are to be drawn, one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def refresh(self, *regions: Region, **how: bool) -> Self:
        self.drawn += [region.y - 1 for region in regions]
        return super().refresh(*regions, **how)


class TableApp(GuardedApp[None]):
    def __init__(self) -> None:
        super().__init__()
        self.table = CountingTable()

    def compose(self) -> ComposeResult:
        yield self.table


@asynccontextmanager
async def shown(
    *rows: BoardRow, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[TableApp, Pilot[Any]]]:
    app = TableApp()
    async with app.run_test(size=size) as pilot:
        app.table.focus()
        app.table.show(rows)
        await pilot.pause()
        yield app, pilot


def looks_of(table: BoardTable) -> list[object]:
    """The text and the style of each piece of the first lines."""
    lines = table.render_lines(Region(0, 0, table.outer_size.width, 3))
    return [(each.text, each.style) for line in lines for each in line]


def line_of(app: App[Any], label: str) -> str:
    return next(line for line in rows_of(app) if label in line)


async def test_a_line_tells_where_somebody_is_and_since_when() -> None:
    async with shown(row(7, mark="stuck")) as (app, _):
        line = line_of(app, "Player 7")

    assert line.split() == [
        *("7", "Player", "7", "On", "hold:", "on", "hold,", "Tuesday", "10:41"),
        *("1:05", "stuck?"),
    ]


async def test_whoever_is_not_here_is_marked_and_quiet() -> None:
    absent = row(2, here=False)
    async with shown(row(1), absent, row(3, here=False, mark="gone")) as (app, _):
        assert "not here" not in line_of(app, "Player 1")
        assert line_of(app, "Player 2").rstrip().endswith("not here")
        assert line_of(app, "Player 3").rstrip().endswith("away")


async def test_only_lines_that_changed_are_drawn_again() -> None:
    rows = [row(number) for number in range(1, 13)]
    async with shown(*rows) as (app, pilot):
        app.table.drawn.clear()
        rows[3] = replace(rows[3], in_stage_ms=66_000)
        rows[8] = replace(rows[8], mark="asks")
        app.table.show(tuple(rows))
        await pilot.pause()
        assert app.table.drawn == [3, 8]
        assert "1:06" in line_of(app, "Player 4")
        assert "asks you" in line_of(app, "Player 9")

        app.table.drawn.clear()
        rows[5] = replace(rows[5], in_stage_ms=65_900, felt_ms=1, idle_ms=5)
        app.table.show(tuple(rows))
        await pilot.pause()
        assert app.table.drawn == []


async def test_a_line_has_the_colours_of_the_theme_that_is_chosen() -> None:
    async with shown(row(1), row(2)) as (app, pilot):
        seen: list[object] = []
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
            shown_now = looks_of(app.table)
            app.table.notify_style_update()
            assert shown_now == looks_of(app.table), theme
            assert shown_now not in seen
            seen.append(shown_now)

    assert len(seen) > 2


async def test_a_piece_of_a_line_is_as_long_as_it_was_asked_for() -> None:
    async with shown(*(row(number) for number in range(1, 101))) as (app, _):
        whole = app.table.render_lines(Region(0, 0, *app.table.outer_size))
        piece = app.table.render_lines(Region(3, 1, 10, 4))

    assert {line.cell_length for line in whole} == {80}
    assert [line.text for line in piece] == [line.text[3:13] for line in whole[1:5]]


async def test_moving_the_mark_draws_two_lines() -> None:
    async with shown(*(row(number) for number in range(1, 13))) as (app, pilot):
        app.table.drawn.clear()
        await pilot.press("down")
        assert sorted(set(app.table.drawn)) == [0, 1]


async def test_whoever_needs_somebody_most_stands_first_by_wish() -> None:
    marks = list(MARKS)
    rows = [row(9 - at, mark=mark) for at, mark in enumerate(marks)]
    async with shown(*rows) as (app, _):
        assert [each.number for each in app.table.rows] == [4, 5, 6, 7, 8, 9]
        app.table.put_in_order(by_need=True)
        assert [each.mark for each in app.table.rows] == marks


async def test_the_mark_stays_on_its_seat_when_the_order_changes() -> None:
    rows = [row(1), row(2), row(3)]
    async with shown(*rows) as (app, pilot):
        await pilot.press("down")
        app.table.put_in_order(by_need=True)
        app.table.show((row(1), row(2), row(3, mark="asks")))
        assert app.table.chosen is not None
        assert app.table.chosen.number == 2
        assert [each.number for each in app.table.rows] == [3, 1, 2]


async def test_a_seat_that_goes_takes_only_its_own_line() -> None:
    async with shown(row(1), row(2), row(3)) as (app, pilot):
        await pilot.press("end")
        app.table.show((row(1), row(2)))
        await pilot.pause()
        assert app.table.chosen is not None
        assert app.table.chosen.number == 2
        assert not any("Player 3" in line for line in rows_of(app))


async def test_a_long_name_is_cut_in_sight_and_pushes_nothing() -> None:
    long = "Dr Wilhelmina Featherstonehaugh-Cholmondeley"
    async with shown(row(1, label=long), row(2)) as (app, _):
        first, second = line_of(app, "Dr Wil"), line_of(app, "Player 2")

    assert "…" in first
    assert first.index("1:05") == second.index("1:05")


async def test_a_wide_table_says_who_watches() -> None:
    watched = row(1, observers=("Omar", "Ada"))
    async with shown(watched, size=(120, 40)) as (app, _):
        assert "Omar, Ada" in line_of(app, "Player 1")
    async with shown(watched) as (app, _):
        assert "Omar" not in line_of(app, "Player 1")


async def test_a_hostile_name_is_only_text() -> None:
    async with shown(*(row(at, label=text) for at, text in enumerate(HOSTILE, 1))) as (
        app,
        _,
    ):
        lines = rows_of(app)

    assert all("1:05" in line for line in lines[1 : len(HOSTILE) + 1][:20])


async def test_a_click_marks_a_seat_and_a_double_click_opens_it() -> None:
    opened: list[object] = []

    class Listening(TableApp):
        def on_board_table_opened(self, event: BoardTable.Opened) -> None:
            opened.append(event)

    app = Listening()
    async with app.run_test(size=(80, 24)) as pilot:
        app.table.show((row(1), row(2), row(3)))
        await pilot.pause()
        await pilot.click(app.table, offset=(10, 3))
        assert app.table.at == 2
        assert opened == []
        await pilot.click(app.table, offset=(10, 2), times=2)
        await pilot.pause()
        assert app.table.at == 1
        assert len(opened) == 1


async def test_the_last_of_a_hundred_comes_into_sight() -> None:
    async with shown(*(row(number) for number in range(1, 101))) as (app, pilot):
        await pilot.press("end")
        await pilot.pause()
        assert "Player 100" in rows_of(app)[-1]
