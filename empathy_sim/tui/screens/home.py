"""Home: what is unfinished, and what can be played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from empathy_sim.engine.moves import Pace
from empathy_sim.library.pressing import Card
from empathy_sim.line.wording import many
from empathy_sim.store.rows import SessionHead
from empathy_sim.tui.house import House
from empathy_sim.tui.order import Choice, LookBack, Play, Quit, Resume
from empathy_sim.tui.plain import plain

NAME = "Empathy Sim"
LINE = "Sit in your own company's queue."
DEBRIEF = 10
"""Minutes to look at what happened."""
PACES: tuple[Pace, ...] = ("workshop", "brisk", "real")
PACE_LINES: dict[Pace, str] = {
    "workshop": "Pace: workshop. One wait is lived for three to four minutes.",
    "brisk": "Pace: brisk. Every wait is cut to ten seconds.",
    "real": "Pace: real. Nothing is cut. Bring the afternoon.",
    "instant": "Pace: instant. No waiting is lived.",
}
_PAST = 4
"""Finished sessions shown at most."""
_OVER = ("debriefing", "closed")


class HomeScreen(Screen[Choice]):
    """A list to choose from: unfinished first, then journeys, scenarios, debriefs."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "OptionList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide")]  # noqa: RUF012
    HELP = """
Enter plays what is marked. Unfinished sessions come first: they go on in the very place
where they stopped. F5 changes how much of the waiting is lived.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "pace", "Pace"),
        Binding("ctrl+q,escape", "close", "Close", key_display="^q"),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._pace: Pace = "workshop"
        self._choices: dict[str, Choice] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            yield Static(NAME, id="name")
            yield Static(LINE, id="line")
            yield OptionList(*self._options(), id="shelf", compact=True)
            yield Static(PACE_LINES[self._pace], id="pace")
        yield Footer(show_command_palette=True)

    def _options(self) -> Iterator[Option | None]:
        sessions = self._house.sessions()
        unfinished = [each for each in sessions if each.phase not in _OVER]
        cards = self._house.cards()
        yield from self._section("Go on", [_unfinished(each) for each in unfinished])
        journeys = [_card(card) for card in cards if card.kind == "journey"]
        yield from self._section("Journeys", journeys)
        past = [each for each in sessions if each.phase in _OVER][:_PAST]
        yield from self._section("Look back", [_past(each) for each in past])
        alone = [_card(card) for card in cards if card.kind == "scenario"]
        yield from self._section("A single episode", alone)

    def _section(
        self, name: str, entries: list[tuple[Choice | None, Content]]
    ) -> Iterator[Option | None]:
        if not entries:
            return
        yield Option(Content.styled(f"\n{name}", "bold"), disabled=True)
        for choice, content in entries:
            at = f"choice-{len(self._choices)}"
            if choice is not None:
                self._choices[at] = choice
            yield Option(content, id=at, disabled=choice is None)

    @on(OptionList.OptionSelected)
    def _choose(self, selected: OptionList.OptionSelected) -> None:
        choice = self._choices.get(selected.option_id or "")
        match choice:
            case Play(wanted=wanted):
                self.dismiss(Play(wanted, self._pace))
            case None:
                return
            case _:
                self.dismiss(choice)

    def action_pace(self) -> None:
        """Choose how much of the waiting is lived."""
        at = (PACES.index(self._pace) + 1) % len(PACES)
        self._pace = PACES[at]
        self.query_one("#pace", Static).update(PACE_LINES[self._pace], layout=False)

    def action_close(self) -> None:
        """Leave the program."""
        self.dismiss(Quit())


def _card(card: Card) -> tuple[Choice | None, Content]:
    if card.problems:
        trouble = f"  {many(card.problems, 'problem')}; see empathy-sim check"
        return None, Content.assemble(plain(f"  {card.title}"), plain(trouble))
    title = Content.styled(plain(f"  {card.title}").plain, "bold")
    minutes = f"{card.minutes} min + {DEBRIEF} debrief" if card.minutes else ""
    strength = "●" * card.intensity + "○" * (3 - card.intensity)
    facts = "   ".join(part for part in (minutes, strength, card.chair) if part)
    head = Content.assemble(title, "   ", Content.styled(plain(facts).plain, "dim"))
    return Play(card.id), Content("\n").join([head, plain(f"  {card.about}")])


def _unfinished(head: SessionHead) -> tuple[Choice | None, Content]:
    summary = head.summary
    doing = str(summary.get("doing") or summary.get("stage") or "before it begins")
    where = f"{doing}, {summary.get('when', '')}".strip(", ")
    title = Content.styled(plain(f"  {head.title}").plain, "bold")
    return Resume(head.session), Content.assemble(title, plain(f"   resume: {where}"))


def _past(head: SessionHead) -> tuple[Choice | None, Content]:
    summary = head.summary
    how = "left" if summary.get("left") else str(summary.get("outcome") or "")
    day = head.started_utc[:10]
    title = Content.styled(plain(f"  {head.title}").plain, "bold")
    how = how.replace("_", " ")
    return LookBack(head.session), Content.assemble(title, plain(f"   {day}   {how}"))
