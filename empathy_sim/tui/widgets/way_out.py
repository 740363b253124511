"""A way out in a window's corner."""

from __future__ import annotations

from textual import events

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.pressable import Pressable

_AGAIN = "Press again: "


class WayOut(Pressable):
    """Closes a window; it may end everything, and Tab comes by it unmeant.

    A click is meant. A key is asked for once more.
    """

    def __init__(self, label: str, option: str) -> None:
        """Make one.

        Args:
            label: what it does, in the author's words.
            option: what it stands for.
        """
        self._says = f"✕ {label}"
        self._is_asked = False
        super().__init__(plain(self._says), option, classes="-bar")

    def action_press(self) -> None:
        if self._is_asked:
            super().action_press()
        else:
            self._ask(asks=True)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        super().action_press()

    def on_blur(self) -> None:
        self._ask(asks=False)

    def _ask(self, *, asks: bool) -> None:
        if asks != self._is_asked:
            self._is_asked = asks
            self.update(plain(f"{_AGAIN}{self._says}" if asks else self._says))
