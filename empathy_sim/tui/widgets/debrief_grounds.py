"""Whose the numbers of a journey are."""

from __future__ import annotations

from itertools import groupby

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from empathy_sim.debrief.grounds import REST, Grounded
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import DebriefPage, about, subtitle

ABOUT = (
    "What was set in this journey before it was played. What is yours is your company's "
    "own; what is published says where."
)


class GroundsPage(DebriefPage):
    """Each number with a mark, by where it stands."""

    DEFAULT_CSS = """
    GroundsPage .ground { height: auto; padding: 0 0 0 2; }
    """

    def compose(self) -> ComposeResult:
        yield about(ABOUT)
        for where, those in groupby(self.record.debrief.grounds, lambda it: it.where):
            yield subtitle(where)
            for each in those:
                yield Static(_line(each), classes="ground")
        yield Static("", classes="gap")
        yield about(REST)


def _line(each: Grounded) -> Content:
    colour = "$text-muted" if each.whose == "invented" else "$accent"
    return Content.assemble(
        plain(f"{each.says.rstrip('.')}: "),
        plain(each.number).stylize("bold"),
        "  ",
        plain(each.ground).stylize(colour),
    )
