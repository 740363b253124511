"""Lines drawn quickly look as they always did."""

from __future__ import annotations

from typing import ClassVar

import pytest
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.quick_lines import Parts, QuickLines

LINES: tuple[Parts, ...] = (
    (("Left, ", ""), ("marked", "marked"), (" right", "")),
    (("", ""),),
    (("wide 世界 letters", "marked"),),
    (("a line that is far too long for the room that there is", ""),),
    (("hidden \u202e turned \x1b[31m", ""),),
)
STYLES = """
width: 30;
height: 8;
background: $surface;
color: $foreground;
"""


class Quick(QuickLines):
    """Says what stands where."""

    DEFAULT_CSS = f"Quick {{ {STYLES} .own--marked {{ color: $warning; }} }}"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"own--marked"}
    PREFIX: ClassVar[str] = "own"

    def parts(self, y: int) -> Parts:
        return LINES[y] if y < len(LINES) else ()


class Slow(Widget):
    """Draws the same as Textual's own widgets do."""

    DEFAULT_CSS = f"Slow {{ {STYLES} .own--marked {{ color: $warning; }} }}"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"own--marked"}

    def render_line(self, y: int) -> Strip:
        marked = self.get_component_rich_style("own--marked")
        parts = LINES[y] if y < len(LINES) else ()
        words = [
            Segment(text, marked if look else self.rich_style) for text, look in parts
        ]
        return Strip(words).adjust_cell_length(self.size.width, self.rich_style)


class Both(GuardedApp[None]):
    """Both, beside each other."""

    CSS = """
    .padded { padding: 1 3 2 1; }
    .bright { background: $error; color: $background; }
    """

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Quick()
            yield Slow()


def seen(widget: Widget, region: Region) -> list[list[tuple[str, str]]]:
    """What is seen of a widget: its letters, each with its colours."""
    return [
        [
            (letter, str(style and (style.color, style.bgcolor)))
            for text, style, _ in strip
            for letter in text
            if letter != " "
        ]
        for strip in widget.render_lines(region)
    ]


@pytest.mark.parametrize("classes", ["", "padded", "bright", "padded bright"])
async def test_it_looks_as_textual_would_draw_it(classes: str) -> None:
    app = Both()
    async with app.run_test(size=(100, 30)) as pilot:
        quick, slow = app.query_one(Quick), app.query_one(Slow)
        assert seen(quick, Region(0, 0, 30, 8)) == seen(slow, Region(0, 0, 30, 8))

        quick.set_classes(classes)
        slow.set_classes(classes)
        await pilot.pause()

        assert seen(quick, Region(0, 0, 30, 8)) == seen(slow, Region(0, 0, 30, 8))
        assert seen(quick, Region(4, 1, 9, 3)) == seen(slow, Region(4, 1, 9, 3))


async def test_it_follows_the_theme() -> None:
    app = Both()
    async with app.run_test(size=(100, 30)) as pilot:
        quick, slow = app.query_one(Quick), app.query_one(Slow)
        before = seen(quick, Region(0, 0, 30, 8))
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
            now = seen(quick, Region(0, 0, 30, 8))
            assert now == seen(slow, Region(0, 0, 30, 8))
        app.theme = "empathy-light"
        await pilot.pause()

        assert seen(quick, Region(0, 0, 30, 8)) != before


async def test_it_follows_what_is_around_it() -> None:
    app = Both()
    async with app.run_test(size=(100, 30)) as pilot:
        quick, slow = app.query_one(Quick), app.query_one(Slow)
        for each in (quick, slow):
            each.styles.background = "transparent"
        await pilot.pause()
        before = seen(quick, Region(0, 0, 30, 8))

        app.query_one(Vertical).styles.background = "red"
        await pilot.pause()

        assert seen(quick, Region(0, 0, 30, 8)) != before
        assert seen(quick, Region(0, 0, 30, 8)) == seen(slow, Region(0, 0, 30, 8))
