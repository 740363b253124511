"""The month's report: all green."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid, Vertical
from textual.widgets import Button, Static

from empathy_sim.engine.moves import Proceed
from empathy_sim.journey.journey import ReportLine
from empathy_sim.line.contract import metric_name, report_intro
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import (
    Column,
    FramedScreen,
    keys,
    paragraph,
    title,
)

TRENDS = {"up": "↑", "down": "↓", "flat": "→"}


class Tile(Vertical):
    """One measure, met."""

    def __init__(self, line: ReportLine) -> None:
        super().__init__()
        self._line = line

    def compose(self) -> ComposeResult:
        line = self._line
        yield Static(plain(metric_name(line)), classes="metric")
        yield Static(plain(f"{line.reads}  {TRENDS[line.trend]}"), classes="reads")
        yield Static(plain(f"● on target ({line.target})"), classes="target")


class ReportScreen(FramedScreen):
    """The numbers that executives look at, before anything has happened."""

    CSS_PATH = "report.tcss"
    AUTO_FOCUS = "#on"
    HELP = "The company's month, as its own report shows it. It comes back at the end."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "on", "Go on")]

    def compose(self) -> ComposeResult:
        with Column():
            yield title("The month's report")
            yield paragraph(report_intro(self.port.script), "quiet")
            with ItemGrid(min_column_width=30, id="tiles"):
                for line in self.port.script.journey.report:
                    yield Tile(line)
            with Horizontal(classes="answers"):
                yield Button("Go on", id="on", variant="primary")
        yield keys()

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Put the report aside."""
        await self.submit(Proceed())
