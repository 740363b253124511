"""What a year of this comes to."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.money import Saved, Span, Year, YearLine, saved_by, year_of
from empathy_sim.debrief.phrases import capital, sentence
from empathy_sim.engine.resolutions import Weigh
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_figure import FigureView, amount
from empathy_sim.tui.widgets.debrief_page import (
    DebriefPage,
    Decide,
    about,
    subtitle,
)

ASKS = "Three numbers, in your own currency. Change any; say whose it is."
COMES_TO = "In a year"
SAVED = "What a fix would save"
NO_FIX = "Live a stage again with something mended, and it is worked out here."
SIMULATED = "Simulated, if it did for all of them what it did for this one."


class YearPage(DebriefPage):
    """Three numbers to change, what follows from them, and by which rules."""

    DEFAULT_CSS = """
    YearPage .comes-to { height: auto; }
    YearPage .rule { color: $text-muted; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        year = self._year()
        yield about(ASKS)
        for figure in year.figures:
            yield FigureView(figure, live=self.record.live)
        yield Vertical(*self._sums(year), classes="comes-to")

    def _year(self) -> Year:
        debrief = self.record.debrief
        held = debrief.decisions.figures
        return year_of(debrief.lived, debrief.ended.outcome, held)

    def _sums(self, year: Year) -> Iterator[Widget]:
        yield subtitle(COMES_TO)
        for line in year.lines:
            yield Static(line_of(line))
            yield Static(plain(line.rule), classes="rule")
        total = f"Together, in money: {span(year.total, 'money')}."
        yield Static(plain(total), classes="strong")
        yield from self._saved()
        for says in year.assumed:
            yield Static(plain(says), classes="rule")
        yield Static(plain(year.source), classes="rule")

    def _saved(self) -> Iterator[Widget]:
        yield Static("", classes="gap")
        yield subtitle(SAVED)
        if not self.record.wholes:
            yield about(NO_FIX)
            return
        held = self.record.debrief.decisions.figures
        causes = {each.id: each for each in self.record.debrief.causes}
        for fix, whole in self.record.wholes.items():
            saved = saved_by(whole.before, whole.after, held)
            if fix in causes:
                yield Static(plain(sentence(causes[fix].fix.change)))
            yield Static(plain(_saves(saved)), classes="strong")
        yield about(SIMULATED)

    @on(FigureView.Given)
    def _given(self, given: FigureView.Given) -> None:
        given.stop()
        weighed = Weigh(given.figure, given.value, given.ground, given.currency)
        self.post_message(Decide(weighed))

    async def show(self) -> None:
        """Show what follows from the numbers by now."""
        year = self._year()
        for view, figure in zip(self.query(FigureView), year.figures, strict=True):
            view.show(figure)
        comes_to = self.query_one(".comes-to", Vertical)
        await comes_to.remove_children()
        await comes_to.mount(*self._sums(year))


def span(found: Span, unit: str) -> str:
    """From a lower to a higher number; one number where they are the same."""
    low, high = amount(found.low, unit), amount(found.high, unit)
    return low if low == high else f"{low} to {high}"


def line_of(line: YearLine) -> Content:
    """What one line of a year says; nothing is not put in money."""
    found = plain(span(line.count, line.unit)).stylize("bold")
    put = line.money
    money = f", {span(put, 'money')} in money" if put and put.high else ""
    return Content.assemble(plain(f"{capital(line.says)}: "), found, plain(f"{money}."))


def _saves(saved: Saved) -> str:
    contacts = f"{span(saved.contacts, 'contacts')} contacts"
    hours = f"{span(saved.hours, 'hours')} hours of waiting"
    return f"{contacts}, {hours}, and {span(saved.money, 'money')} in money."
