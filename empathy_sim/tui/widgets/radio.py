"""One of several, of which one is taken."""

from __future__ import annotations

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
    """Radio buttons as on a web page: the arrows choose, and not only point."""

    def action_next_button(self) -> None:
        """Choose the next one."""
        super().action_next_button()
        self.action_toggle_button()

    def action_previous_button(self) -> None:
        """Choose the one before."""
        super().action_previous_button()
        self.action_toggle_button()
