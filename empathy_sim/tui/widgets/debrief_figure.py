"""A number of the leader's own company."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from empathy_sim.debrief.money import GROUNDS, FigureAsked
from empathy_sim.engine.resolutions import Figure, Ground
from empathy_sim.journey.currency import currency_in
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_chips import Chips
from empathy_sim.tui.widgets.line_input import LineInput

NUMBER = "A number, please, as 12,000 or 6.50."
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,2})?")
_MOST = 16
_HUNDRED = 100


def amount(value: int, unit: str) -> str:
    """A number as it is written: `10,000`, or `6.50` in the currency."""
    if unit != "money":
        return f"{value:,}"
    whole, rest = divmod(value, _HUNDRED)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"


def read(words: str, unit: str) -> int | None:
    """A number as it was written; None if it is none."""
    bare = words.replace(",", "").replace(" ", "")
    bare = bare.replace(currency_in(bare), "") if unit == "money" else bare
    if not (bare.isascii() and _NUMBER.fullmatch(bare)):
        return None
    whole, _, rest = bare.partition(".")
    if unit != "money":
        return int(whole)
    return int(whole) * _HUNDRED + int(rest.ljust(2, "0") or 0)


class FigureView(Vertical):
    """A number to change, and three answers to whose it is."""

    DEFAULT_CSS = """
    FigureView { height: auto; margin-bottom: 1; }
    FigureView .line { height: 1; }
    FigureView .asks { width: 44; text-style: bold; }
    FigureView LineInput { width: 18; background: $panel; }
    FigureView .not { color: $warning; height: auto; display: none; }
    FigureView.-refused .not { display: block; }
    """

    @dataclass
    class Given(Message):
        """A number was given, or said to be somebody's."""

        figure: Figure
        value: int
        ground: Ground
        currency: str = ""

    def __init__(self, figure: FigureAsked, *, live: bool) -> None:
        """Ask for a number.

        Args:
            figure: which, and what it is so far.
            live: whether it can be changed.
        """
        super().__init__()
        self._figure = figure
        self._live = live

    def compose(self) -> ComposeResult:
        figure = self._figure
        value = amount(figure.held.value, figure.unit)
        with Horizontal(classes="line"):
            yield Static(plain(figure.asks), classes="asks")
            if self._live:
                yield LineInput(value, most=_MOST, compact=True)
            else:
                yield Static(plain(f"{value} ({GROUNDS[figure.held.ground]})"))
        if self._live:
            grounds = {name: says.partition(",")[0] for name, says in GROUNDS.items()}
            yield Chips(grounds, figure.held.ground, width=18)
            yield Static(NUMBER, classes="not", markup=False)

    @on(Input.Submitted)
    @on(Input.Blurred)
    def _written(self) -> None:
        """A number that is changed is one's own."""
        value = read(self.query_one(LineInput).words, self._figure.unit)
        self.set_class(value is None, "-refused")
        if value is not None and value != self._figure.held.value:
            self._give(value, "yours")

    @on(Chips.Chosen)
    def _chosen(self, chosen: Chips.Chosen) -> None:
        chosen.stop()
        ground = next(name for name in GROUNDS if name == chosen.option)
        value = read(self.query_one(LineInput).words, self._figure.unit)
        self._give(self._figure.held.value if value is None else value, ground)

    def _give(self, value: int, ground: Ground) -> None:
        sign = currency_in(self.query_one(LineInput).words)
        self.post_message(self.Given(self._figure.id, value, ground, sign))

    def show(self, figure: FigureAsked) -> None:
        """Show what it is by now."""
        self._figure = figure
        for chips in self.query(Chips):
            chips.choose(figure.held.ground)
