"""The seats of a room, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
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

MARKS: Mapping[Mark, str] = {
    "asks": "asks you",
    "trouble": "screen fails",
    "stuck": "stuck?",
    "idle": "idle?",
    "gone": "away",
    "": "",
}
"""In words, whoever needs somebody most first."""
_FIRST = {mark: at for at, mark in enumerate(MARKS)}
_LOUD: frozenset[Mark] = frozenset({"asks", "trouble"})
_SIZES = (4, 15, 7, 13)
"""Columns for the number, the label, the time and the mark; where comes between."""
_WIDE_SIZES = (5, 24, 8, 14)
_WATCHED = 22
_ROOM_FOR_WIDE, _ROOM_FOR_WATCHED = 96, 116
_LEAST_WHERE = 8


class BoardTable(ScrollView, can_focus=True, inherit_bindings=False):
    """A line for every seat; only lines that have changed are drawn again."""

    DEFAULT_CSS = """
    BoardTable {
        width: 1fr;
        height: 1fr;
        background: $background;
        scrollbar-size-vertical: 1;

        .board--head { color: $text-muted; }
        .board--row { color: $foreground; }
        .board--quiet { color: $text-muted; }
        .board--mark { color: $warning; }
        .board--loud { color: $error; text-style: bold; }
        .board--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
    }
    BoardTable:focus .board--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"board--{look}" for look in ("head", "row", "quiet", "mark", "loud", "cursor")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "The seat above", show=False),
        Binding("down", "move(1)", "The seat below", show=False),
        Binding("pageup", "move(-10)", "Ten seats up", show=False),
        Binding("pagedown", "move(10)", "Ten seats down", show=False),
        Binding("home", "move(-1000)", "The first seat", show=False),
        Binding("end", "move(1000)", "The last seat", show=False),
    ]

    class Chosen(Message):
        """Another seat is marked."""

    class Opened(Message):
        """The marked seat was pointed at twice at once."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BoardRow, ...] = ()
        """As they stand, from the top."""
        self.at = 0
        self.is_by_need = False
        """Whether they stand by who needs somebody, and not by their numbers."""
        self._looks: dict[tuple[str, bool], Style] = {}

    @property
    def chosen(self) -> BoardRow | None:
        """The seat that is marked; None where there is none."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def show(self, rows: tuple[BoardRow, ...]) -> None:
        """Show other rows; what has not changed is not drawn again."""
        marked, before, stood = self.chosen, self.rows, self.at
        self.rows = self._in_order(rows)
        names = [row.seat for row in self.rows]
        if marked is not None and marked.seat in names:
            self.at = names.index(marked.seat)
        else:
            self.at = min(self.at, max(0, len(rows) - 1))
        if len(rows) != len(before):
            self.virtual_size = Size(0, len(rows) + 1)
            self.refresh()
            return
        cursor = {stood, self.at} if stood != self.at else set[int]()
        for at, (row, old) in enumerate(zip(self.rows, before, strict=True)):
            if at in cursor or _told(row) != _told(old):
                self._refresh_line(at)

    def put_in_order(self, *, by_need: bool) -> None:
        """Let whoever needs somebody stand first, or go by the numbers."""
        self.is_by_need = by_need
        self.show(self.rows)
        self.refresh()
        self._keep_in_sight()

    def _in_order(self, rows: tuple[BoardRow, ...]) -> tuple[BoardRow, ...]:
        if self.is_by_need:
            return tuple(sorted(rows, key=lambda row: (_FIRST[row.mark], row.number)))
        return tuple(sorted(rows, key=lambda row: row.number))

    def _refresh_line(self, at: int) -> None:
        y = at + 1 - round(self.scroll_y)
        if 0 < y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def action_move(self, by: int) -> None:
        """Mark another seat."""
        self._mark(self.at + by)

    def mark(self, seat: str) -> None:
        """Mark a seat by its id."""
        names = [row.seat for row in self.rows]
        if seat in names:
            self._mark(names.index(seat))

    def _mark(self, at: int) -> None:
        before, self.at = self.at, max(0, min(len(self.rows) - 1, at))
        self._refresh_line(before)
        self._refresh_line(self.at)
        self._keep_in_sight()
        self.post_message(self.Chosen())

    def _keep_in_sight(self) -> None:
        top, height = round(self.scroll_y), max(1, self.size.height - 1)
        if self.at < top:
            self.scroll_to(y=self.at, animate=False)
        elif self.at > top + height - 1:
            self.scroll_to(y=self.at - height + 1, animate=False)

    def on_click(self, event: events.Click) -> None:
        """Mark the seat that is pointed at; twice at once, and it is opened."""
        at = event.y + round(self.scroll_y) - 1
        if event.y > 0 and at < len(self.rows):
            self._mark(at)
            if event.chain > 1:
                self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        """The head, and under it the seats."""
        width = self.size.width
        if y == 0:
            no, look = ("No", "Look first") if self.is_by_need else ("No", "Look")
            cells = (no, "Who", "Where", "Watched by", "There", look)
            return self._line(cells, ("head",) * 6, width)
        at = y - 1 + round(self.scroll_y)
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        return self._row(at, width)

    def _row(self, at: int, width: int) -> Strip:
        row = self.rows[at]
        where = row.where if not row.doing else f"{row.where}: {row.doing}"
        watched = ", ".join(row.observers)
        there, mark = _there(row), MARKS[row.mark]
        look = "quiet" if not row.here or row.over else "row"
        loud = "loud" if row.mark in _LOUD else "mark"
        marks = (look, look, look, "quiet", look, "quiet" if row.over else loud)
        cells = (str(row.number), row.label, where, watched, there, mark)
        return self._line(cells, marks, width, marked=at == self.at)

    def _line(
        self,
        cells: tuple[str, ...],
        looks: tuple[str, ...],
        width: int,
        *,
        marked: bool = False,
    ) -> Strip:
        first = self._styled(looks[0], marked)
        segments = [Segment(" ", first)]
        sizes = _sizes(width)
        for cell, look, size in zip(cells, looks, sizes, strict=True):
            if size:
                segments.append(Segment(_cut(cell, size), self._styled(look, marked)))
        return Strip(segments, 1 + sum(sizes)).adjust_cell_length(width, first)

    def _styled(self, look: str, marked: bool) -> Style:
        if (look, marked) not in self._looks:
            style = self.get_component_rich_style(f"board--{look}")
            if marked:
                cursor = self.get_component_rich_style("board--cursor")
                style += Style(color=cursor.color, bgcolor=cursor.bgcolor)
            self._looks[look, marked] = style
        return self._looks[look, marked]

    def notify_style_update(self) -> None:
        """Take looks anew, since they are others now."""
        self._looks.clear()
        super().notify_style_update()


def _sizes(width: int) -> tuple[int, ...]:
    """How wide each of the six columns is; nought where it is left out."""
    sizes = _WIDE_SIZES if width >= _ROOM_FOR_WIDE else _SIZES
    number, label, time, mark = sizes
    watched = _WATCHED if width >= _ROOM_FOR_WATCHED else 0
    where = max(_LEAST_WHERE, width - 1 - sum(sizes) - watched)
    return number, label, where, watched, time, mark


@lru_cache(maxsize=2_048)
def _cut(text: str, size: int) -> str:
    """A text in so many columns, the last of them empty; a cut one ends in dots."""
    tidy = " ".join(plain(text).plain.split())
    if cell_len(tidy) < size:
        return set_cell_size(tidy, size)
    return set_cell_size(set_cell_size(tidy, size - 2).rstrip() + "…", size)


def _there(row: BoardRow) -> str:
    """Minutes and seconds in the stage; empty outside the story."""
    if not row.stage_number or row.over or row.chair != "customer":
        return ""
    minutes, seconds = divmod(row.in_stage_ms // 1_000, 60)
    return f"{minutes}:{seconds:02}"


def _told(row: BoardRow) -> tuple[object, ...]:
    """All that a line tells: another value, and it is drawn again."""
    told = (row.seat, row.number, row.label, row.where, row.doing, row.observers)
    return *told, row.here, row.over, row.mark, _there(row)
