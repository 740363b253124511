"""Says that something could not be saved."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Static

from empathy_sim.engine.moves import Move, Pause
from empathy_sim.tui.plain import plain

NOT_SAVED = "What happened last is not saved; everything before it is."
WHAT_NOW = "F5 tries again, Ctrl+Q closes the program."


class Unsaved(Static):
    """A calm banner, there only while what was done last is not kept."""

    DEFAULT_CSS = """
    Unsaved {
        display: none;
        width: 1fr;
        height: auto;
        max-height: 4;
        padding: 0 2;
        background: $warning;
        color: $background;
        pointer: pointer;
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Retried(Message):
        """It was clicked, to try again."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.pending: Move | None = None
        """The move that was not saved, where it can be made again as it was."""

    @property
    def is_shown(self) -> bool:
        """Whether something is not saved."""
        return bool(self.display)

    def warn(self, why: str, move: Move | None = None) -> None:
        """Say that a move, or what fell due by itself, is not saved."""
        self.pending = None if isinstance(move, Pause) else move
        self.update(plain(f"{NOT_SAVED} {why} {WHAT_NOW}"))
        self._set(shown=True)

    def settle(self) -> None:
        """Something has been saved since."""
        self.pending = None
        self._set(shown=False)

    def _set(self, *, shown: bool) -> None:
        if shown != self.is_shown:
            self.display = shown
            self.screen.refresh_bindings()

    def on_mount(self) -> None:
        self.display = False

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Retried())
