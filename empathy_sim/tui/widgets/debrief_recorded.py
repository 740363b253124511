"""How it was recorded: lived beside recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.grounds import marked
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital
from empathy_sim.debrief.report_again import LineAgain
from empathy_sim.line.contract import metric_name
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import DebriefPage, Explain, about, subtitle

NOTHING = "Too little happened for the report to record any of it."
COUNTED = (
    "These are your contacts, counted as such reports usually count them. One customer "
    "gives no percentages."
)
FURTHER = "The other pairs, and every measure with its rule, are under More."
HOW = "How was this counted?"
AGAIN = "The month's report, again"
SIGNS = {"for": "●", "not_counted": "○", "against": "▾"}
COLOURS = {"green": "$success", "red": "$error", "unknown": "$text-muted"}


class PairView(Vertical, can_focus=True):
    """One thing, lived and recorded; pressed, it says how it was counted."""

    DEFAULT_CSS = """
    PairView {
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
        background: $surface;
        border-left: outer $border-blurred;
    }
    PairView:focus { border-left: outer $accent; }
    PairView .pair { height: auto; }
    PairView .head { width: 16; padding-right: 1; text-style: bold; }
    PairView .lived, PairView .kept { width: 1fr; padding-right: 2; }
    PairView .how { width: 1fr; color: $text-muted; text-align: right; }
    PairView:focus .how { color: $accent; text-style: bold; }
    PairView:hover .how { color: $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,f7", "press", "How was this counted?", key_display="⏎")
    ]

    @dataclass
    class Pressed(Message):
        """It is asked how a pair was counted."""

        pair: Pair

    def __init__(self, pair: Pair) -> None:
        """Show a pair.

        Args:
            pair: both sides of it.
        """
        super().__init__()
        self._pair = pair

    def compose(self) -> ComposeResult:
        pair = self._pair
        with Horizontal(classes="pair"):
            yield Static(plain(pair.head), classes="head")
            yield Static(side("Lived", pair.lived), classes="lived")
            yield Static(side("Recorded", pair.recorded), classes="kept")
        yield Static(plain(HOW), classes="how")

    def action_press(self) -> None:
        """Ask how it was counted."""
        self.post_message(self.Pressed(self._pair))

    def on_click(self, click: events.Click) -> None:
        click.stop()
        self.action_press()


def side(head: str, says: str) -> Content:
    """One side of a pair: which it is, and what it says."""
    which = plain(f"{head}  ").stylize("$text-muted")
    return Content.assemble(which, plain(capital(says)))


class PairsPage(DebriefPage):
    """Pairs of readings, each of which says how it was counted."""

    def pairs(self) -> Iterable[Pair]:
        """Those that are shown."""
        return self.record.debrief.more_pairs

    def compose(self) -> ComposeResult:
        pairs = tuple(self.pairs())
        if not pairs:
            yield about(NOTHING)
        for pair in pairs:
            yield PairView(pair)

    @on(PairView.Pressed)
    def _pressed(self, pressed: PairView.Pressed) -> None:
        pressed.stop()
        pair, known = pressed.pair, self.record.readings
        names = (*pair.lived_measures, *pair.recorded_measures)
        readings = tuple(known[name] for name in names if name in known)
        self.post_message(Explain(pair.head, readings))


class MorePairsPage(PairsPage):
    """The pairs that are not on the second page."""


class RecordedPage(PairsPage):
    """Five pairs, and the report again."""

    DEFAULT_CSS = """
    RecordedPage .tiles { height: auto; grid-gutter: 1 2; margin-bottom: 1; }
    RecordedPage .again { padding: 0 1; background: $surface; }
    """

    def pairs(self) -> Iterable[Pair]:
        return self.record.debrief.pairs

    def compose(self) -> ComposeResult:
        yield from super().compose()
        debrief = self.record.debrief
        if debrief.pairs:
            yield about(f"{COUNTED} {FURTHER}")
        yield from _report(debrief)


def _report(debrief: Debrief) -> Iterator[Widget]:
    if not debrief.report:
        return
    yield subtitle(AGAIN)
    yield ItemGrid(
        *(Static(_again(line), classes="again") for line in debrief.report),
        min_column_width=34,
        classes="tiles",
    )
    yield Static(plain(debrief.report_says), classes="strong")


def _again(again: LineAgain) -> Content:
    line, sign = again.line, SIGNS[again.verdict]
    colour = "$error" if again.is_against else COLOURS[again.light]
    return Content.assemble(
        plain(f"{metric_name(line)}\n").stylize("$text-muted"),
        plain(f"{marked(line)}  ").stylize("bold"),
        plain(f"{sign} {again.says}").stylize(colour),
    )
