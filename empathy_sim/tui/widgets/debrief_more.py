"""More: everything that is offered, and never required."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from empathy_sim.debrief.cards import MORE, QUOTE, Ask, Card, asked_by_the_journey
from empathy_sim.debrief.grounds import TITLE
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_cards import CardPage
from empathy_sim.tui.widgets.debrief_foretold import ForetoldPage
from empathy_sim.tui.widgets.debrief_grounds import GroundsPage
from empathy_sim.tui.widgets.debrief_less import LessPage
from empathy_sim.tui.widgets.debrief_measures import MeasuresPage
from empathy_sim.tui.widgets.debrief_other_end import OtherEndPage
from empathy_sim.tui.widgets.debrief_page import DebriefPage, Deed, Record
from empathy_sim.tui.widgets.debrief_recorded import MorePairsPage
from empathy_sim.tui.widgets.debrief_ways import WaysPage
from empathy_sim.tui.widgets.debrief_year import YearPage

BACK = "Back to the list"
_QUOTE = Card(
    "quote",
    "A sentence to forward",
    QUOTE.says + ".",
    (Ask(QUOTE.id, "Your sentence"),),
)


class OneMore(NamedTuple):
    """A line of the list, and what it opens."""

    says: str
    about: str
    make: Callable[[Record], DebriefPage]


def _asked_by_the_journey(record: Record) -> DebriefPage:
    return CardPage(record, asked_by_the_journey(record.debrief.asks))


def _card(card: Card, about: str) -> OneMore:
    return OneMore(card.title, about, partial(CardPage, card=card))


_ABOUT: Mapping[str, str] = {
    "nightmare": "asked with nothing shown",
    "testbed": "small and willing first",
    "empathy": "the agent, or who had less",
    "mission": "a charity, a council",
}
PAGES: Mapping[str, OneMore] = {
    "other_end": OneMore("The other end", "each call, with the desk", OtherEndPage),
    "ways": OneMore(
        "Would another choice have helped?", "every way on, tried", WaysPage
    ),
    "less": OneMore(
        "The same journey with less", "other customers; simulated", LessPage
    ),
    "foretold": OneMore(
        "What you foretold", "your guesses, and the gaps", ForetoldPage
    ),
    "year": OneMore(
        "What it comes to in a year", "three numbers, and a range", YearPage
    ),
    "grounds": OneMore(TITLE, "yours, published, invented", GroundsPage),
    "asks": OneMore(
        "The journey's own questions", "from its designer", _asked_by_the_journey
    ),
    **{card.id: _card(card, _ABOUT[card.id]) for card in MORE},
    "quote": _card(_QUOTE, "for the page to forward"),
    "pairs": OneMore("The other pairs", "lived beside recorded", MorePairsPage),
    "measures": OneMore("Every measure", "its rule, and its events", MeasuresPage),
}
"""Everything there is more, by its name."""


FORGET = "forget"


class Forget(Message):
    """The session that is looked at is to be forgotten."""


class MoreList(OptionList):
    """What there is; Enter opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Open")]


class MorePage(DebriefPage):
    """A list, and the page that is open in its place."""

    DEFAULT_CSS = """
    MorePage MoreList { height: auto; border: none; background: transparent; }
    MorePage .open { height: auto; display: none; }
    MorePage.-open MoreList { display: none; }
    MorePage.-open .open { display: block; }
    MorePage .to-list { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "to_list", BACK, show=False)
    ]

    def compose(self) -> ComposeResult:
        has_grounds = bool(self.record.debrief.grounds)
        lines = (
            Option(_line(each), id=name)
            for name, each in PAGES.items()
            if has_grounds or name != "grounds"
        )
        forget = Option(_line_of("Forget this session", "every trace of it"), FORGET)
        yield MoreList(*lines, None, forget, markup=False, compact=True)
        yield Vertical(classes="open")

    def on_mount(self) -> None:
        self.query_one(MoreList).focus()

    @on(OptionList.OptionSelected)
    async def _selected(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        if selected.option.id == FORGET:
            self.post_message(Forget())
            return
        one = PAGES[selected.option.id or ""]
        place = self.query_one(".open", Vertical)
        await place.remove_children()
        back = Deed(BACK, classes="to-list")
        title = Static(plain(one.says), classes="subtitle")
        self.add_class("-open")
        await place.mount(back, title, one.make(self.record))
        back.focus()

    @on(Button.Pressed, ".to-list")
    def _back(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        self.action_to_list()

    def action_to_list(self) -> None:
        """Close the page that is open."""
        self.remove_class("-open")
        self.query_one(MoreList).focus()


def _line(one: OneMore) -> Content:
    return _line_of(one.says, one.about)


def _line_of(says: str, about: str) -> Content:
    return Content.assemble(plain(f"{says:<44}"), plain(about).stylize("$text-muted"))
