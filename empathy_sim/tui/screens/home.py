"""Home: what is unfinished, and what can be played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Footer, Static
from textual.worker import get_current_worker

from empathy_sim.tui.house import House
from empathy_sim.tui.order import Choice, Quit
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.entries import sections
from empathy_sim.tui.widgets.shelf import Entry, Shelf

if TYPE_CHECKING:
    from empathy_sim.engine.moves import Pace

NAME = "Empathy Sim"
LINE = "Sit in your own company's queue."
NOTHING = (
    "There is nothing here to play. empathy-sim doctor says where journeys are "
    "looked for."
)
PACES: tuple[Pace, ...] = ("workshop", "brisk", "long", "real")
PACE_LINES: dict[Pace, str] = {
    "workshop": "One wait of 3 to 4 minutes.",
    "brisk": "Each cut to ten seconds.",
    "long": "Up to 4 minutes of each.",
    "real": "Nothing is cut. Bring time.",
    "instant": "No waiting is lived.",
}


class PaceButton(Button, inherit_css=False):
    """Chooses a pace; of a button's many looks it has those that are seen here."""

    DEFAULT_CSS = """
    PaceButton {
        width: auto;
        height: auto;
        line-pad: 1;
        text-align: center;
        content-align: center middle;
        pointer: pointer;
        color: $button-foreground;
        text-style: bold;
        &:focus {
            text-style: $button-focus-text-style;
            background-tint: $foreground 5%;
        }
        &.-active { tint: $background 30%; }
        &.-active:ansi { tint: transparent; }
    }
    """


class HomeScreen(Screen[Choice]):
    """A shelf to choose from: unfinished first, then journeys, debriefs, episodes."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "Shelf"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012
    HELP = """
Enter opens what is marked. What is unfinished comes first: it goes on in the very place
where it stopped. F6 changes how much of the waiting is lived. F8 forgets the session
that is marked, with every trace of it; it asks first.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "pace", "Waits"),
        Binding("f8,delete", "forget", "Forget", key_display="F8"),
        Binding("ctrl+q,escape", "close", "Close", key_display="^q"),
    ]

    @dataclass
    class Reckoned(Message):
        """How many minutes cards take at a pace, by their ids."""

        pace: Pace
        minutes: Mapping[str, int]

    closer = query_one("#closer", Static)
    says = query_one("#says", Static)
    due = query_one("#due", Static)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._pace: Pace = "workshop"
        self._cards = house.cards()
        self._sessions = house.sessions()
        self._minutes: dict[Pace, Mapping[str, int]] = {}
        self._sections = sections(self._cards, self._sessions, self._pace)
        self._marked: Entry | None = None
        self.set_class(not any(each.entries for each in self._sections), "-empty")

    def compose(self) -> ComposeResult:
        with Vertical(id="home"):
            with Horizontal(id="top"):
                yield Static(NAME, id="name")
                yield Static(LINE, id="line")
            yield Static("", id="due", markup=False)
            with Horizontal(id="middle"):
                if self.has_class("-empty"):
                    yield Static(NOTHING, id="nothing")
                else:
                    yield Shelf(self._sections)
                yield Static("", id="closer", markup=False)
            with Horizontal(id="paces"):
                yield Static("Waits", id="waits")
                for pace in PACES:
                    yield PaceButton(self._named(pace), id=f"pace-{pace}", compact=True)
                yield Static(PACE_LINES[self._pace], id="says")
        yield Footer(show_command_palette=True)

    def on_mount(self) -> None:
        """The first frame waits for nothing."""
        self.call_after_refresh(self._say_what_is_due)

    def _say_what_is_due(self) -> None:
        if due := self._house.due():
            self.due.update(plain(f"{due} empathy-sim routine return"))
            self.due.display = True

    def _named(self, pace: Pace) -> Content:
        return plain(f"{'●' if pace == self._pace else '○'} {pace}")

    @on(Shelf.Marked)
    def _look_closer(self, marked: Shelf.Marked) -> None:
        self._marked = marked.entry
        self.refresh_bindings()
        self.closer.update(_closer(marked.entry), layout=False)

    @on(Shelf.Opened)
    def _open(self, opened: Shelf.Opened) -> None:
        self.dismiss(opened.choice)

    @on(Button.Pressed)
    def _pace_pressed(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        for pace in PACES:
            if pressed.button.id == f"pace-{pace}":
                self._set_pace(pace)

    def action_pace(self) -> None:
        """Choose how much of the waiting is lived."""
        self._set_pace(PACES[(PACES.index(self._pace) + 1) % len(PACES)])

    def _set_pace(self, pace: Pace) -> None:
        self._pace = pace
        self._show()
        if pace != "workshop" and pace not in self._minutes:
            self._reckon(pace)
        for each in PACES:
            self.query_one(f"#pace-{each}", Button).label = self._named(each)
        self.says.update(PACE_LINES[pace], layout=False)

    def _show(self) -> None:
        """Show the shelf as it is at this pace."""
        minutes = self._minutes.get(self._pace, {})
        self._sections = sections(self._cards, self._sessions, self._pace, minutes)
        for shelf in self.query(Shelf):
            shelf.show(self._sections)

    @work(thread=True, exclusive=True, exit_on_error=False, group="minutes")
    def _reckon(self, pace: Pace) -> None:
        worker, found = get_current_worker(), dict[str, int]()
        for card in self._cards:
            if worker.is_cancelled:
                return
            if card.problems:
                continue
            if takes := self._house.minutes(card.id, pace=pace):
                found[card.id] = takes
        self.post_message(self.Reckoned(pace, found))

    def on_home_screen_reckoned(self, reckoned: Reckoned) -> None:
        """Show how long everything takes at a pace."""
        self._minutes[reckoned.pace] = reckoned.minutes
        if reckoned.pace == self._pace:
            self._show()

    @work(exclusive=True, group="forgetting")
    async def action_forget(self) -> None:
        """Remove the session that is marked, after asking once."""
        marked = self._marked
        if marked is None or not marked.session or not self.is_active:
            return
        from empathy_sim.tui.screens.forgetting import forgets  # noqa: PLC0415 - seldom

        title = f"{marked.title}, {marked.facts[0]}"
        if await forgets(self.app, self._house.forgetting, marked.session, title):
            self._sessions = self._house.sessions()
            self._show()
            if not any(each.entries for each in self._sections):
                self.add_class("-empty")
                await self.recompose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a session can be forgotten."""
        if action == "forget":
            return self._marked is not None and bool(self._marked.session)
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Leave the program."""
        self.dismiss(Quit())


def _closer(entry: Entry) -> Content:
    """An entry, for those who look closer."""
    parts = [plain(entry.title).stylize("bold $accent")]
    parts += [plain(each) for each in entry.detail if each]
    if entry.does:
        parts.append(plain(f"Enter {entry.does}.").stylize("$text-muted"))
    return Content("\n\n").join(parts)
