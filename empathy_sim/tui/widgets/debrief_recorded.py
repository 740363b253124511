"""The debrief's second and third pages: recorded, and foretold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.containers import Horizontal, ItemGrid, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.measures import Measure
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital, sentence
from empathy_sim.debrief.predictions import Foretold
from empathy_sim.debrief.report_again import LineAgain
from empathy_sim.line.contract import metric_name
from empathy_sim.tui.plain import plain

NOTHING = "Too little happened for the report to record any of it."
COUNTED = (
    "These are your contacts, counted as such reports usually count them. One customer "
    "gives no percentages. F7 shows the rules."
)
AGAIN = "The month's report, again"
RULES = "How it is counted"
UNFORETOLD = "This journey asked for no guesses."
VERDICTS = {
    "green": ("●", "$success", "still green"),
    "not_counted": ("○", "$success", "still green: this journey is not in it"),
    "against": ("▾", "$error", "this journey counts against it"),
}
_BAR = 40
"""Columns of the longest bar."""


def recorded(debrief: Debrief) -> Iterator[Widget]:
    """Lived beside recorded, and the green report again."""
    pairs = (*debrief.pairs, *debrief.more_pairs)
    if not pairs:
        yield Static(NOTHING, classes="quiet")
    else:
        yield _row("", "Lived", "Recorded", "columns")
    for pair in pairs:
        lived, kept = capital(pair.lived), capital(pair.recorded)
        yield _row(pair.head, lived, kept, "pair")
    if pairs:
        yield Static(COUNTED, classes="quiet")
    with Vertical(classes="rules"):
        yield Static(RULES, classes="subtitle")
        for measure in _measures(debrief, pairs):
            yield Static(_rule(measure), classes="rule")
    if debrief.report:
        yield Static(AGAIN, classes="subtitle")
        yield ItemGrid(
            *(Static(_again(line), classes="again") for line in debrief.report),
            min_column_width=34,
            classes="tiles",
        )
        yield Static(plain(debrief.report_says), classes="strong")


def _row(head: str, lived: str, kept: str, classes: str) -> Horizontal:
    return Horizontal(
        Static(plain(head), classes="head"),
        Static(plain(lived), classes="lived"),
        Static(plain(kept), classes="kept"),
        classes=classes,
    )


def _measures(debrief: Debrief, pairs: Iterable[Pair]) -> Iterator[Measure]:
    known = {each.measure.id: each.measure for each in debrief.lived}
    known |= {each.measure.id: each.measure for each in debrief.recorded}
    wanted = (
        name
        for pair in pairs
        for name in (*pair.lived_measures, *pair.recorded_measures)
    )
    for name in dict.fromkeys(wanted):
        if name in known:
            yield known[name]


def _rule(measure: Measure) -> Content:
    head = plain(f"{capital(measure.says)}  ").stylize("bold")
    source = plain(f" Rule: {sentence(measure.source)}").stylize("$text-muted")
    return Content.assemble(head, plain(measure.definition), source)


def _again(again: LineAgain) -> Content:
    sign, colour, says = VERDICTS[again.verdict]
    line = again.line
    return Content.assemble(
        plain(f"{metric_name(line)}\n").stylize("$text-muted"),
        plain(f"{line.reads}  ").stylize("bold"),
        plain(f"{sign} {says}").stylize(colour),
    )


def foretold(debrief: Debrief) -> Iterator[Widget]:
    """Each guess, blind, beside what was measured."""
    if not debrief.predictions:
        yield Static(UNFORETOLD, classes="quiet")
    for each in debrief.predictions:
        with Vertical(classes="foretold"):
            yield Static(plain(each.asks), classes="asks")
            yield Static(_bars(each), classes="bars")
            yield Static(plain(each.says))


def _bars(foretold: Foretold) -> Content:
    most = max(foretold.guessed or 0, foretold.measured or 0, 1)
    return Content("\n").join(
        [
            _bar("You said", foretold.guessed, most, "$secondary"),
            _bar("It was", foretold.measured, most, "$accent"),
        ]
    )


def _bar(name: str, count: int | None, most: int, colour: str) -> Content:
    if count is None:
        return plain(f"{name:<10}-").stylize("$text-muted")
    width = max(1, round(_BAR * count / most)) if count else 0
    return Content.assemble(
        plain(f"{name:<10}"), plain("▆" * width).stylize(colour), plain(f" {count:,}")
    )
