"""The month's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button

from empathy_sim.engine.moves import Proceed
from empathy_sim.line.contract import report_intro
from empathy_sim.tui.screens.framed import Answer, FramedScreen, paragraph
from empathy_sim.tui.widgets.tile import Tiles


class ReportScreen(FramedScreen):
    """The numbers that executives look at, before anything has happened."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "report.tcss"]
    AUTO_FOCUS = "#on"
    HELP = "The company's month, as its own report shows it. It comes back at the end."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "on", "Go on")]

    def heading(self) -> str:
        return "The month's report"

    def body(self) -> Iterator[Widget]:
        yield paragraph(report_intro(self.port.script), "quiet")
        yield Tiles(self.port.script.journey.report)

    def answers(self) -> Iterator[Widget]:
        yield Answer("Go on", id="on", variant="primary")

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Put the report aside."""
        await self.submit(Proceed())
