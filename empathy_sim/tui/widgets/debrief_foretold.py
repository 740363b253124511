"""What was guessed, beside what was measured."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from empathy_sim.debrief.predictions import Foretold
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import DebriefPage, about

ABOUT = (
    "What you wrote before it began, blind, beside what it came to: your "
    "calibration gap."
)
UNFORETOLD = "This journey asked for no guesses."
_BAR = 40
"""Columns of the longest bar."""


class ForetoldPage(DebriefPage):
    """Each prediction, with its calibration gap."""

    DEFAULT_CSS = """
    ForetoldPage .foretold {
        height: auto;
        margin-bottom: 1;
        padding: 0 2;
        background: $surface;
    }
    ForetoldPage .asks { text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        foretold = self.record.debrief.predictions
        yield about(ABOUT if foretold else UNFORETOLD)
        for each in foretold:
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
