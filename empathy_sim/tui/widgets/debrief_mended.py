"""Once more: a stage with something mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static
from textual.worker import get_current_worker

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.compared import Beside
from empathy_sim.debrief.mended import Compared, Mended, mended_in
from empathy_sim.debrief.phrases import capital, listed, many, sentence
from empathy_sim.debrief.whole import NOT_FOLLOWED, Whole, whole_journey
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_chips import Chips
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_page import (
    DebriefPage,
    Deed,
    Record,
    about,
    subtitle,
)

ASKS = (
    "Choose one thing to be mended, and live that stage again: the same moment, the same "
    "customer. It can be left half-way."
)
NOTHING = (
    "Nothing that you met can be mended and lived again: too little went wrong, or no fix "
    "reaches it. Go on to Monday."
)
UNLIVED = "No stage was lived again."
OTHERS = "Other fixes"
LIVE = "Live it again"
FIRST = "Choose what is mended first."
WHOLE = "And the whole journey"
WORKING = "Working it out ..."
BETWEEN = "|"
"""Between a fix and its stage; it is in neither."""


@dataclass
class LiveIt(Message):
    """A stage is to be lived again."""

    fix: str
    stage: str
    says: str
    """What is mended, in a sentence."""


class BothTimes(Horizontal):
    """One measure: what it was, and what it is with the fix."""

    DEFAULT_CSS = """
    BothTimes { height: auto; }
    BothTimes .measure { width: 2fr; color: $text-muted; padding-right: 2; }
    BothTimes .was, BothTimes .became { width: 1fr; padding-right: 1; }
    BothTimes.-differs .became { text-style: bold; color: $accent; }
    """

    def __init__(self, measure: str, was: str, became: str) -> None:
        """Show a measure both times."""
        super().__init__(
            Static(plain(measure), classes="measure"),
            Static(plain(was), classes="was"),
            Static(plain(became), classes="became"),
        )
        self.set_class(was != became, "-differs")


def table(compared: Iterable[Compared | Beside]) -> Iterator[Widget]:
    """Measures in rows, both times."""
    yield BothTimes("", "As it was", "Mended")
    for each in compared:
        yield BothTimes(capital(each.measure.says), each.was, each.became)


class WholeView(Vertical):
    """The whole journey with a fix, worked out beside the screen."""

    DEFAULT_CSS = """
    WholeView { height: auto; margin-top: 1; }
    WholeView .rule { color: $text-muted; margin: 1 0; }
    WholeView .comes-to { text-style: bold; margin-top: 1; }
    """

    @dataclass
    class Found(Message):
        """It was worked out; None where it cannot be."""

        whole: Whole | None

    def __init__(self, record: Record, fix: str) -> None:
        """Work out what a fix would have done.

        Args:
            record: the session.
            fix: which, as `scenario/cause`.
        """
        super().__init__()
        self._record = record
        self._fix = fix

    def compose(self) -> ComposeResult:
        yield subtitle(WHOLE)
        yield Static(plain(WORKING), classes="working")

    def on_mount(self) -> None:
        known = self._record.wholes.get(self._fix)
        if known is None:
            self._work_out()
        else:
            self.call_later(self._tell, known)

    @work(thread=True, exclusive=True, exit_on_error=False, group="whole")
    def _work_out(self) -> None:
        record, worker = self._record, get_current_worker()
        cast = record.cast
        whole = None
        if cast is not None and record.can_be_followed:
            fixed = record.fixes.applied(record.script, self._fix)
            whole = whole_journey(record.script, fixed, record.log, cast)
        if not worker.is_cancelled:
            self.post_message(self.Found(whole))

    async def on_whole_view_found(self, found: Found) -> None:
        """It has been worked out."""
        await self._tell(found.whole)

    async def _tell(self, whole: Whole | None) -> None:
        if whole is None:
            self.query_one(".working", Static).update(plain(NOT_FOLLOWED))
            return
        self._record.wholes[self._fix] = whole
        await self.query_one(".working").remove()
        says = Static(plain(" ".join(whole.says)), classes="comes-to")
        rule = Static(plain(whole.rule), classes="rule")
        await self.mount(*table(whole.compared), says, rule)


class MendedView(Vertical):
    """A stage both times, and the whole journey."""

    DEFAULT_CSS = """
    MendedView {
        height: auto;
        margin: 1 0;
        padding: 0 2;
        background: $surface;
        border-left: outer $success;
    }
    MendedView .title { text-style: bold; }
    MendedView .change { color: $text-muted; margin-bottom: 1; }
    MendedView .gone { margin-top: 1; }
    """

    def __init__(self, mended: Mended, record: Record) -> None:
        """Show a stage both times.

        Args:
            mended: what it was, and what it became.
            record: the session.
        """
        super().__init__()
        self._mended = mended
        self._record = record

    def compose(self) -> ComposeResult:
        mended = self._mended
        yield Static(plain(mended.title), classes="title")
        change = f"{sentence(mended.change)} {capital(mended.department)} can."
        yield Static(plain(change), classes="change")
        yield from table(mended.compared)
        if mended.gone:
            gone = sentence(f"Not met any more: {listed(mended.gone)}")
            yield Static(plain(gone), classes="gone")
        yield WholeView(self._record, mended.fix)


class MendedPage(DebriefPage):
    """A fix to choose, and what came of those that were chosen."""

    DEFAULT_CSS = """
    MendedPage .live { margin: 1 0; }
    MendedPage .first { color: $warning; height: auto; display: none; }
    MendedPage .lived { height: auto; }
    """

    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self._fix = ""
        self._lived = 0

    def compose(self) -> ComposeResult:
        if self.record.live:
            yield from self._offered()
        yield Vertical(classes="lived")

    async def on_mount(self) -> None:
        await self.show()
        if not self.record.live and not self._lived:
            await self.mount(about(UNLIVED))

    def _offered(self) -> Iterator[Widget]:
        debrief = self.record.debrief
        fixes = {
            name: says
            for cause in debrief.causes
            for name, says in self._fixes_of(cause)
        }
        if not fixes:
            yield about(NOTHING)
            return
        yield about(ASKS)
        guessed = {guess.cause.id for guess in debrief.guesses}
        first = {
            name: says
            for name, says in fixes.items()
            if name.partition(BETWEEN)[0] in guessed
        }
        first = first or fixes
        yield Chips(first, width=60, classes="fixes")
        others = {name: says for name, says in fixes.items() if name not in first}
        if others:
            yield Fold(
                plain(f"{OTHERS}: {len(others)}"),
                lambda: [Chips(others, width=60, classes="fixes")],
            )
        yield Deed(LIVE, classes="live")
        yield Static(plain(FIRST), classes="first")

    def _fixes_of(self, cause: CauseFound) -> Iterator[tuple[str, str]]:
        reached = self.record.fixes.reaches(cause.id)
        for stage in cause.fix.stages:
            if stage in reached:
                title = self.record.account.names.stage(stage)
                says = f"{sentence(cause.fix.change)} ({title})"
                yield f"{cause.id}{BETWEEN}{stage}", says

    @on(Chips.Chosen)
    def _chosen(self, chosen: Chips.Chosen) -> None:
        chosen.stop()
        self._fix = chosen.option
        self.query_one(".first").display = False
        for chips in self.query(Chips):
            if chips is not chosen.chips:
                chips.choose("")
        self.query_one(".live", Deed).focus()

    @on(Button.Pressed, ".live")
    def _live(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        if not self._fix:
            self.query_one(".first").display = True
            self.query_one(Chips).focus()
            return
        fix, _, stage = self._fix.partition(BETWEEN)
        causes = {each.id: each for each in self.record.debrief.causes}
        change = sentence(causes[fix].fix.change) if fix in causes else ""
        self.post_message(LiveIt(fix, stage, change))

    async def show(self) -> None:
        """Show what was lived again, the latest first."""
        again = len(self.record.debrief.decisions.again)
        if again == self._lived:
            return
        self._lived = again
        found = mended_in(self.record.account, self.record.fixes)
        lived = self.query_one(".lived", Vertical)
        await lived.remove_children()
        title = subtitle(f"Lived again: {many(len(found), 'stage')}")
        views = (MendedView(each, self.record) for each in reversed(found))
        await lived.mount(title, *views)
        lived.scroll_visible(animate=False, top=True)
