"""What was just done, said on the board."""

from __future__ import annotations

from textual.timer import Timer
from textual.widgets import Static

from empathy_sim.tui.plain import plain

LASTS_S = 8.0
"""Seconds for which something stands there."""


class BoardSaid(Static):
    """Lines of their own that come, are read, and go; they lie over nothing."""

    DEFAULT_CSS = """
    BoardSaid {
        display: none;
        height: auto;
        max-height: 5;
        padding: 0 1;
        color: $text-success;
        background: $success-muted;

        &.-warns {
            color: $text-warning;
            background: $warning-muted;
        }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._until: Timer | None = None

    def say(self, text: str, *, warns: bool = False) -> None:
        """Say something for as long as it takes to read it.

        Args:
            text: the words.
            warns: whether something could not be done.
        """
        if self._until is not None:
            self._until.stop()
        self.set_class(warns, "-warns")
        self.update(plain(text))
        self.display = True
        self._until = self.set_timer(LASTS_S, self._leave)

    def _leave(self) -> None:
        self.display = False
