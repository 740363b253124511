"""What is said into a phone, typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.phone_keypad import KEYS


class SpokenLine(LineInput):
    """A line that is said; while it is empty, a digit may still be a key."""

    @dataclass
    class Keyed(Message):
        """A key of the phone was meant."""

        key: str

    def __init__(self, *, keys: bool) -> None:
        super().__init__(compact=True)
        self._keys = keys

    async def _on_key(self, event: events.Key) -> None:
        if self._keys and not self.value and (event.character or " ") in KEYS:
            event.prevent_default()
            event.stop()
            self.post_message(self.Keyed(event.character or ""))
            return
        await super()._on_key(event)


class PhoneLine(Vertical):
    """A label, a line to type in, and why it was not possible."""

    DEFAULT_CSS = """
    PhoneLine {
        width: 1fr;
        height: 4;
        padding: 0 2;
        border-top: solid $border-blurred;
        display: none;

        .label { width: 1fr; height: 1; color: $text-muted; text-overflow: ellipsis; }
        .why { width: 1fr; height: 1; color: $warning; text-overflow: ellipsis; }
        SpokenLine { width: 1fr; background: $panel; padding: 0 1; }
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    label = query_one(".label", Static)
    why = query_one(".why", Static)
    line = query_one(SpokenLine)

    @dataclass
    class Given(Message):
        """Something was said."""

        words: str

    def __init__(self, id: str, *, keys: bool = False) -> None:
        """Make a line.

        Args:
            id: its name on the screen.
            keys: whether a digit at its beginning is a key of the phone.
        """
        super().__init__(id=id)
        self._keys = keys
        self._asked = ""

    def compose(self) -> ComposeResult:
        yield Static("", markup=False, classes="label")
        yield SpokenLine(keys=self._keys)
        yield Static("", markup=False, classes="why")

    def offer(self, label: str, limit: int) -> None:
        """Ask for something, and wait for it; nothing is asked by an empty label."""
        if label == self._asked:
            return
        self._asked = label
        self.display = bool(label)
        self.refuse("")
        if label:
            self.label.update(plain(label), layout=False)
            self.line.max_length = self.line.most = max(1, limit)
            self.line.focus(scroll_visible=False)
        else:
            self.line.value = ""
            if self.line.has_focus:
                self.screen.set_focus(None)

    def refuse(self, says: str) -> bool:
        """Say beneath it why it was not possible; whether it stands there."""
        self.why.update(plain(says), layout=False)
        return bool(self._asked)

    @on(Input.Submitted)
    def _give(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        words = self.line.words
        self.refuse("")
        self.line.value = ""
        self.post_message(self.Given(words))
