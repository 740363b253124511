"""The run sheet, from this moment on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from empathy_sim.tui.plain import plain
from empathy_sim.workshop.desk import Prompt


class SheetScreen(ModalScreen[None]):
    """What is to be done, said and asked, to be read aloud from."""

    CSS_PATH = "board_sheet.tcss"
    AUTO_FOCUS = "#page"
    HELP = """
What to do, to say and to ask, from the run sheet. It opens at this moment; left and right
turn to what came before and what comes next, and change nothing in the room.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,v,q", "leave", "Back", key_display="esc"),
        Binding("left", "turn(-1)", "Before", key_display="←"),
        Binding("right", "turn(1)", "Next", key_display="→"),
    ]

    def __init__(self, prompts: tuple[Prompt, ...], now: int) -> None:
        """Show what the run sheet has.

        Args:
            prompts: all of it, in order; one at least.
            now: which of it is due.
        """
        super().__init__()
        self._prompts, self._now, self._at = prompts, now, now

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield from self._lines()

    def on_mount(self) -> None:
        self._entitle()

    def _lines(self) -> Iterator[Static]:
        prompt = self._prompts[self._at]
        parts = (("Do", prompt.do), ("Say", prompt.say), ("Ask", prompt.ask))
        for name, lines in parts:
            if lines:
                yield Static(plain(name), classes="part")
            for line in lines:
                yield Static(plain(line), classes="line")

    def _entitle(self) -> None:
        page, prompt = self.query_one("#page"), self._prompts[self._at]
        told = [prompt.heading, prompt.when, "now" * (self._at == self._now)]
        page.border_title = plain(" · ".join(filter(None, told))).plain
        turns = "← → turn it, " * (len(self._prompts) > 1)
        page.border_subtitle = plain(f"{turns}Escape goes back").plain

    async def action_turn(self, by: int) -> None:
        """Show what came before, or what comes next."""
        at = max(0, min(len(self._prompts) - 1, self._at + by))
        if at == self._at:
            return
        self._at = at
        page = self.query_one("#page", VerticalScroll)
        with self.app.batch_update():
            await page.remove_children()
            await page.mount(*self._lines())
        page.scroll_home(animate=False)
        self._entitle()

    def action_leave(self) -> None:
        """Go back to the board."""
        if self.is_active:
            self.dismiss(None)
