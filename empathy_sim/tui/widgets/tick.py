"""A box to tick, empty until it is."""

from __future__ import annotations

from textual.widgets import Checkbox

TICKED = {False: "[ ]", True: "[x]"}


class Tick(Checkbox):
    """A check box whose state shows without colour."""

    DEFAULT_CSS = """
    Tick {
        & > .toggle--button {
            color: $foreground;
            background: transparent;
        }
        &.-on > .toggle--button {
            color: $accent;
            background: transparent;
            text-style: bold;
        }
    }
    """
    BUTTON_LEFT = BUTTON_RIGHT = ""
    BUTTON_INNER = TICKED[False]

    def on_mount(self) -> None:
        self.BUTTON_INNER = TICKED[self.value]

    def watch_value(self) -> None:
        self.BUTTON_INNER = TICKED[self.value]
        super().watch_value()
