"""One question, two answers."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from empathy_sim.tui.plain import plain


class ConfirmScreen(ModalScreen[bool]):
    """Asks before something that cannot be taken back; `escape` is a no."""

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = "#no"
    HELP = "A question with two answers. Nothing happens before you choose one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer(False)", "No", key_display="esc"),
        Binding("y", "answer(True)", "Yes"),
        Binding("left", "app.focus_previous", "Other answer", show=False),
        Binding("right", "app.focus_next", "Other answer", show=False),
        Binding("up,pageup", "scroll_text(-3)", "Up", show=False),
        Binding("down,pagedown", "scroll_text(3)", "Down", show=False),
    ]

    def __init__(
        self, question: str, *, yes: str, no: str, consequence: str = ""
    ) -> None:
        """Ask.

        Args:
            question: What is asked, in one line: "Leave the journey?".
            yes: What the button says that does it: "Leave".
            no: What the button says that goes back: "Stay".
            consequence: What then happens; empty when the question says it. It
                scrolls where it is long.
        """
        super().__init__()
        self._question = question
        self._consequence = consequence
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static(plain(self._question), id="question")
            if self._consequence:
                with VerticalScroll(id="consequence", can_focus=False):
                    yield Static(plain(self._consequence))
            with Horizontal(id="answers"):
                yield Button(plain(self._no), id="no", flat=True)
                yield Button(plain(self._yes), id="yes", flat=True)

    @on(Button.Pressed, "#yes")
    def _agree(self) -> None:
        self.action_answer(True)

    @on(Button.Pressed, "#no")
    def _decline(self) -> None:
        self.action_answer(False)

    def action_scroll_text(self, lines: int) -> None:
        """Move what then happens by some lines, where there is more of it."""
        for text in self.query("#consequence"):
            text.scroll_relative(y=lines, animate=False)

    def action_answer(self, answer: bool) -> None:
        # A second key may come before the first has closed it.
        if self.is_active:
            self.dismiss(answer)
