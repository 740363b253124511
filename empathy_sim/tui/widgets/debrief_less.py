"""The same journey with less, simulated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from empathy_sim.debrief.less_told import SIMULATED, LessTold, less_in_words
from empathy_sim.debrief.whole import NOT_FOLLOWED
from empathy_sim.rehearsal.with_less import with_less
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import DebriefPage, about

WORKING = "Working it out ..."


class LessPage(DebriefPage):
    """Three customers who have less, and where each of them stops."""

    DEFAULT_CSS = """
    LessPage .less {
        height: auto;
        margin-bottom: 1;
        padding: 0 2;
        background: $surface;
        border-left: outer $border-blurred;
    }
    LessPage .less.-stopped { border-left: outer $warning; }
    LessPage .named { text-style: bold; }
    LessPage .rule { color: $text-muted; margin-bottom: 1; }
    """

    @dataclass
    class Found(Message):
        """It was worked out; None where it cannot be."""

        found: tuple[LessTold, ...] | None

    def compose(self) -> ComposeResult:
        yield about(SIMULATED)
        if self.record.less is None:
            yield Static(plain(WORKING), classes="working")
        else:
            yield from _all_told(self.record.less)

    def on_mount(self) -> None:
        if self.record.less is None:
            self._work_out()

    @work(thread=True, exclusive=True, exit_on_error=False, group="less")
    def _work_out(self) -> None:
        record, worker = self.record, get_current_worker()
        found: tuple[LessTold, ...] | None = None
        if record.cast is not None and record.can_be_followed:
            found = less_in_words(with_less(record.script, record.cast, record.log))
        if not worker.is_cancelled:
            self.post_message(self.Found(found))

    async def on_less_page_found(self, message: Found) -> None:
        """It has been worked out."""
        found = message.found
        if found is None:
            self.query_one(".working", Static).update(plain(NOT_FOLLOWED))
            return
        self.record.less = found
        await self.query_one(".working").remove()
        await self.mount(*_all_told(found))


def _all_told(found: tuple[LessTold, ...]) -> Iterator[Widget]:
    for each in found:
        view = Vertical(
            Static(plain(each.head), classes="named"),
            Static(plain(each.rule), classes="rule"),
            Static(plain(" ".join(each.says))),
            classes="less",
        )
        view.set_class(each.by_the_rule, "-stopped")
        yield view
