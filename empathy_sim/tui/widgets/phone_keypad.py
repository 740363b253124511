"""The keys of a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

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


class Key(Widget):
    """One key; it lights up for a moment when it is pressed, by whatever hand."""

    DEFAULT_CSS = """
    Key {
        width: 1fr;
        height: 1fr;
        border: round $border-blurred;
        background: $surface;
        color: $foreground;
        content-align: center middle;
        pointer: pointer;
    }
    Key:hover { border: round $company; }
    Key.-lit {
        border: round $company-fill;
        background: $company-fill;
        color: $company-on-fill;
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Pressed(Message):
        """It was clicked."""

        key: str

    def __init__(self, key: str) -> None:
        super().__init__(id=f"key-{_NAMES.get(key, key)}")
        self.key = key
        self._out: Timer | None = None

    def render(self) -> Content:
        letters = _LETTERS.get(self.key, "")
        if self.size.width >= _BROAD:
            return Content.assemble((f" {self.key}", "bold"), f" {letters:<4}")
        return Content.styled(self.key, "bold")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self.key))

    def light_up(self) -> None:
        """Show that it is pressed."""
        if self._out is not None:
            self._out.stop()
        self.add_class("-lit")
        self._out = self.set_timer(_LIT_FOR, lambda: self.remove_class("-lit"))


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
