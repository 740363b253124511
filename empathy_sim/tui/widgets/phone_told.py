"""What a company has told, in a small table."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.tui.plain import plain


class Told(Widget):
    """Rows at the foot of a display: what it is, and what was said of it."""

    DEFAULT_CSS = """
    Told {
        width: 1fr;
        height: 1;
        padding: 0 2;

        .told--label { color: $text-muted; }
        .told--value { color: $foreground; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"told--label", "told--value"}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, str], ...] = ()

    def show(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Show rows of a label and a value; the last stands lowest."""
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        at = y - (self.size.height - len(self._rows))
        if not 0 <= at < len(self._rows):
            return Strip.blank(width, self.rich_style)
        label, value = (plain(part).plain for part in self._rows[at])
        label = set_cell_size(label, max(0, width - cell_len(value)))
        segments = [
            Segment(label, self.get_component_rich_style("told--label")),
            Segment(value, self.get_component_rich_style("told--value")),
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)
