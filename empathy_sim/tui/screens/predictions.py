"""Predictions: numbers guessed before anything is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from empathy_sim.engine.moves import Predict, Proceed
from empathy_sim.engine.scene import Offer
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, FramedScreen, paragraph
from empathy_sim.tui.widgets.line_input import LineInput

WHY = "Guess before you know. Afterwards your guesses stand beside what was measured."
NUMBER = "A whole number, please, or nothing."


class PredictionsScreen(FramedScreen):
    """A field for each prediction; any may be left empty."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "predictions.tcss"]
    AUTO_FOCUS = "LineInput"
    HELP = """
A whole number for each question; Enter goes to the next. Leave empty what you would
rather not guess.
"""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "on", "Go on")]

    def heading(self) -> str:
        return "Before it begins"

    def _asked(self) -> list[Offer]:
        offers = self.port.scene().offers
        return [offer for offer in offers if offer.sort == "predict"]

    def body(self) -> Iterator[Widget]:
        units = {each.id: each.unit for each in self.port.script.journey.predictions}
        yield paragraph(WHY, "quiet")
        for at, offer in enumerate(self._asked()):
            with Horizontal(classes="prediction"):
                yield Static(plain(offer.label), classes="asks")
                yield LineInput(id=f"guess-{at}", most=4, compact=True, classes="guess")
                yield Static(plain(units.get(offer.id, "")), classes="unit")

    def answers(self) -> Iterator[Widget]:
        yield Answer("Go on", id="on", variant="primary")

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Keep the guesses and begin; a guess that is none is said so."""
        for at, offer in enumerate(self._asked()):
            line = self.query_one(f"#guess-{at}", LineInput)
            if line.words and not await self._kept(offer, line.words):
                line.focus()
                return
        await self.submit(Proceed())

    async def _kept(self, offer: Offer, words: str) -> bool:
        if not (words.isascii() and words.isdecimal()):
            self.say(NUMBER)
            return False
        return await self.submit(Predict(offer.id, int(words)))
