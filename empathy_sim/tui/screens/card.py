"""The card: who the participant is now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.engine.events import JourneyBegan
from empathy_sim.engine.moves import Proceed
from empathy_sim.line.contract import card
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, FramedScreen, paragraph

HELD = "What you have"


class CardScreen(FramedScreen):
    """Who, what for, why it matters today, and what there is to do it with."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "card.tcss"]
    AUTO_FOCUS = "#on"
    HELP = """
The customer you are. The facts are in your notebook all the way; they are copied by
hand, as a customer would. One mark of how it feels now makes the curve begin here.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it feels now"),
        Binding("f5", "on", "Go on"),
    ]

    def heading(self) -> str:
        return "Who you are"

    def body(self) -> Iterator[Widget]:
        scene = self.port.scene()
        first = self.port.log[0]
        name = first.cast.person.name if isinstance(first, JourneyBegan) else ""
        for at, text in enumerate(card(self.port.script, scene, name)):
            yield paragraph(text, "first" if at == 0 else "")
        with Vertical(id="held"):
            yield Static(HELD, classes="head")
            for fact in scene.notebook.facts:
                if not fact.on:
                    yield _pair(fact.says, fact.value)
            for gauge in scene.gauges:
                yield _pair(gauge.says, f"{gauge.left} left")

    def answers(self) -> Iterator[Widget]:
        yield Answer("Go on", id="on", variant="primary")
        yield Answer("How does it feel now?  F2", id="feel")

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
        if self.is_active and await self.ask_feeling():
            self.say("Noted.")


def _pair(says: str, value: str) -> Horizontal:
    return Horizontal(
        Static(plain(says), classes="says"),
        Static(plain(value), classes="value"),
        classes="pair",
    )
