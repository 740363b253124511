"""The story stands still."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from empathy_sim.line.wording import PAUSED


class PausedScreen(ModalScreen[None]):
    """Covers the story until it is to go on."""

    CSS_PATH = "paused.tcss"
    AUTO_FOCUS = "#go-on"
    HELP = (
        "Nothing happens in the story until you go on. You may also close the program."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,f9", "go_on", "Go on", key_display="enter"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static(PAUSED, id="says", markup=False)
            yield Static(
                "Take the time you need. If you close the program, it waits here.",
                id="more",
            )
            yield Button("Go on", id="go-on", flat=True)

    @on(Button.Pressed)
    def action_go_on(self) -> None:
        """Let the story go on."""
        self.dismiss(None)
