"""Captions: what voices say, as they say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.engine.voices import heard_of
from empathy_sim.tui.plain import plain

Voice = Literal["now", "past", "mine", "aside"]
"""Being said, said before, said by the customer, or no voice at all."""
_NAMES_AT_MOST = 12
_MORE = " ↓ "
_TURN = 3
"""Lines that one turn of the wheel reads back."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Something said, and how much of it has been heard."""

    says: str
    voice: Voice = "past"
    who: str = ""
    heard: int | None = None
    """Characters so far; None is all of it."""


def spoken(says: str, *, since_ms: int, who: str = "") -> Caption:
    """A sentence that a voice began so long ago, as far as it has come."""
    return Caption(says, "now", who, heard_of(says, since_ms))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of captions, as wide as it is drawn."""

    name: str
    says: str
    voice: Voice


@lru_cache(512)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of so many columns at most."""
    lines = plain(text).wrap(max(2, width))
    return tuple(line.plain.rstrip() for line in lines) or ("",)


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def heard_lines(lines: tuple[str, ...], says: str, heard: int) -> tuple[str, ...]:
    """Lines with what has not been said yet left blank; words come whole."""
    if heard >= len(says):
        return lines
    left = _letters(says[:heard])
    return tuple(_heard_line(line, left - before) for line, before in _sums(lines))


def _sums(lines: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    before = 0
    for line in lines:
        yield line, before
        before += _letters(line)


def _heard_line(line: str, left: int) -> str:
    if left <= 0:
        return ""
    for at, letter in enumerate(line):
        if letter.isspace() and left <= 0:
            return line[:at]
        left -= not letter.isspace()
    return line


class Captions(Widget):
    """The last of what was said, its end at the bottom; wheel and pages read back.

    A sentence takes all its lines as it begins, and is laid out once: nothing moves
    while it is spoken.
    """

    DEFAULT_CSS = """
    Captions {
        width: 1fr;
        height: 1fr;
        padding: 0 2;

        .captions--now { color: $foreground; }
        .captions--past { color: $text-muted; }
        .captions--mine { color: $text-muted; text-style: italic; }
        .captions--aside { color: $text-muted; text-style: italic; }
        .captions--name { color: $company; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "captions--now",
        "captions--past",
        "captions--mine",
        "captions--aside",
        "captions--name",
    }
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[Caption, ...] = ()
        self._airy = False
        self._up = 0
        self._rows: tuple[Row, ...] | None = None
        self._rows_for = 0

    def show(self, said: tuple[Caption, ...], *, airy: bool = False) -> None:
        """Show sentences; only what has changed is drawn again.

        Args:
            said: what was said, oldest first.
            airy: whether a line is left free between two sentences.
        """
        if (said, airy) == (self._said, self._airy):
            return
        if len(said) != len(self._said):
            self._up = 0
        self._said, self._airy, self._rows = said, airy, None
        self.refresh()

    def typed(self, key: str) -> bool:
        """Read back and on by pages; whether the key was one for that."""
        match key:
            case "pageup":
                self.read_back(self.size.height - 1)
            case "pagedown":
                self.read_back(1 - self.size.height)
            case _:
                return False
        return True

    def read_back(self, lines: int) -> None:
        """Go so many lines back, or on where it is negative."""
        most = max(0, len(self._laid_out()) - self.size.height)
        up = max(0, min(most, self._up + lines))
        if up != self._up:
            self._up = up
            self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.read_back(_TURN)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.read_back(-_TURN)

    def render_line(self, y: int) -> Strip:
        rows = self._laid_out()
        at = len(rows) - self.size.height - self._up + y
        width = self.size.width
        if not 0 <= at < len(rows):
            return Strip.blank(width, self.rich_style)
        row = rows[at]
        look = self.get_component_rich_style(f"captions--{row.voice}")
        name = self.get_component_rich_style("captions--name")
        segments = [Segment(row.name, name), Segment(row.says, look)]
        strip = Strip(segments).adjust_cell_length(width, self.rich_style)
        is_last = y == self.size.height - 1
        return _with_more(strip, name) if self._up and is_last else strip

    def _laid_out(self) -> tuple[Row, ...]:
        width = self.size.width
        if self._rows is None or self._rows_for != width:
            self._rows, self._rows_for = tuple(self._lay_out()), width
        return self._rows

    def _lay_out(self) -> Iterator[Row]:
        names = max((cell_len(plain(each.who).plain) for each in self._said), default=0)
        gutter = min(names, _NAMES_AT_MOST) + 2 if names else 0
        for at, caption in enumerate(self._said):
            if at and self._airy:
                yield Row("", "", "past")
            yield from _rows_of(caption, gutter, self.size.width)


def _rows_of(caption: Caption, gutter: int, width: int) -> Iterator[Row]:
    lines = wrapped(caption.says, width - gutter)
    if caption.heard is not None:
        lines = heard_lines(lines, caption.says, caption.heard)
    for at, line in enumerate(lines):
        name = _fitted(caption.who, gutter - 2) + "  " if gutter and at == 0 else ""
        yield Row(set_cell_size(name, gutter), line, caption.voice)


def _fitted(name: str, width: int) -> str:
    name = plain(name).plain.replace("\n", " ")
    if cell_len(name) <= width:
        return name
    return set_cell_size(name, max(0, width - 1)).rstrip() + "…"


def _with_more(strip: Strip, style: Style) -> Strip:
    """A line that says there is more below."""
    kept = strip.crop(0, max(0, strip.cell_length - len(_MORE)))
    return Strip([*kept, Segment(_MORE, style)])
