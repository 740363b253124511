"""What the board asks whoever runs the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from empathy_sim.tui.plain import plain

_LONGEST = 300


class ChooseScreen(ModalScreen[str | None]):
    """Some sentences to choose from, and room for another one."""

    CSS_PATH = "board_asked.tcss"
    AUTO_FOCUS = "OptionList"
    HELP = "Choose a line with the arrows and Enter, or write your own."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="esc"),
    ]

    def __init__(
        self,
        question: str,
        offered: tuple[str, ...],
        *,
        own: str = "",
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """Ask.

        Args:
            question: what is asked.
            offered: the sentences.
            own: what stands where one's own words go; empty where there is no room.
            keys: which key chooses which sentence at once.
        """
        super().__init__()
        self._question, self._offered, self._own = question, offered, own
        self._keys = keys or {}

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static(plain(self._question), id="question")
            yield OptionList(*(Option(plain(each)) for each in self._offered))
            if self._own:
                yield Input(placeholder=self._own, max_length=_LONGEST)
            yield Static("Enter takes the line, Escape goes back.", id="how")

    def on_key(self, event: events.Key) -> None:
        """Choose a sentence by its key."""
        if event.key in self._keys:
            event.stop()
            self._answer(self._keys[event.key])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._answer(self._offered[event.option_index])

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        self._answer(event.value.strip() or None)

    def action_leave(self) -> None:
        """Go back without an answer."""
        self._answer(None)

    def _answer(self, answer: str | None) -> None:
        # A second key may come before the first has closed it.
        if self.is_active:
            self.dismiss(answer)


class WriteScreen(ModalScreen[str | None]):
    """One line to write."""

    CSS_PATH = "board_asked.tcss"
    AUTO_FOCUS = "Input"
    HELP = "Write a line; Enter takes it, Escape goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="esc"),
    ]

    def __init__(self, question: str, hint: str, says: str = "") -> None:
        """Ask for a line.

        Args:
            question: what is asked.
            hint: stands where the line goes, as long as it is empty.
            says: what else is to be known.
        """
        super().__init__()
        self._question, self._hint, self._says = question, hint, says

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static(plain(self._question), id="question")
            if self._says:
                yield Static(plain(self._says), id="says")
            yield Input(placeholder=self._hint, max_length=_LONGEST)
            yield Static("Enter takes it, Escape goes back.", id="how")

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        if self.is_active:
            self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Go back without an answer."""
        if self.is_active:
            self.dismiss(None)
