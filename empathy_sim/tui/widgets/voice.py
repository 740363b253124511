"""The frame's one quiet line."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events as ui
from textual.message import Message
from textual.widgets import Static

from empathy_sim.engine import events as e
from empathy_sim.engine.voices import SEEN
from empathy_sim.line.wording import later
from empathy_sim.tui.plain import plain

ASKS = "How does it feel? F2 marks it; or go on."
_STAYS = 9.0
"""Seconds that a passing sentence stays."""


class FrameVoice(Static):
    """Says when time has jumped, what was not possible, and asks how it feels."""

    DEFAULT_CSS = """
    FrameVoice {
        width: 1fr;
        height: 1;
        padding: 0 2;
        color: $text-muted;
        text-style: italic;
        text-overflow: ellipsis;
    }
    FrameVoice.-asking {
        color: $accent;
        text-style: bold;
        pointer: pointer;
    }
    FrameVoice.-jumped {
        color: $accent;
        text-style: bold italic;
    }
    """
    ALLOW_SELECT = False

    class Answered(Message):
        """The question how it feels was clicked."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._asked = False
        self._passing = ""
        self._jumped = False
        self._not_heard = 0

    def hear(self, happened: Iterable[e.Event]) -> None:
        """Say what of this the frame tells: jumps of the clock, what ran low."""
        for event in happened:
            match event:
                case e.Announced(heard=False, sort=sort):
                    self._not_heard += sort not in SEEN
                case e.TimeCut(length_ms=length):
                    self.jumped(length, self._not_heard)
                    self._not_heard = 0
                case e.ResourceCrossed(says=says) if says:
                    self.say(says)
                case _:
                    pass

    def say(self, says: str) -> None:
        """Say something that passes."""
        self._say(says, jumped=False)

    def jumped(self, length_ms: int, spared: int) -> None:
        """Say how far the clock has jumped, and how many announcements were spared."""
        self._say(later(length_ms, spared), jumped=True)

    def ask(self, *, asked: bool) -> None:
        """Ask how it feels, or stop asking."""
        if asked != self._asked:
            self._asked = asked
            self._write()

    def on_click(self, event: ui.Click) -> None:
        """A click answers, where something is asked."""
        event.stop()
        if self.has_class("-asking"):
            self.post_message(self.Answered())

    def _say(self, says: str, *, jumped: bool) -> None:
        self._passing, self._jumped = says, jumped
        self._write()
        self.set_timer(_STAYS, lambda: self._pass(says))

    def _pass(self, says: str) -> None:
        if self._passing == says:
            self._passing = ""
            self._write()

    def _write(self) -> None:
        words = self._passing or (ASKS if self._asked else "")
        self.set_class(self._asked and not self._passing, "-asking")
        self.set_class(self._jumped and bool(self._passing), "-jumped")
        self.update(plain(words), layout=False)
