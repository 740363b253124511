"""The ending, in the story's words."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button

from empathy_sim.engine.moves import Proceed, React
from empathy_sim.tui.screens.feeling import FeelingScreen, Felt
from empathy_sim.tui.screens.framed import (
    Column,
    FramedScreen,
    keys,
    paragraph,
    title,
)


class EndingScreen(FramedScreen):
    """How it ended; one mark of how that feels."""

    AUTO_FOCUS = "#feel"
    HELP = "How it ended. One mark of how it feels now lets the curve end here."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it feels now"),
        Binding("escape", "on", "Go on", key_display="esc"),
    ]

    def compose(self) -> ComposeResult:
        face = self.port.scene().face
        told = [each.says for each in face.told() if each.says] if face else []
        with Column():
            for at, says in enumerate(told):
                yield title(says) if at == 0 and len(told) > 1 else paragraph(says)
            with Horizontal(classes="answers"):
                yield Button("How does it feel now?  F2", id="feel", variant="primary")
                yield Button("Go on", id="on")
        yield keys()

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
        felt: Felt | None = await self.app.push_screen_wait(FeelingScreen())
        if felt is not None and await self.submit(
            React(felt.pleasant, felt.aroused, felt.words, felt.aha)
        ):
            await self.submit(Proceed())
