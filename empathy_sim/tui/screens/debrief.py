"""The debrief: five pages to walk through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import (
    Button,
    ContentSwitcher,
    Footer,
    Input,
    Static,
    Tabs,
)

from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.engine.events import Event, Reflected
from empathy_sim.engine.moves import Proceed, Reflect
from empathy_sim.journey.script import Script
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, Column, FramedScreen, Page
from empathy_sim.tui.widgets.debrief_asked import Asked, QuestionView, asked
from empathy_sim.tui.widgets.debrief_causes import CauseView, behind
from empathy_sim.tui.widgets.debrief_felt import felt
from empathy_sim.tui.widgets.debrief_recorded import foretold, recorded
from empathy_sim.tui.widgets.line_input import LineInput

PAGES: Mapping[str, str] = {
    "felt": "How it felt",
    "recorded": "As recorded",
    "foretold": "Foretold",
    "behind": "Behind it",
    "asked": "Questions",
}
"""Each page, and what its tab says."""
NAMES = tuple(PAGES)


class DebriefPages(Page):
    """Five pages by tabs, keys or one button; the last one ends it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "debrief.tcss"]
    AUTO_FOCUS = "#on"
    HELP = """
Five pages: how it felt, how the same was recorded, what you foretold, what lay behind
it, and questions. Enter goes on; 1 to 5 go to a page; Page Up and Page Down move it. F7
shows by which rules the numbers of the second page are counted.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "on", "Go on"),
        Binding("f6", "back", "Back"),
        Binding("f7", "rules", "Rules"),
        Binding("pagedown", "scroll_page('page_down')", "More"),
        *(
            Binding(str(at), f"turn_to('{name}')", PAGES[name], show=False)
            for at, name in enumerate(NAMES, 1)
        ),
    ]

    page: var[str] = var(NAMES[0], init=False, bindings=True)
    switcher = query_one(ContentSwitcher)
    tabs = query_one(Tabs)
    button_on = query_one("#on", Answer)

    debrief: Debrief
    answered: Mapping[str, str]
    live: bool
    """Whether questions can still be answered."""

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            with Horizontal(id="heading"):
                yield Static(plain(self.debrief.title), id="title")
                yield Static(plain(self.beside()), id="beside")
            yield Tabs(*(plain(says) for says in PAGES.values()))
            with ContentSwitcher(initial=f"{NAMES[0]}-page"):
                for name in NAMES:
                    with Column(id=f"{name}-page"):
                        yield from self._contents(name)
            with Horizontal(id="answers"):
                yield Answer(self._onward(), id="on", variant="primary")
                back = Answer("Back", id="back")
                back.display = False
                yield back
                yield Static("", id="notice", markup=False)
        yield Footer(show_command_palette=False)

    def beside(self) -> str:
        return self.debrief.ended.title

    @property
    def column(self) -> Column:
        return self.query_one(f"#{self.page}-page", Column)

    def _fit(self, height: int) -> None:
        """The switcher takes what is left."""

    def _contents(self, name: str) -> Iterator[Widget]:
        match name:
            case "felt":
                yield from felt(self.debrief)
            case "recorded":
                yield from recorded(self.debrief)
            case "foretold":
                yield from foretold(self.debrief)
            case "behind":
                yield from behind(self.debrief, self.answered, live=self.live)
            case _:
                yield from asked(self.debrief, self.answered, live=self.live)

    def _onward(self) -> Content:
        at = NAMES.index(self.page) + 1
        return plain("Done" if at == len(NAMES) else f"Go on: {PAGES[NAMES[at]]}")

    def watch_page(self, page: str) -> None:
        self.switcher.current = f"{page}-page"
        self.tabs.active = f"tab-{NAMES.index(page) + 1}"
        self.button_on.label = self._onward()
        self.query_one("#back", Answer).display = page != NAMES[0]
        waiting = (line for line in self.column.query(LineInput) if _waits(line))
        next(waiting, self.button_on).focus()

    @on(Tabs.TabActivated)
    def _turned(self, activated: Tabs.TabActivated) -> None:
        # Told late, when another tab is active already, it would turn back for ever.
        if activated.tab.id == self.tabs.active:
            number = activated.tab.id.removeprefix("tab-")
            self.page = NAMES[int(number) - 1]

    def action_turn_to(self, name: str) -> None:
        """Turn to a page."""
        self.page = name

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """The next page; after the last one, done."""
        at = NAMES.index(self.page) + 1
        if at < len(NAMES):
            self.page = NAMES[at]
        else:
            await self.finish()

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """The page before."""
        self.page = NAMES[max(0, NAMES.index(self.page) - 1)]

    def action_rules(self) -> None:
        """Show or hide how the numbers of this page are counted."""
        self.column.query(".rules").toggle_class("-open")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rules only where there are some; no page before the first."""
        match action:
            case "rules":
                return self.page == "recorded"
            case "back":
                return self.page != NAMES[0]
            case _:
                return super().check_action(action, parameters)

    async def finish(self) -> None:
        """There is nothing more to look at."""
        self.dismiss(None)


def _waits(line: LineInput) -> bool:
    """Whether a line can be seen, and nothing has been kept from it."""
    seen = all(each.display for each in line.ancestors_with_self if each.is_attached)
    return seen and not line.has_class("-answered")


class DebriefScreen(DebriefPages, FramedScreen):
    """The debrief of a session that has just been lived."""

    def __init__(self, port: SessionPort, kept_in: str) -> None:
        """Look at a session.

        Args:
            port: the session.
            kept_in: where it is kept, as a person would find it.
        """
        super().__init__(port, kept_in)
        self.debrief = debrief_of(port.script, port.log)
        self.answered = answers_in(port.log)
        self.live = True

    @on(CauseView.Opened)
    async def _opened(self, opened: CauseView.Opened) -> None:
        await self.submit(Reflect(opened.question, opened.words))
        self.watch_page(self.page)

    @on(Asked)
    async def _answered(self, asked: Asked) -> None:
        if await self.submit(Reflect(asked.question, asked.words)):
            asked.line.add_class("-answered")

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    async def finish(self) -> None:
        """Keep what has been written, and close the session."""
        for view in self.query(QuestionView):
            unsaid = view.unsaid()
            if unsaid is not None:
                await self._answered(unsaid)
        await self.submit(Proceed())


class DebriefAgain(DebriefPages):
    """The debrief of a session that is over, with what was answered then."""

    def __init__(self, script: Script, log: tuple[Event, ...]) -> None:
        """Look back.

        Args:
            script: what was played.
            log: every event of it.
        """
        super().__init__()
        self.debrief = debrief_of(script, log)
        self.answered = answers_in(log)
        self.live = False


def answers_in(log: tuple[Event, ...]) -> Mapping[str, str]:
    """What was last answered to each question of the frame."""
    found: dict[str, str] = {}
    for event in log:
        match event:
            case Reflected(question=question, words=words):
                found[question] = words
            case _:
                pass
    return found
