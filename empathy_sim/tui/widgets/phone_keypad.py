"""The keys of a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer

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
        left, right = self._columns()[column]
        tall, apart = self._tall()
        return Region(left, row * (tall + apart), right - left, tall)

    def parts(self, y: int) -> Parts:
        """Each key's digit in its middle, letters where they have room; rims around."""
        tall, apart = self._tall()
        row, line = divmod(y, tall + apart)
        if row >= _DOWN or line >= tall:
            return ()
        parts: list[tuple[str, str]] = []
        after = 0
        keys = KEYS[row * _ACROSS :]
        for key, (left, right) in zip(keys, self._columns(), strict=False):
            parts.append((" " * (left - after), ""))
            parts += self._line_of(key, line, right - left, tall)
            after = right
        return tuple(parts)

    def light_up(self, key: str) -> None:
        """Show that a key is pressed."""
        if key in self._lit:
            self._lit[key].stop()
        self._lit[key] = self.set_timer(_LIT_FOR, lambda: self._go_out(key))
        self.refresh(self.region_of(key))

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

    def _tall(self) -> tuple[int, int]:
        """Rows of a key, and between two."""
        room = self.size.height
        if room < _RIMMED * _DOWN:
            return 1, 1
        return _RIMMED, int(room >= (_RIMMED + 1) * _DOWN - 1)

    def _columns(self) -> tuple[tuple[int, int], ...]:
        """Where the keys of a row begin and end."""
        room = max(0, self.size.width - (_ACROSS - 1))
        ends = [at * room // _ACROSS for at in range(_ACROSS + 1)]
        return tuple((ends[at] + at, ends[at + 1] + at) for at in range(_ACROSS))

    def _line_of(self, key: str, y: int, width: int, tall: int) -> Parts:
        lit = key in self._lit
        if tall < _RIMMED:
            return _middle(key, width, lit=lit)
        rim = "lit-rim" if lit else "near" if key == self._near else "rim"
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
