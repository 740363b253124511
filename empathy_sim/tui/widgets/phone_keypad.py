"""The keys of a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid
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
_LIT_FOR = 0.3
"""Seconds."""
_BROAD = 7
"""Columns from which a key has room for its letters."""
_RIMMED = 3
"""Rows from which it has a rim."""


class Key(QuickLines):
    """One key; it lights up for a moment when it is pressed, by whatever hand."""

    DEFAULT_CSS = """
    Key {
        width: 1fr;
        height: 1fr;
        background: $surface;
        color: $foreground;
        pointer: pointer;

        .key--name { text-style: bold; }
        .key--rim { color: $border-blurred; }
        .key--near { color: $company; }
        .key--lit { color: $company-on-fill; background: $company-fill; }
        .key--lit-name {
            color: $company-on-fill;
            background: $company-fill;
            text-style: bold;
        }
        .key--lit-rim { color: $company-fill; background: $company-fill; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"key--{look}" for look in ("name", "rim", "near", "lit", "lit-name", "lit-rim")
    }
    PREFIX: ClassVar[str] = "key"

    @dataclass
    class Pressed(Message):
        """It was clicked."""

        key: str

    def __init__(self, key: str) -> None:
        super().__init__(id=f"key-{_NAMES.get(key, key)}")
        self.key = key
        self._is_lit = False
        self._out: Timer | None = None

    @property
    def is_lit(self) -> bool:
        """Whether it was pressed a moment ago."""
        return self._is_lit

    def parts(self, y: int) -> Parts:
        """Its digit in the middle, its letters where they have room; a rim around."""
        width, height = self.size
        if height < _RIMMED:
            return self._middle(width) if y == height // 2 else self._blank(width)
        if y in {0, height - 1}:
            left, right = ("╭", "╮") if y == 0 else ("╰", "╯")
            return ((left + "─" * (width - 2) + right, self._rim),)
        within = width - 2
        middle = y == height // 2
        inside = self._middle(within) if middle else self._blank(within)
        return (("│", self._rim), *inside, ("│", self._rim))

    @property
    def _rim(self) -> str:
        if self._is_lit:
            return "lit-rim"
        return "near" if self.mouse_hover else "rim"

    def _blank(self, width: int) -> Parts:
        return ((" " * width, "lit" if self._is_lit else ""),)

    def _middle(self, width: int) -> Parts:
        name, rest = ("lit-name", "lit") if self._is_lit else ("name", "")
        letters = f" {_LETTERS.get(self.key, ''):<4}" if width >= _BROAD else ""
        said = f" {self.key}" if letters else self.key
        left = (width - len(said) - len(letters)) // 2
        right = width - left - len(said) - len(letters)
        return ((" " * left, rest), (said, name), (letters + " " * right, rest))

    def watch_mouse_hover(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self.key))

    def light_up(self) -> None:
        """Show that it is pressed."""
        if self._out is not None:
            self._out.stop()
        self._light(lit=True)
        self._out = self.set_timer(_LIT_FOR, self._go_out)

    def _go_out(self) -> None:
        self._light(lit=False)

    def _light(self, *, lit: bool) -> None:
        self._is_lit = lit
        self.refresh()


_NAMES = {"*": "star", "#": "hash"}


class Keypad(Grid):
    """Twelve keys, to click; digits on the keyboard press them too."""

    DEFAULT_CSS = """
    Keypad {
        grid-size: 3 4;
        grid-gutter: 0 1;
        width: 1fr;
        height: auto;
        grid-rows: 3;
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self._keys = {key: Key(key) for key in KEYS}

    def compose(self) -> ComposeResult:
        yield from self._keys.values()

    def light_up(self, key: str) -> None:
        """Show that a key is pressed."""
        self._keys[key].light_up()
