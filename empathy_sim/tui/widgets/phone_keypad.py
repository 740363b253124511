"""The keys of a phone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer

from empathy_sim.tui.at_once import draw_at_once
from empathy_sim.tui.widgets.quick_lines import Parts, QuickLines

KEYS = "123456789*0#"
"""In the order in which they lie, three in a row."""
_LETTERS = {
    "2": "abc",
    "3": "def",
    "4": "ghi",
    "5": "jkl",
    "6": "mno",
    "7": "pqrs",
    "8": "tuv",
    "9": "wxyz",
}
_ACROSS, _DOWN = 3, 4
_LIT_FOR = 0.3
"""Seconds."""
_BROAD = 7
"""Columns from which a key has room for its letters."""
_RIMMED = 3
"""Rows of a key with a rim around it."""
_MANY = 512
"""Lines that are kept for all keypads together."""


class Keypad(QuickLines):
    """Twelve keys, to click; digits on the keyboard press them too.

    A key lights up for a moment when it is pressed, by whatever hand.
    """

    DEFAULT_CSS = """
    Keypad {
        width: 1fr;
        height: 12;
        color: $foreground;
        pointer: pointer;

        .keypad--key { background: $surface; }
        .keypad--name { background: $surface; text-style: bold; }
        .keypad--rim { background: $surface; color: $border-blurred; }
        .keypad--near { background: $surface; color: $company; }
        .keypad--lit { background: $company-fill; color: $company-on-fill; }
        .keypad--lit-name {
            background: $company-fill;
            color: $company-on-fill;
            text-style: bold;
        }
        .keypad--lit-rim { background: $company-fill; color: $company-fill; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"keypad--{look}"
        for look in ("key", "name", "rim", "near", "lit", "lit-name", "lit-rim")
    }
    PREFIX: ClassVar[str] = "keypad"

    @dataclass
    class Pressed(Message):
        """A key was clicked."""

        key: str

    def __init__(self) -> None:
        super().__init__()
        self._lit: dict[str, Timer] = {}
        self._near = ""

    @property
    def lit(self) -> tuple[str, ...]:
        """The keys that were pressed a moment ago."""
        return tuple(key for key in KEYS if key in self._lit)

    def region_of(self, key: str) -> Region:
        """Where a key lies within the keypad."""
        row, column = divmod(KEYS.index(key), _ACROSS)
        width, height = self.size
        left, right = _columns(width)[column]
        tall, apart = _tall(height)
        return Region(left, row * (tall + apart), right - left, tall)

    def parts(self, y: int) -> Parts:
        """Each key's digit in its middle, letters where they have room; rims around."""
        row = y // sum(_tall(self.size.height))
        lit = frozenset(_row(row)).intersection(self._lit)
        near = self._near if self._near in _row(row) else ""
        return _line(y, *self.size, lit, near)

    def light_up(self, key: str) -> None:
        """Show that a key is pressed."""
        if key in self._lit:
            self._lit[key].stop()
        self._lit[key] = self.set_timer(_LIT_FOR, lambda: self._go_out(key))
        self.refresh(self.region_of(key))
        draw_at_once(self)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        key = self._at(event)
        if key:
            self.post_message(self.Pressed(key))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._come_near(self._at(event))

    def on_leave(self) -> None:
        self._come_near("")

    def _go_out(self, key: str) -> None:
        del self._lit[key]
        self.refresh(self.region_of(key))

    def _come_near(self, key: str) -> None:
        if key != self._near:
            changed = [self.region_of(each) for each in (key, self._near) if each]
            self._near = key
            self.refresh(*changed)

    def _at(self, event: events.MouseEvent) -> str:
        """The key under the mouse; empty where there is none."""
        at = event.offset
        under = (key for key in KEYS if self.region_of(key).contains_point(at))
        return next(under, "")


def _tall(room: int) -> tuple[int, int]:
    """Rows of a key, and between two, in so many rows."""
    if room < _RIMMED * _DOWN:
        return 1, 1
    return _RIMMED, int(room >= (_RIMMED + 1) * _DOWN - 1)


def _columns(room: int) -> tuple[tuple[int, int], ...]:
    """Where the keys of a row begin and end in so many columns."""
    keys = max(0, room - (_ACROSS - 1))
    ends = [at * keys // _ACROSS for at in range(_ACROSS + 1)]
    return tuple((ends[at] + at, ends[at + 1] + at) for at in range(_ACROSS))


def _row(row: int) -> str:
    return KEYS[row * _ACROSS : (row + 1) * _ACROSS]


@lru_cache(_MANY)
def _line(y: int, width: int, height: int, lit: frozenset[str], near: str) -> Parts:
    """A line of a keypad of a size; what is lit and near is of its row."""
    tall, apart = _tall(height)
    row, line = divmod(y, tall + apart)
    if line >= tall:
        return ()
    parts: list[tuple[str, str]] = []
    after = 0
    for key, (left, right) in zip(_row(row), _columns(width), strict=False):
        parts.append((" " * (left - after), ""))
        room = right - left
        parts += _key(key, line, (room, tall), lit=key in lit, near=key == near)
        after = right
    return tuple(parts)


def _key(key: str, y: int, size: tuple[int, int], *, lit: bool, near: bool) -> Parts:
    """A line of a key, with the rim that it has where it is tall enough."""
    width, tall = size
    if tall < _RIMMED:
        return _middle(key, width, lit=lit)
    rim = "lit-rim" if lit else "near" if near else "rim"
    if y != tall // 2:
        left, right = ("╭", "╮") if y == 0 else ("╰", "╯")
        return ((left + "─" * (width - 2) + right, rim),)
    return (("│", rim), *_middle(key, width - 2, lit=lit), ("│", rim))


def _middle(key: str, width: int, *, lit: bool) -> Parts:
    """A key's name, and its letters where they have room."""
    name, rest = ("lit-name", "lit") if lit else ("name", "key")
    broad = width >= _BROAD
    letters = f" {_LETTERS.get(key, ''):<4}" if broad else ""
    said = f" {key}" if broad else key
    left = (width - len(said) - len(letters)) // 2
    right = width - left - len(said) - len(letters)
    return ((" " * left, rest), (said, name), (letters + " " * right, rest))
