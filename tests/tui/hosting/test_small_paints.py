"""What is sent is what would have been."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest
from rich.segment import Segment
from textual._compositor import Compositor
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.hosting import small_paints
from empathy_sim.tui.hosting.passing_looks import share_looks
from empathy_sim.tui.hosting.small_paints import paint_little

WHOLE = Compositor._render_chops, Compositor.render_partial_update
IDLE = re.compile(r"\x1b\[\d+;\d+H(?=\x1b\[\d+;\d+H|\n|$)")
"""The cursor moved, and nothing drawn there."""
LITTLE = small_paints._drawn, small_paints._changed
TIMES = 100


class Crowded(GuardedApp[None]):
    """Widgets beside, above, within and scrolled out of each other."""

    CSS = """
    Horizontal { height: 12; }
    Vertical { width: 1fr; border: round blue; padding: 1; }
    VerticalScroll { width: 20; height: 10; }
    #over { layer: above; offset: 10 3; width: 30; height: 5; background: red 50%; }
    #docked { dock: bottom; height: 1; }
    #none { width: 0; height: 0; }
    Screen { layers: under above; }
    """

    def compose(self) -> ComposeResult:
        with Horizontal():
            with Vertical():
                yield Static("one\ntwo\nthree")
                yield Button("press")
            with VerticalScroll():
                for number in range(40):
                    yield Static(f"line {number}")
            yield Static("中文 wide", id="wide")
            yield Static("", id="none")
        yield Static("over all", id="over")
        yield Static("at the end", id="docked")


@pytest.fixture(autouse=True)
def _little(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_as(monkeypatch, WHOLE)
    assert share_looks(), "this Textual looks otherwise"
    assert paint_little(), "this Textual draws otherwise"
    assert paint_little()


def draw_as(patch: pytest.MonkeyPatch, ways: tuple[object, object]) -> None:
    patch.setattr(Compositor, "_render_chops", ways[0])
    patch.setattr(Compositor, "render_partial_update", ways[1])


def sent(
    app: Crowded, ways: tuple[object, object], dirty: set[Region], *, full: bool
) -> str:
    """What a terminal is sent for some regions that changed."""
    compositor: Any = app.screen._compositor
    compositor._dirty_regions = set(dirty)
    with pytest.MonkeyPatch.context() as patch:
        draw_as(patch, ways)
        update = compositor.render_update(full=full)
    text = "" if update is None else str(update.render_segments(app.console))
    return IDLE.sub("", text)


def region(drawn: Random) -> Region:
    """A piece of the screen, of any size, with something in it."""
    x, y = drawn.randrange(80), drawn.randrange(24)
    wanted = Region(x, y, drawn.randrange(1, 30), drawn.randrange(1, 8))
    return wanted.intersection(Region(0, 0, 80, 24))


async def test_a_change_is_drawn_exactly_as_before() -> None:
    app, drawn = Crowded(), Random(5)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(TIMES):
            dirty = {region(drawn), region(drawn)}
            app.query_one(VerticalScroll).scroll_to(
                y=drawn.randrange(30), animate=False
            )
            await pilot.pause()
            full = drawn.random() < 0.1
            expected = sent(app, WHOLE, dirty, full=full)

            assert expected
            assert sent(app, LITTLE, dirty, full=full) == expected


async def test_a_picture_of_a_screen_is_the_same() -> None:
    app = Crowded()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        little = compositor.render_strips()
        with pytest.MonkeyPatch.context() as patch:
            draw_as(patch, WHOLE)
            whole = compositor.render_strips()

        assert [strip.text for strip in little] == [strip.text for strip in whole]


async def test_a_small_change_draws_few_widgets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Crowded()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = drawing(monkeypatch)
        sent(app, LITTLE, {Region(2, 23, 5, 1)}, full=False)

        assert drawn == [("docked", 1)]


async def test_what_is_behind_others_is_not_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Crowded()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = drawing(monkeypatch)
        sent(app, LITTLE, {Region(12, 4, 6, 2)}, full=False)

        assert drawn == [("over", 2)]


def drawing(patch: pytest.MonkeyPatch) -> list[tuple[str | None, int]]:
    """Which widgets are drawn from now on, by their ids, and how many lines of each."""
    found = []
    draw = Widget.render_lines

    def noted(widget: Widget, crop: Region) -> list[Strip]:
        found.append((widget.id, crop.height))
        return draw(widget, crop)

    patch.setattr(Widget, "render_lines", noted)
    return found


class Short(Widget):
    """Draws less than its place."""

    def render_line(self, y: int) -> Strip:
        return Strip([Segment("short")]) if y else Strip([])


class Behind(GuardedApp[None]):
    """Something that stands partly behind what draws too little."""

    CSS = """
    Screen { layers: under above; }
    Short { layer: above; offset: 3 1; width: 20; height: 4; }
    #under { width: 12; height: 8; background: blue; }
    """

    def compose(self) -> ComposeResult:
        yield Static("under\n" * 8, id="under")
        yield Short()


async def test_behind_what_draws_too_little_stands_what_is_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Behind()
    async with app.run_test(size=(40, 12)):
        compositor: Any = app.screen._compositor
        pictures = []
        for ways in (WHOLE, LITTLE):
            draw_as(monkeypatch, ways)
            pictures.append([each.text for each in compositor.render_strips()])

        assert pictures[0] == pictures[1]


async def test_a_screen_that_is_taken_away_is_blank() -> None:
    app = Behind()
    async with app.run_test(size=(40, 12)):
        compositor: Any = app.screen._compositor
        compositor._visible_widgets = {}

        assert {each.text for each in compositor.render_strips()} == {" " * 40}


def test_another_way_of_drawing_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_as(monkeypatch, WHOLE)
    monkeypatch.setattr(small_paints, "UNDERSTOOD", ("something else",))

    assert not paint_little()
    assert Compositor._render_chops is WHOLE[0]
