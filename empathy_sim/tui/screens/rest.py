"""Rest: a still screen, and breathing on a key."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from empathy_sim.engine.moves import Proceed, Reflect
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.screens.framed import FramedScreen, keys
from empathy_sim.tui.widgets.line_input import LineInput

STILL = "Take a breath. There is no hurry."
_BREATH = (("in", (1, 2, 3, 4)), ("hold", (4, 4)), ("out", (4, 3, 3, 2, 2, 1)))
_SECONDS = sum(len(depths) for _, depths in _BREATH)


def breath(second: int) -> str:
    """A slow breath as it stands at a second: four in, two held, six out."""
    at = second % _SECONDS
    for word, depths in _BREATH:
        if at < len(depths):
            return f"{word}\n{'● ' * depths[at]}".rstrip()
        at -= len(depths)
    return ""


class RestScreen(FramedScreen):
    """Nothing to do; one word for how it was, by choice."""

    CSS_PATH = "rest.tcss"
    AUTO_FOCUS = "LineInput"
    HELP = """
Nothing happens here. F6 begins or ends a slow breath to follow. One word for how it
was, if one comes; then Enter.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "breathe", "Breathe"),
        Binding("escape", "on", "Go on", key_display="esc"),
    ]

    def __init__(self, port: SessionPort, kept_in: str) -> None:
        super().__init__(port, kept_in)
        self._breath: Timer | None = None
        self._second = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="still"):
            yield Static(STILL, id="says")
            yield Static("", id="breath", markup=False)
            yield LineInput(placeholder="One word for how it was, or Enter", id="word")
        yield keys()

    def action_breathe(self) -> None:
        """Begin a slow breath to follow, or end it."""
        shown = self.query_one("#breath", Static)
        if self._breath is not None:
            self._breath.stop()
            self._breath = None
            shown.update("", layout=False)
            return
        self._second = 0
        self._breath = self.set_interval(1.0, self._breathe)
        self._breathe()

    def _breathe(self) -> None:
        """Show the breath of this second; it moves once a second."""
        self.query_one("#breath", Static).update(breath(self._second), layout=False)
        self._second += 1

    @on(Input.Submitted)
    async def action_on(self) -> None:
        """Keep the word, if there is one, and go on."""
        word = self.query_one("#word", LineInput).words
        if word and not await self.submit(Reflect("one_word", word)):
            return
        await self.submit(Proceed())
