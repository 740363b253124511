"""The run sheet, at this moment."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from empathy_sim.tui.plain import plain
from empathy_sim.workshop.desk import Prompt


class SheetScreen(ModalScreen[None]):
    """What is to be done, said and asked now, to be read aloud from."""

    CSS_PATH = "board_sheet.tcss"
    AUTO_FOCUS = "#page"
    HELP = "What to do, to say and to ask at this moment, from the run sheet."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,v,q", "leave", "Back", key_display="esc"),
    ]

    def __init__(self, prompt: Prompt) -> None:
        """Show what the run sheet has."""
        super().__init__()
        self._prompt = prompt

    def compose(self) -> ComposeResult:
        prompt = self._prompt
        parts = (("Do", prompt.do), ("Say", prompt.say), ("Ask", prompt.ask))
        with VerticalScroll(id="page") as page:
            page.border_title = plain(prompt.heading).plain
            page.border_subtitle = "Escape goes back"
            for name, lines in parts:
                if lines:
                    yield Static(plain(name), classes="part")
                for line in lines:
                    yield Static(plain(line), classes="line")

    def action_leave(self) -> None:
        """Go back to the board."""
        if self.is_active:
            self.dismiss(None)
