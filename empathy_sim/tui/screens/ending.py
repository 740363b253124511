"""The ending, in the story's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button

from empathy_sim.engine.moves import Proceed
from empathy_sim.tui.screens.framed import Answer, FramedScreen, paragraph


class EndingScreen(FramedScreen):
    """How it ended; one mark of how that feels."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "ending.tcss"]
    AUTO_FOCUS = "#feel"
    HELP = "How it ended. One mark of how it feels now lets the curve end here."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it feels now"),
        Binding("f5", "on", "Go on"),
    ]

    def _told(self) -> list[str]:
        face = self.port.scene().face
        return [each.says for each in face.told() if each.says] if face else []

    def heading(self) -> str:
        told = self._told()
        return told[0] if len(told) > 1 else "How it ended"

    def body(self) -> Iterator[Widget]:
        told = self._told()
        for says in told[1:] if len(told) > 1 else told:
            yield paragraph(says)

    def answers(self) -> Iterator[Widget]:
        yield Answer("How does it feel now?  F2", id="feel", variant="primary")
        yield Answer("Go on", id="on")

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Leave the story behind."""
        await self.submit(Proceed())

    @on(Button.Pressed, "#feel")
    def _asked(self) -> None:
        self.action_feel()

    @work(exclusive=True)
    async def action_feel(self) -> None:
        """Mark how it feels at the end, and go on."""
        if self.is_active and await self.ask_feeling():
            await self.submit(Proceed())
