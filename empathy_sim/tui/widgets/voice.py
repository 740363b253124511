"""The frame's one quiet line."""

from __future__ import annotations

from textual.widgets import Static

from empathy_sim.line.wording import later
from empathy_sim.tui.plain import plain

ASKS = "How does it feel? F2 marks it; or go on."
_STAYS = 9.0
"""Seconds that a passing sentence stays."""


class FrameVoice(Static):
    """Says when time has jumped, what was not possible, and asks how it feels."""

    DEFAULT_CSS = """
    FrameVoice {
        height: 1;
        padding: 0 1;
        color: $text-muted;
        text-style: italic;
        text-overflow: ellipsis;
    }
    FrameVoice.-asking {
        color: $accent;
    }
    FrameVoice.-warning {
        color: $warning;
        text-style: bold;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._asked = False
        self._passing = ""

    def say(self, says: str) -> None:
        """Say something that passes."""
        self._passing = says
        self.remove_class("-warning")
        self._write()
        self.set_timer(_STAYS, lambda: self._pass(says))

    def warn(self, says: str) -> None:
        """Say something that stays until something else is said."""
        self._passing = says
        self.add_class("-warning")
        self._write()

    def jumped(self, length_ms: int, spared: int) -> None:
        """Say how far the clock has jumped."""
        self.say(later(length_ms, spared))

    def ask(self, *, asked: bool) -> None:
        """Ask how it feels, or stop asking."""
        if asked != self._asked:
            self._asked = asked
            self._write()

    def _pass(self, says: str) -> None:
        if self._passing == says:
            self._passing = ""
            self._write()

    def _write(self) -> None:
        words = self._passing or (ASKS if self._asked else "")
        self.set_class(self._asked and not self._passing, "-asking")
        self.update(plain(words), layout=False)
