"""The card: who the participant is now."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from empathy_sim.engine.events import JourneyBegan
from empathy_sim.engine.moves import Proceed, React
from empathy_sim.line.contract import card
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.feeling import FeelingScreen, Felt
from empathy_sim.tui.screens.framed import (
    Column,
    FramedScreen,
    keys,
    paragraph,
    title,
)


class CardScreen(FramedScreen):
    """Who, what for, why it matters today, and what there is to do it with."""

    CSS_PATH = "card.tcss"
    AUTO_FOCUS = "#on"
    HELP = """
The customer you are. The facts are in your notebook all the way; they are copied by
hand, as a customer would. One mark of how it feels now makes the curve begin here.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it feels now"),
        Binding("enter", "on", "Go on"),
    ]

    def compose(self) -> ComposeResult:
        scene = self.port.scene()
        first = self.port.log[0]
        name = first.cast.person.name if isinstance(first, JourneyBegan) else ""
        with Column():
            yield title("You are")
            for at, text in enumerate(card(self.port.script, scene, name)):
                yield paragraph(text, "first" if at == 0 else "")
            with Vertical(id="held"):
                for fact in scene.notebook.facts:
                    yield _pair(
                        fact.says, fact.value + (f"  ({fact.on})" * bool(fact.on))
                    )
                for gauge in scene.gauges:
                    yield _pair(gauge.says, gauge.left)
            with Horizontal(classes="answers"):
                yield Button("Go on", id="on", variant="primary")
                yield Button("How does it feel now?  F2", id="feel")
        yield keys()

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Become this customer."""
        await self.submit(Proceed())

    @on(Button.Pressed, "#feel")
    def _asked(self) -> None:
        self.action_feel()

    @work(exclusive=True)
    async def action_feel(self) -> None:
        """Mark how it feels before it begins."""
        felt: Felt | None = await self.app.push_screen_wait(FeelingScreen())
        if felt is not None and await self.submit(
            React(felt.pleasant, felt.aroused, felt.words, felt.aha)
        ):
            self.notify("Noted.")


def _pair(says: str, value: str) -> Horizontal:
    return Horizontal(
        Static(plain(says), classes="head"),
        Static(plain(value), classes="value"),
        classes="pair",
    )
