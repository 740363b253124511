"""The contract: what happens, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid, Vertical
from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.engine.moves import Consent, Leave
from empathy_sim.line.contract import (
    DEPARTMENTS_ASKED,
    SERVICE_ASKED,
    UNINTERRUPTED_ASKED,
    Clause,
    clauses,
)
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, FramedScreen
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.tick import TICKED, Tick

_NARROWEST, _WIDEST = 15, 31
"""Columns of a department, as its name needs them and the page has them."""


class ContractScreen(FramedScreen):
    """One screen to agree to; two questions that may be skipped."""

    TAKEN: ClassVar[tuple[int, int]] = (5, 12)
    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "contract.tcss"]
    AUTO_FOCUS = "#begin"
    HELP = """
What you are about to do, what is kept of it and who sees it. Nothing begins before you
agree. Both questions may be left empty; Tab goes from one to the next.
"""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "begin", "Begin")]

    def heading(self) -> str:
        return self.port.script.journey.title

    def beside(self) -> str:
        return "Before you begin"

    def body(self) -> Iterator[Widget]:
        with Horizontal(id="both"):
            with Vertical(id="clauses"):
                for clause in self._clauses():
                    yield Static(_worded(clause), classes="clause")
            with Vertical(id="asked"):
                yield from self._asked()

    def _clauses(self) -> tuple[Clause, ...]:
        port = self.port
        return clauses(
            port.script,
            port.log,
            port.scene().pace,
            kept_in=self.kept_in,
            words_days=port.words_days,
        )

    def _asked(self) -> Iterator[Widget]:
        offer = self.port.scene().offer("consent")
        if offer and offer.choices:
            yield Static(_asked(DEPARTMENTS_ASKED))
            longest = max(map(len, offer.choices)) + len(TICKED[True]) + 1
            column = min(_WIDEST, max(_NARROWEST, longest))
            with ItemGrid(min_column_width=column, id="departments"):
                for department in offer.choices:
                    yield Tick(plain(department), classes="department", compact=True)
        yield Static(_asked(SERVICE_ASKED))
        yield LineInput(placeholder="In your own words", id="service", compact=True)
        yield Tick("Do not interrupt me", id="uninterrupted", compact=True)
        yield Static(UNINTERRUPTED_ASKED, classes="quiet")

    def answers(self) -> Iterator[Widget]:
        yield Answer("Begin", id="begin", variant="primary")
        yield Answer("Not now", id="not-now")

    @on(Button.Pressed, "#begin")
    async def action_begin(self) -> None:
        """Agree, with whatever was answered."""
        offer = self.port.scene().offer("consent")
        if offer is None:
            return
        ticks = self.query(".department").results(Tick)
        both = zip(offer.choices, ticks, strict=True)
        mine = tuple(name for name, tick in both if tick.value)
        service = self.query_one("#service", LineInput).words
        uninterrupted = self.query_one("#uninterrupted", Tick).value
        await self.submit(Consent(mine, service, uninterrupted))

    @on(Button.Pressed, "#not-now")
    async def _not_now(self) -> None:
        await self.submit(Leave())


def _worded(clause: Clause) -> Content:
    head = Content.styled(plain(clause.head).plain, "bold $accent")
    return Content.assemble(head, "  ", plain(clause.says))


def _asked(text: str) -> Content:
    """A question, and more quietly what is said of it."""
    question, mark, more = text.partition("?")
    return Content.assemble((question + mark, "bold"), (more, "$text-muted"))
