"""An app that the shell brings back."""

from __future__ import annotations

from typing import Generic

from textual import on
from textual.app import App, ReturnType
from textual.driver import Driver


class BroughtBack(App[ReturnType], Generic[ReturnType]):
    """An app that is whole again after ctrl+z and `fg`."""

    @on(Driver.SignalResume)
    def draw_anew(self) -> None:
        """Draw every line: the terminal has forgotten what it showed."""
        # Textual itself draws what has changed since, and most often nothing has.
        self.refresh(layout=True)
