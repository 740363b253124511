"""The contract: what happens, what is kept."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid
from textual.widgets import Button, Static

from empathy_sim.engine.moves import Consent
from empathy_sim.line.contract import (
    DEPARTMENTS_ASKED,
    SERVICE_ASKED,
    UNINTERRUPTED_ASKED,
    clauses,
)
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Column, FramedScreen, keys, title
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.tick import Tick


class ContractScreen(FramedScreen):
    """One screen to agree to; two questions that may be skipped."""

    CSS_PATH = "contract.tcss"
    AUTO_FOCUS = "#begin"
    HELP = """
What you are about to do, what is kept of it and who sees it. Nothing begins before you
agree. The two questions may be left empty.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+enter,f5", "begin", "Begin", key_display="F5"),
    ]

    def compose(self) -> ComposeResult:
        script = self.port.script
        scene = self.port.scene()
        with Column():
            yield title(script.journey.title)
            for clause in clauses(script, scene.pace, kept_in=self.kept_in):
                with Horizontal(classes="clause"):
                    yield Static(clause.head, classes="head", markup=False)
                    yield Static(plain(clause.says), classes="says")
            offer = scene.offer("consent")
            if offer and offer.choices:
                yield Static(DEPARTMENTS_ASKED, classes="asked")
                with ItemGrid(min_column_width=20, id="departments"):
                    for department in offer.choices:
                        yield Tick(department, classes="department", compact=True)
            yield Static(SERVICE_ASKED, classes="asked")
            yield LineInput(
                placeholder="In your own words, or not at all", id="service"
            )
            yield Tick("Do not interrupt me", id="uninterrupted", compact=True)
            yield Static(UNINTERRUPTED_ASKED, classes="quiet")
            with Horizontal(classes="answers"):
                yield Button("Begin", id="begin", variant="primary")
                yield Button("Not now", id="leave")
        yield keys()

    @on(Button.Pressed, "#begin")
    async def action_begin(self) -> None:
        """Agree, with whatever was answered."""
        offer = self.port.scene().offer("consent")
        ticks = list(self.query(".department").results(Tick))
        names = offer.choices if offer else ()
        mine = tuple(
            name for name, tick in zip(names, ticks, strict=True) if tick.value
        )
        service = self.query_one("#service", LineInput).words
        uninterrupted = self.query_one("#uninterrupted", Tick).value
        await self.submit(Consent(mine, service, uninterrupted))

    @on(Button.Pressed, "#leave")
    async def _not_now(self) -> None:
        await self.action_leave()
