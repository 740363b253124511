"""The seats of a room, a line each."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from empathy_sim.tui.plain import plain
from empathy_sim.workshop.room.board import BoardRow, Mark

_MARKS: dict[Mark, str] = {
    "asks": "asks you",
    "trouble": "screen fails",
    "gone": "away",
    "stuck": "stuck?",
    "idle": "idle?",
    "": "",
}
_WIDE_LABEL, _LABEL, _MARK, _TIME = 22, 14, 13, 7
_ROOM_FOR_WIDE = 100


class BoardTable(ScrollView, can_focus=True):
    """A line for every seat; only lines that have changed are drawn again."""

    DEFAULT_CSS = """
    BoardTable {
        width: 1fr;
        height: 1fr;
        background: $background;

        .board--head { color: $text-muted; }
        .board--row { color: $foreground; }
        .board--quiet { color: $text-muted; }
        .board--mark { color: $warning; text-style: bold; }
        .board--cursor { background: $block-cursor-blurred-background; }
    }
    BoardTable:focus .board--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"board--{look}" for look in ("head", "row", "quiet", "mark", "cursor")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "move(-10)", "Page up", show=False),
        Binding("pagedown", "move(10)", "Page down", show=False),
        Binding("home", "move(-1000)", "First", show=False),
        Binding("end", "move(1000)", "Last", show=False),
    ]

    class Chosen(Message):
        """Another seat is marked."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BoardRow, ...] = ()
        self.at = 0

    @property
    def chosen(self) -> BoardRow | None:
        """The seat that is marked; None where there is none."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def show(self, rows: tuple[BoardRow, ...]) -> None:
        """Show other rows; what has not changed is not drawn again."""
        before = tuple(map(_told, self.rows))
        self.rows = rows
        if len(rows) != len(before):
            self.at = min(self.at, max(0, len(rows) - 1))
            self.virtual_size = Size(0, len(rows) + 1)
            self.refresh()
            return
        for at, row in enumerate(rows):
            if _told(row) != before[at]:
                self._refresh_line(at)

    def _refresh_line(self, at: int) -> None:
        y = at + 1 - round(self.scroll_y)
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def action_move(self, by: int) -> None:
        """Mark another seat."""
        self._mark(self.at + by)

    def _mark(self, at: int) -> None:
        before, self.at = self.at, max(0, min(len(self.rows) - 1, at))
        self._refresh_line(before)
        self._refresh_line(self.at)
        top, height = round(self.scroll_y), max(1, self.size.height - 1)
        if self.at < top:
            self.scroll_to(y=self.at, animate=False)
        elif self.at > top + height - 1:
            self.scroll_to(y=self.at - height + 1, animate=False)
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Mark the seat that is pointed at."""
        at = event.y + round(self.scroll_y) - 1
        if event.y > 0 and at < len(self.rows):
            self._mark(at)

    def render_line(self, y: int) -> Strip:
        """The head, and under it the seats."""
        width = self.size.width
        if y == 0:
            return self._line(("No", "Who", "Where", "There", "Look"), width, "head")
        at = y - 1 + round(self.scroll_y)
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        return self._row(at, width)

    def _row(self, at: int, width: int) -> Strip:
        row = self.rows[at]
        where = row.where if not row.doing else f"{row.where}: {row.doing}"
        cells = (str(row.number), row.label, where, *_told(row)[-2:])
        quiet = not row.here or row.over
        return self._line(cells, width, "quiet" if quiet else "row", at == self.at)

    def _line(
        self, cells: tuple[str, ...], width: int, look: str, marked: bool = False
    ) -> Strip:
        label = _WIDE_LABEL if width >= _ROOM_FOR_WIDE else _LABEL
        where = max(8, width - 4 - label - _TIME - _MARK - 2)
        sizes = (4, label, where, _TIME, _MARK)
        style = self.get_component_rich_style(f"board--{look}")
        mark = style if look == "head" else self.get_component_rich_style("board--mark")
        if marked:
            cursor = self.get_component_rich_style("board--cursor")
            over = Style(color=cursor.color if self.has_focus else None)
            style = style + Style(bgcolor=cursor.bgcolor) + over
            mark = mark + Style(bgcolor=cursor.bgcolor) + over
        styles = (style, style, style, style, mark)
        segments = [Segment(" ", style)]
        for cell, size, each in zip(cells, sizes, styles, strict=True):
            text = " ".join(plain(cell).plain.split())
            segments.append(Segment(set_cell_size(text, size - 1) + " ", each))
        return Strip(segments).adjust_cell_length(width, style)


def _told(row: BoardRow) -> tuple[str, ...]:
    """All that a line tells; minutes, so that it changes no oftener."""
    minutes = row.in_stage_ms // 60_000
    there = f"{minutes} min" if row.stage_number and not row.over else ""
    state = "here" if row.here else "not here"
    return (row.label, row.where, row.doing, state, there, _MARKS[row.mark])
