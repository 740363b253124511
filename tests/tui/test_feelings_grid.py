"""The feelings grid, by arrows and mouse."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.affect import MIDDLE, STEPS, Cell
from empathy_sim.tui.widgets.feelings_grid import FeelingsGrid, Shape
from tests.tui.seen import text_of

ALL = [Cell(*cell) for cell in product(STEPS, STEPS)]


class Asks(GuardedApp[None]):
    """Shows a grid and keeps what is taken."""

    def __init__(self, cell: Cell = MIDDLE) -> None:
        super().__init__()
        self.grid = FeelingsGrid(cell)
        self.taken: list[Cell] = []

    def compose(self) -> ComposeResult:
        yield self.grid

    def on_feelings_grid_taken(self, message: FeelingsGrid.Taken) -> None:
        assert message.control is self.grid
        self.taken.append(message.cell)


def test_there_are_eighty_one_feelings_and_each_is_called_something_else() -> None:
    assert len({cell.in_words() for cell in ALL}) == 81


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(0, 0), "in the middle: neither one way nor the other"),
        (Cell(-3, 2), "wound up: very unpleasant, fairly stirred up"),
        (Cell(4, 4), "keen: extremely pleasant, extremely stirred up"),
        (Cell(-2, -4), "flat: fairly unpleasant, extremely slowed down"),
        (Cell(2, -2), "at ease: fairly pleasant, fairly slowed down"),
        (Cell(-4, 1), "extremely unpleasant, slightly stirred up"),
        (Cell(-4, 0), "extremely unpleasant"),
        (Cell(0, 3), "very stirred up"),
    ],
)
def test_a_feeling_is_read_aloud_in_plain_words(cell: Cell, words: str) -> None:
    assert cell.in_words() == words


@pytest.mark.parametrize(
    ("keys", "cell"),
    [
        ("left", Cell(-1, 0)),
        ("right right", Cell(2, 0)),
        ("up up up", Cell(0, 3)),
        ("down left", Cell(-1, -1)),
        (" ".join(["left"] * 6 + ["up"] * 6), Cell(-4, 4)),
    ],
)
async def test_arrows_move_the_mark_as_far_as_the_edge(keys: str, cell: Cell) -> None:
    app = Asks()
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())

        assert app.grid.cell == cell
        assert cell.in_words() in text_of(app)


async def test_enter_takes_what_the_mark_is_on() -> None:
    app = Asks(Cell(-2, 3))
    async with app.run_test() as pilot:
        await pilot.press("right", "enter")

    assert app.taken == [Cell(-1, 3)]


@pytest.mark.parametrize("size", [Size(67, 12), Size(85, 22), Size(49, 13)])
def test_every_place_is_as_large_as_every_other_and_none_overlap(size: Size) -> None:
    shape = Shape.within(size)
    found = Counter(
        shape.cell_at(x, y) for x in range(size.width) for y in range(size.height)
    )

    beside = found.pop(None)
    assert set(found) == set(ALL)
    assert set(found.values()) == {shape.wide * shape.high}
    assert beside == size.area - 81 * shape.wide * shape.high


@pytest.mark.parametrize("cell", [Cell(-4, 4), Cell(3, 0), Cell(4, -4)])
async def test_a_click_moves_the_mark_and_takes_nothing(cell: Cell) -> None:
    app = Asks()
    async with app.run_test() as pilot:
        right, down = cell.pleasant + 4, 4 - cell.aroused
        await pilot.click(app.grid, offset=(11 + 5 * right, 1 + down))

        assert app.grid.cell == cell
    assert app.taken == []


async def test_a_double_click_takes_the_place_under_it() -> None:
    app = Asks()
    async with app.run_test() as pilot:
        await pilot.double_click(app.grid, offset=(12, 1))

    assert app.taken == [Cell(-4, 4)]


async def test_a_click_beside_the_grid_moves_nothing() -> None:
    app = Asks()
    async with app.run_test() as pilot:
        for offset in ((0, 5), (66, 5), (30, 0), (30, 10), (30, 12)):
            await pilot.click(app.grid, offset=offset)

        assert app.grid.cell == MIDDLE


async def test_corners_and_sides_are_named_and_the_mark_is_a_sign() -> None:
    app = Asks()
    async with app.run_test():
        rows = text_of(app).split("\n")

    assert rows[0].split() == ["wound", "up", "stirred", "up", "keen"]
    assert rows[5].split() == ["unpleasant", *"····●····", "pleasant"]
    assert rows[10].split() == ["flat", "slowed", "down", "at", "ease"]
    assert sum(row.count("·") for row in rows) == 80


async def test_moving_the_mark_lays_nothing_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out: list[Screen[object]] = []
    layout = Screen._refresh_layout

    def counted(screen: Screen[object], *rest: Any, **named: Any) -> None:
        laid_out.append(screen)
        layout(screen, *rest, **named)

    app = Asks()
    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await pilot.press("left", "up", "right", "down", "enter")
        assert laid_out == []

        app.grid.styles.height = 15
        await pilot.pause()
        assert laid_out


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "empathy-light"])
async def test_the_grid_is_drawn_anew_in_another_theme(theme: str) -> None:
    app = Asks()
    async with app.run_test() as pilot:
        before = app.grid.render_line(2)
        app.theme = theme
        await pilot.pause()

        assert app.grid.render_line(2) != before
        assert "●" in text_of(app)
