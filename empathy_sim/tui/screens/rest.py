"""Rest: a still screen, and breathing on a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.timer import Timer
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from empathy_sim.engine.moves import Proceed, Reflect
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, FramedScreen
from empathy_sim.tui.widgets.line_input import LineInput

STILL = "Take a breath. There is no hurry."
BREATH = (("in", (1, 2, 3, 4)), ("hold", (4, 4)), ("out", (4, 3, 3, 2, 2, 1)))
SECONDS = sum(len(depths) for _, depths in BREATH)


def breath(second: int) -> str:
    """A slow breath as it stands at a second: four in, two held, six out."""
    at = second % SECONDS
    for word, depths in BREATH:
        if at < len(depths):
            return f"{' '.join('●' * depths[at])}\n\n{word}"
        at -= len(depths)
    return ""


class RestScreen(FramedScreen):
    """Nothing to do; one word for how it was, by choice."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "rest.tcss"]
    AUTO_FOCUS = "LineInput"
    HELP = """
Nothing happens here. F6 begins or ends a slow breath to follow. One word for how it
was, if one comes; then Enter.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "breathe", "Breathe"),
        Binding("f5", "on", "Go on"),
    ]

    breathing = query_one("#breath", Static)

    def __init__(self, port: SessionPort, kept_in: str) -> None:
        super().__init__(port, kept_in)
        self._breath: Timer | None = None
        self._second = 0

    def body(self) -> Iterator[Widget]:
        yield Static(STILL, id="still")
        yield Static("", id="breath", markup=False)
        yield LineInput(placeholder="One word for how it was, or none", id="word")

    def answers(self) -> Iterator[Widget]:
        yield Answer("Go on", id="on", variant="primary")
        yield Answer("Breathe  F6", id="breathe")

    @on(Button.Pressed, "#breathe")
    def action_breathe(self) -> None:
        """Begin a slow breath to follow, or end it."""
        if self._breath is not None:
            self._breath.stop()
            self._breath = None
            self.breathing.update("", layout=False)
            return
        self._second = 0
        self._breath = self.set_interval(1.0, self._breathe)
        self._breathe()

    def _breathe(self) -> None:
        """Show the breath of this second; it moves once a second."""
        self.breathing.update(plain(breath(self._second)), layout=False)
        self._second += 1

    @on(Input.Submitted)
    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Keep the word, if there is one, and go on."""
        word = self.query_one("#word", LineInput).words
        if word and not await self.submit(Reflect("one_word", word)):
            return
        await self.submit(Proceed())
