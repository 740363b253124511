"""Predictions: numbers guessed before anything is known."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from empathy_sim.engine.moves import Predict, Proceed
from empathy_sim.engine.scene import Offer
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import (
    Column,
    FramedScreen,
    keys,
    paragraph,
    title,
)
from empathy_sim.tui.widgets.line_input import LineInput

WHY = "Guess before you know. Afterwards they stand beside what was measured."


class PredictionsScreen(FramedScreen):
    """A field for each prediction; any may be left empty."""

    CSS_PATH = "predictions.tcss"
    AUTO_FOCUS = "LineInput"
    HELP = (
        "A whole number for each question. Leave empty what you would rather not guess."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "on", "Go on")]

    def _asked(self) -> list[Offer]:
        offers = self.port.scene().offers
        return [offer for offer in offers if offer.sort == "predict"]

    def compose(self) -> ComposeResult:
        with Column():
            yield title("Before it begins")
            yield paragraph(WHY, "quiet")
            for at, offer in enumerate(self._asked()):
                with Horizontal(classes="prediction"):
                    yield Static(plain(offer.label), classes="asks")
                    yield LineInput(id=f"guess-{at}", most=4)
            with Horizontal(classes="answers"):
                yield Button("Go on", id="on", variant="primary")
        yield keys()

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Keep the guesses and begin; a guess that is none is said so."""
        for at, offer in enumerate(self._asked()):
            line = self.query_one(f"#guess-{at}", LineInput)
            words = line.words
            if not words:
                continue
            if not words.isdecimal():
                self.notify("A whole number, please, or nothing.")
                line.focus()
                return
            if not await self.submit(Predict(offer.id, int(words))):
                line.focus()
                return
        await self.submit(Proceed())
