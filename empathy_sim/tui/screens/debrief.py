"""The debrief: five pages to walk through, and more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.types import CSSPathType
from textual.widgets import (
    Button,
    ContentSwitcher,
    Footer,
    Input,
    Static,
    Tabs,
)

from empathy_sim.debrief.opened import opened
from empathy_sim.engine.moves import Proceed, Reflect
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.line.contract import words_gone_told
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.house import Forgets
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.again import AgainScreen, is_over
from empathy_sim.tui.screens.counted import CountedScreen
from empathy_sim.tui.screens.forgetting import forgets
from empathy_sim.tui.screens.framed import Answer, Column, FramedScreen
from empathy_sim.tui.widgets.debrief_asked import Asked, QuestionView
from empathy_sim.tui.widgets.debrief_behind import BehindPage
from empathy_sim.tui.widgets.debrief_commitment import CommitmentView
from empathy_sim.tui.widgets.debrief_felt import FeltPage
from empathy_sim.tui.widgets.debrief_mended import LiveIt, MendedPage
from empathy_sim.tui.widgets.debrief_monday import MondayPage
from empathy_sim.tui.widgets.debrief_more import Forget, MorePage
from empathy_sim.tui.widgets.debrief_page import (
    DebriefPage,
    Decide,
    Explain,
    Record,
    WaysKept,
)
from empathy_sim.tui.widgets.debrief_recorded import RecordedPage

LAST = "monday"
"""The last of the five; after it one is done, and may look at more."""
FIRST = {"behind": "Chips", "more": "MoreList"}
"""Where a page asks, and its first line should be what the keys go to."""
DECIDING = frozenset({"debriefing", "closed"})
HALF_WAY = "You left it half-way, so there is nothing to compare."


class PageOf(NamedTuple):
    """What a tab says, and what it shows."""

    says: str
    make: Callable[[Record], DebriefPage]


PAGES: Mapping[str, PageOf] = {
    "felt": PageOf("What it was like", FeltPage),
    "recorded": PageOf("Recorded", RecordedPage),
    "behind": PageOf("Behind it", BehindPage),
    "mended": PageOf("Mended", MendedPage),
    LAST: PageOf("Monday", MondayPage),
    "more": PageOf("More", MorePage),
}
"""Each page by its name."""
NAMES = tuple(PAGES)


class DebriefScreen(FramedScreen):
    """A session's debrief; what was decided can be added to where it is open."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "debrief.tcss"]
    AUTO_FOCUS = "#on"
    HELP = """
Five pages, and more: what it was like, how it was recorded, what lay behind it, a stage
once more with something mended, and what you will do on Monday. F5 goes on, F6 back; 1
to 6 go to a page, where no line is being written. Everything can be passed over. What
you decide is kept with the record.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "on", "Go on"),
        Binding("f6", "back", "Back"),
        Binding("pagedown", "scroll_page('page_down')", "Down"),
        *(
            Binding(str(at), f"turn_to('{name}')", "To a page", show=False)
            for at, name in enumerate(NAMES, 1)
        ),
    ]

    page: var[str] = var(NAMES[0], init=False, bindings=True)
    switcher = query_one("#pages", ContentSwitcher)
    tabs = query_one(Tabs)
    button_on = query_one("#on", Answer)

    def __init__(
        self,
        port: SessionPort,
        kept_in: str,
        kept: WaysKept | None = None,
        forgetting: Forgets | None = None,
    ) -> None:
        """Look at a session.

        Args:
            port: the session.
            kept_in: where it is kept, as a person would find it.
            kept: where ways on are kept, once they have been tried.
            forgetting: what can remove it, where it may be removed.
        """
        super().__init__(port, kept_in)
        live = port.is_open and self.phase in DECIDING
        self._forgetting = forgetting
        self.record = Record(port, live=live, kept=kept)

    def compose(self) -> ComposeResult:
        debrief = self.record.debrief
        with Vertical(id="page"):
            with Horizontal(id="heading"):
                yield Static(plain(debrief.title), id="title")
                yield Static(plain(debrief.ended.title), id="beside")
            tabs = Tabs(*(plain(each.says) for each in PAGES.values()))
            # Keys have it simpler: the numbers turn to pages, or F5 and F6.
            tabs.can_focus = False
            yield tabs
            with ContentSwitcher(id="pages", initial=f"{NAMES[0]}-page"):
                for name in NAMES:
                    with Column(id=f"{name}-page"):
                        if name == self.page:
                            yield PAGES[name].make(self.record)
            with Horizontal(id="answers"):
                yield Answer(self._onward(), id="on", variant="primary")
                back = Answer("Back", id="back")
                back.display = False
                yield back
                yield Static("", id="notice", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        if told := words_gone_told(self.port.words_gone):
            self.say(told)

    @property
    def column(self) -> Column:
        return self.query_one(f"#{self.page}-page", Column)

    def _fit(self, height: int) -> None:
        """The switcher takes what is left."""

    def _onward(self) -> Content:
        at = NAMES.index(self.page) + 1
        if self.page == LAST or at == len(NAMES):
            return plain("Done")
        return plain(f"Go on: {PAGES[NAMES[at]].says}")

    async def watch_page(self, page: str) -> None:
        self.switcher.current = f"{page}-page"
        self.tabs.active = f"tab-{NAMES.index(page) + 1}"
        self.button_on.label = self._onward()
        self.query_one("#back", Answer).display = page != NAMES[0]
        self.say("")
        made = self.query_one(f"#{page}-page", Column)
        if not made.children:
            await self._read_fixes()
            await made.mount(PAGES[page].make(self.record))
        else:
            for shown in made.query(DebriefPage):
                await shown.show()
        asking = made.query(FIRST.get(page, "Nothing"))
        next(iter(asking), self.button_on).focus()

    async def _read_fixes(self) -> None:
        """Kept beside the script, and read only once somebody goes so far."""
        try:
            self.record.fixes = await self.port.fixes()
        except StoreError as error:
            self.say(str(error), warns=True)

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
        if self.page == LAST or at == len(NAMES):
            await self.finish()
        else:
            self.page = NAMES[at]

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """The page before."""
        self.page = NAMES[max(0, NAMES.index(self.page) - 1)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No page before the first."""
        if action == "back":
            return self.page != NAMES[0]
        return super().check_action(action, parameters)

    @on(Decide)
    async def _decide(self, decide: Decide) -> None:
        self.say("")
        if await self.submit(decide.move):
            await self._show()

    async def _show(self) -> None:
        """Show everywhere what the record says by now."""
        for page in self.query(DebriefPage):
            await page.show()

    @on(Asked)
    async def _answered(self, asked: Asked) -> None:
        if await self.submit(Reflect(asked.question, asked.words)):
            asked.line.add_class("-answered")

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    @on(Explain)
    def _explain(self, explain: Explain) -> None:
        account = self.record.account
        counted = {
            each.measure.id: (each, opened(account, each)) for each in explain.readings
        }
        self.app.push_screen(CountedScreen(explain.head, counted))

    @on(LiveIt)
    @work(exclusive=True, group="again")
    async def _live(self, asked: LiveIt) -> None:
        """Live a stage again, over the debrief; back here when it is over."""
        if not self.is_active:
            return
        try:
            again = await self.port.again(asked.fix, asked.stage)
        except MoveRefused as refused:
            self.say(refused.says)
            return
        screen = AgainScreen(again, self.kept_in, asked.says)
        await self.app.push_screen_wait(screen)
        if not is_over(again):
            self.say(HALF_WAY)
        elif await self.submit(again.told()):
            await self._show()

    @on(Forget)
    @work(exclusive=True, group="forgetting")
    async def _forget(self) -> None:
        """Remove the session that is looked at, after asking once, and close."""
        if self._forgetting is None or not self.is_active:
            return
        title = f"{self.record.debrief.title}, the session you are looking at"
        if await forgets(self.app, self._forgetting, self.port.name, title):
            self.dismiss(None)

    async def finish(self) -> None:
        """Keep what has been written, and close what is not closed."""
        for view in self.query(QuestionView):
            unsaid = view.unsaid()
            if unsaid is not None:
                await self._answered(unsaid)
        if any(view.holds_back() for view in self.query(CommitmentView)):
            return
        if self.record.live and self.phase != "closed":
            await self.submit(Proceed())
        else:
            self.dismiss(None)
