"""The picture of an order's steps."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.tui.plain import plain

_NARROWEST = 4
"""Columns of a step below which nothing is drawn."""
_DONE, _NOW, _COMING = "●", "◉", "○"


class WayOfAnOrder(Widget):
    """A dot a step on a line: filled as far as the company says that it has come."""

    COMPONENT_CLASSES = {"way--done", "way--now", "way--coming"}  # noqa: RUF012
    DEFAULT_CSS = """
    WayOfAnOrder {
        width: 1fr;
        max-width: 64;
        height: 2;

        .way--done { color: $company; text-style: bold; }
        .way--now { color: $company; text-style: bold; }
        .way--coming { color: $text-muted; }
    }
    """

    def __init__(self, steps: tuple[str, ...], reached: int) -> None:
        """Draw an order.

        Args:
            steps: what its steps are called; one at least.
            reached: the step that it has reached, from 0.
        """
        super().__init__()
        self._steps = tuple(" ".join(plain(step).plain.split()) for step in steps)
        self._reached = max(0, min(reached, len(steps) - 1))

    def render_line(self, y: int) -> Strip:
        """The dots, or the words under them."""
        width = self.size.width
        each = width // len(self._steps)
        draw = self._dots if y == 0 else self._words
        segments = (
            [draw(at, each) for at in range(len(self._steps))]
            if each >= _NARROWEST
            else []
        )
        line = [part for parts in segments for part in parts]
        return Strip(line).adjust_cell_length(width, self.rich_style)

    def _look(self, at: int) -> Style:
        name = "done" if at < self._reached else "coming"
        name = "now" if at == self._reached else name
        return self.get_component_rich_style(f"way--{name}")

    def _dots(self, at: int, wide: int) -> list[Segment]:
        dot = _DONE if at < self._reached else _COMING
        dot = _NOW if at == self._reached else dot
        if at == len(self._steps) - 1:
            blank = Segment(" " * (wide - 1), self.rich_style)
            return [Segment(dot, self._look(at)), blank]
        line = "━" if at < self._reached else "┄"
        rule = self._look(min(at, self._reached) if at < self._reached else at + 1)
        return [Segment(dot, self._look(at)), Segment(line * (wide - 1), rule)]

    def _words(self, at: int, wide: int) -> list[Segment]:
        words = set_cell_size(self._steps[at], wide - 1)
        return [Segment(f"{words} ", self._look(at))]
