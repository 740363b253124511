"""The affect grid: how pleasant, how stirred up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.tui.widgets.affect import MIDDLE, MOST, STEPS, Cell

SIDE = 11
"""Columns beside the grid, for the words of its sides."""
TINT = 0.26
"""How much of its corner's colour a place in the corner has."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the places are within the widget."""

    wide: int
    """Columns of one place."""
    high: int
    """Rows of one place."""

    @classmethod
    def within(cls, size: Size) -> Shape:
        """The largest grid that leaves three rows and both sides for words."""
        return cls(
            max(1, (size.width - 2 * SIDE) // len(STEPS)),
            max(1, (size.height - 3) // len(STEPS)),
        )

    @property
    def across(self) -> int:
        """Columns of the grid."""
        return self.wide * len(STEPS)

    @property
    def bottom(self) -> int:
        """The row under the grid."""
        return 1 + self.high * len(STEPS)

    def cell_at(self, x: int, y: int) -> Cell | None:
        """The place under a column and row of the widget, if there is one."""
        column, row = (x - SIDE) // self.wide, (y - 1) // self.high
        if column in range(len(STEPS)) and row in range(len(STEPS)):
            return Cell(column - MOST, MOST - row)
        return None


class FeelingsGrid(Widget, can_focus=True):
    """Nine by nine places; arrows and clicks move the mark, `enter` takes it."""

    DEFAULT_CSS = """
    FeelingsGrid {
        width: 67;
        height: 13;
        color: $foreground;

        .feelings-grid--edge { color: $text-muted; }
        .feelings-grid--mark {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: bold;
        }
        .feelings-grid--wound-up { background: $error; }
        .feelings-grid--keen { background: $warning; }
        .feelings-grid--flat { background: $secondary; }
        .feelings-grid--at-ease { background: $success; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "feelings-grid--edge",
        "feelings-grid--mark",
        "feelings-grid--wound-up",
        "feelings-grid--keen",
        "feelings-grid--flat",
        "feelings-grid--at-ease",
    }
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1, 0)", "Less pleasant", show=False),
        Binding("right", "step(1, 0)", "More pleasant", show=False),
        Binding("up", "step(0, 1)", "More stirred up", show=False),
        Binding("down", "step(0, -1)", "More slowed down", show=False),
        Binding("enter", "take", "Take it", show=False),
    ]

    cell: reactive[Cell] = reactive(MIDDLE)
    """Where the mark is."""

    @dataclass
    class Taken(Message):
        """A feeling was chosen."""

        grid: FeelingsGrid
        cell: Cell

        @property
        def control(self) -> FeelingsGrid:
            return self.grid

    def __init__(self, cell: Cell = MIDDLE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(FeelingsGrid.cell, cell)

    def action_step(self, right: int, up: int) -> None:
        self.cell = self.cell.stepped(right, up)

    def action_take(self) -> None:
        self.post_message(self.Taken(self, self.cell))

    def on_click(self, event: events.Click) -> None:
        """Move the mark; a double click takes it as well."""
        event.stop()
        at = event.get_content_offset(self)
        chosen = Shape.within(self.size).cell_at(at.x, at.y) if at is not None else None
        if chosen is None:
            return
        self.cell = chosen
        if event.chain > 1:
            self.action_take()

    def notify_style_update(self) -> None:
        self.__dict__.pop("_looks", None)
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        shape = Shape.within(self.size)
        if y == 0:
            return self._edge(shape, "wound up", "stirred up", "keen")
        if y < shape.bottom:
            return self._row(shape, y)
        if y == shape.bottom:
            return self._edge(shape, "flat", "slowed down", "at ease")
        if y == self.size.height - 1:
            words = self.cell.in_words().center(2 * SIDE + shape.across)
            return self._line([Segment(words, self.rich_style)])
        return self._line([])

    def _edge(self, shape: Shape, left: str, middle: str, right: str) -> Strip:
        words = middle.center(shape.across)
        words = left + words[len(left) : -len(right)] + right
        return self._line([Segment(" " * SIDE + words, self._looks.edge)])

    def _row(self, shape: Shape, y: int) -> Strip:
        row, part = divmod(y - 1, shape.high)
        is_middle = row == MOST and part == shape.high // 2
        left, right = ("unpleasant ", " pleasant") if is_middle else ("", "")
        cells = (
            self._place(Cell(step, MOST - row), shape, part == shape.high // 2)
            for step in STEPS
        )
        return self._line(
            [
                Segment(left.rjust(SIDE), self._looks.edge),
                *cells,
                Segment(right, self._looks.edge),
            ]
        )

    def _place(self, cell: Cell, shape: Shape, is_middle: bool) -> Segment:
        is_marked = cell == self.cell
        point = ("●" if is_marked else "·") if is_middle else ""
        style = self._looks.mark if is_marked else self._looks.places[cell]
        return Segment(point.center(shape.wide), style)

    def _line(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    @cached_property
    def _looks(self) -> Looks:
        return Looks(
            edge=self.get_component_rich_style("feelings-grid--edge"),
            mark=self.get_component_rich_style("feelings-grid--mark"),
            places={cell: self._tinted(cell) for cell in ALL},
        )

    def _tinted(self, cell: Cell) -> Style:
        plain = self.get_component_rich_style("feelings-grid--edge")
        if not cell.quadrant or self.app.native_ansi_color:
            return plain
        name = cell.quadrant.replace(" ", "-")
        colour = self.get_component_styles(f"feelings-grid--{name}").background
        _, surface = self.background_colors
        tint = surface.blend(colour, TINT * cell.strength, alpha=1)
        return plain + Style(bgcolor=tint.rich_color)


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a grid, for the theme of the moment."""

    edge: Style
    mark: Style
    places: dict[Cell, Style]


ALL = tuple(Cell(pleasant, aroused) for aroused in STEPS for pleasant in STEPS)
