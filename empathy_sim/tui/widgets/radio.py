"""One of several, of which one is taken."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import RadioButton, RadioSet

TAKEN = {False: "( )", True: "(•)"}


class RadioChoice(RadioButton):
    """A radio button whose state shows without colour."""

    DEFAULT_CSS = """
    RadioChoice {
        & > .toggle--button {
            color: $foreground;
            background: transparent;
        }
        &.-on > .toggle--button {
            color: $company;
            background: transparent;
            text-style: bold;
        }
    }
    """
    BUTTON_LEFT = BUTTON_RIGHT = ""
    BUTTON_INNER = TAKEN[False]

    def on_mount(self) -> None:
        self.BUTTON_INNER = TAKEN[self.value]

    def watch_value(self) -> None:
        self.BUTTON_INNER = TAKEN[self.value]
        super().watch_value()


class Radios(RadioSet):
    """Radio buttons as on a web page: the arrows choose, and not only point.

    Enter chooses too, and goes on from what is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right", "choose(1)", "Next", show=False),
        Binding("up,left", "choose(-1)", "Previous", show=False),
        Binding("enter", "take_or_go_on", "Choose, or go on", show=False),
    ]

    def action_choose(self, by: int) -> None:
        """Choose the next one, or the one before."""
        (self.action_next_button if by > 0 else self.action_previous_button)()
        self.action_toggle_button()

    def action_take_or_go_on(self) -> None:
        """Choose the one that is marked; from the chosen one, go to the next field."""
        if self.pressed_index >= 0 and self.pressed_index == self._selected:
            self.screen.focus_next()
        else:
            self.action_toggle_button()
