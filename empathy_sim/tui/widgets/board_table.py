"""The seats of a room, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
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
_NOT_HERE = "not here"
_FIRST = {mark: at for at, mark in enumerate(MARKS)}
_LOUD: frozenset[Mark] = frozenset({"asks", "trouble"})
_SIZES = (4, 15, 10, 13)
"""Columns for the number, the label, the time and the mark; where comes between."""
_WIDE_SIZES = (5, 24, 10, 14)
_WATCHED = 22
_ROOM_FOR_WIDE, _ROOM_FOR_WATCHED = 96, 116
_LEAST_WHERE = 8


_LINES_KEPT, _PIECES_KEPT = 512, 4_096
_Piece: TypeAlias = tuple[str, int, str, bool]
"""A text, its columns, its look, and whether it is marked."""


class Told(NamedTuple):
    """All that a line tells: another value, and it is drawn again."""

    cells: tuple[str, str, str, str, str, str]
    """Number, label, where, who watches, since when, and what to look at."""
    looks: tuple[str, str, str, str, str, str]


_HEAD = Told(
    ("No", "Who", "Where", "Watched by", "How long", "Needs you"), ("head",) * 6
)
_HEAD_BY_NEED = _HEAD._replace(cells=(*_HEAD.cells[:5], "Needs you ▼"))
_NOTHING = Told(("",) * 6, ("row",) * 6)


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
        self._pieces: dict[_Piece, tuple[Segment, ...]] = {}
        self._strips: dict[tuple[Told, bool, int], Strip] = {}
        self._styles: dict[tuple[str, bool], Style] = {}
        self._filters: list[LineFilter] = []
        self._told: dict[int, Told] = {}
        self._drawn: dict[int, tuple[Told, bool]] = {}

    @property
    def chosen(self) -> BoardRow | None:
        """The seat that is marked; None where there is none."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def show(self, rows: tuple[BoardRow, ...]) -> None:
        """Show other rows; what has not changed is not drawn again."""
        marked, before = self.chosen, self.rows
        self.rows = self._in_order(rows)
        self._told.clear()
        names = [row.seat for row in self.rows]
        if marked is not None and marked.seat in names:
            self.at = names.index(marked.seat)
        else:
            self.at = min(self.at, max(0, len(rows) - 1))
        if len(rows) != len(before):
            self.virtual_size = Size(0, len(rows) + 1)
            self.refresh()
            return
        self._refresh_changed()

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

    def _refresh_changed(self) -> None:
        """Have those lines drawn that tell something else than the last time."""
        width, height = self.size
        changed = [y for y in range(height) if self._telling(y) != self._drawn.get(y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def action_move(self, by: int) -> None:
        """Mark another seat."""
        self._mark(self.at + by)

    def mark(self, seat: str) -> None:
        """Mark a seat by its id."""
        names = [row.seat for row in self.rows]
        if seat in names:
            self._mark(names.index(seat))

    def _mark(self, at: int) -> None:
        self.at = max(0, min(len(self.rows) - 1, at))
        self._refresh_changed()
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The head, and under it the seats; there is nothing round them."""
        width, filters = self.outer_size.width, list(self.get_line_filters())
        if filters != self._filters:
            self._filters = filters
            self._forget()
        lines = [self._line(y, width) for y in crop.line_range]
        if crop.column_span == (0, width):
            return lines
        return [line.crop(crop.x, crop.right) for line in lines]

    def _telling(self, y: int) -> tuple[Told, bool]:
        """What a line of the screen tells, and whether it is marked."""
        if y == 0:
            return (_HEAD_BY_NEED if self.is_by_need else _HEAD), False
        at = y - 1 + round(self.scroll_y)
        if at >= len(self.rows):
            return _NOTHING, False
        told = self._told.get(at)
        if told is None:
            told = self._told[at] = _told(self.rows[at])
        return told, at == self.at

    def _line(self, y: int, width: int) -> Strip:
        """One line, drawn once for as long as it tells the same."""
        telling = self._telling(y)
        self._drawn[y] = telling
        key = (*telling, width)
        if key not in self._strips:
            if len(self._strips) >= _LINES_KEPT:
                self._strips.clear()
            self._strips[key] = self._draw(*telling, width)
        return self._strips[key]

    def _draw(self, told: Told, marked: bool, width: int) -> Strip:
        segments = [*self._piece(("", 1, told.looks[0], marked))]
        sizes = _sizes(self.size.width)
        for cell, look, size in zip(told.cells, told.looks, sizes, strict=True):
            if size:
                segments += self._piece((cell, size, look, marked))
        left = width - 1 - sum(sizes)
        if left > 0:
            segments += self._piece(("", left, told.looks[0], marked))
        return Strip(segments, width)

    def _piece(self, piece: _Piece) -> tuple[Segment, ...]:
        """A cell as it goes to the screen."""
        if piece not in self._pieces:
            if len(self._pieces) >= _PIECES_KEPT:
                self._pieces.clear()
            cell, size, look, marked = piece
            segments = [Segment(_cut(cell, size), self._style(look, marked))]
            _, background = self.background_colors
            for each in self._filters:
                segments = each.apply(segments, background)
            self._pieces[piece] = tuple(segments)
        return self._pieces[piece]

    def _style(self, look: str, marked: bool) -> Style:
        if (look, marked) not in self._styles:
            style = self.get_component_rich_style(f"board--{look}")
            if marked:
                cursor = self.get_component_rich_style("board--cursor")
                style += Style(color=cursor.color, bgcolor=cursor.bgcolor)
            self._styles[look, marked] = style
        return self._styles[look, marked]

    def notify_style_update(self) -> None:
        """Take looks anew, since they are others now."""
        self._forget()
        super().notify_style_update()

    def _forget(self) -> None:
        for kept in (self._styles, self._pieces, self._strips):
            kept.clear()


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
    """Minutes and seconds in the stage, or before the story; empty after it."""
    if row.in_stage_ms <= 0 or row.over or row.chair != "customer":
        return ""
    minutes, seconds = divmod(row.in_stage_ms // 1_000, 60)
    return f"{minutes}:{seconds:02}"


def _told(row: BoardRow) -> Told:
    where = row.where if not row.doing else f"{row.where}: {row.doing}"
    look = "quiet" if not row.here or row.over else "row"
    loud = "loud" if row.mark in _LOUD else "mark"
    is_quiet = row.over or not row.mark
    looks = (look, look, look, "quiet", look, "quiet" if is_quiet else loud)
    absent = "" if row.here else _NOT_HERE
    watched, mark = ", ".join(row.observers), MARKS[row.mark] or absent
    return Told((str(row.number), row.label, where, watched, _there(row), mark), looks)
