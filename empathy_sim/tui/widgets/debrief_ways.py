"""Would another choice have helped? Every way on, tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from empathy_sim.debrief.other_ways import (
    NOT_SOUGHT,
    WHERE,
    OtherWays,
    Standing,
    standing_of,
    ways_in_words,
)
from empathy_sim.rehearsal.exploring import exploration_name, explore
from empathy_sim.rehearsal.ways import Ways
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import DebriefPage, about, subtitle, told

TRYING = "Trying every way on ..."
MATTERED = "Where it mattered"


class WaysPage(DebriefPage):
    """The ways are tried beside the screen, and kept."""

    DEFAULT_CSS = """
    WaysPage .progress { color: $text-muted; height: 2; }
    WaysPage .ways { text-style: bold; margin-bottom: 1; }
    WaysPage .mattered { margin-bottom: 1; }
    """

    @dataclass
    class SoFar(Message):
        """How far it has come."""

        says: str

    @dataclass
    class Tried(Message):
        """Every way on has been tried."""

        ways: OtherWays

    def compose(self) -> ComposeResult:
        if self.record.ways is None:
            yield Static(plain(TRYING), classes="progress")
        else:
            yield from _all_told(self.record.ways)

    def on_mount(self) -> None:
        if self.record.ways is None:
            self._try_them()

    @work(thread=True, exclusive=True, exit_on_error=False, group="ways")
    def _try_them(self) -> None:
        account, worker = self.record.account, get_current_worker()
        standing = standing_of(account)
        if standing is None:
            self.post_message(self.SoFar(NOT_SOUGHT))
            return
        ways = self._found(standing)
        if ways is not None and not worker.is_cancelled:
            self.post_message(self.Tried(ways_in_words(account, standing, ways)))

    def _found(self, standing: Standing) -> Ways | None:
        """The ways on, as they are kept, or else tried; None once nobody waits."""
        name = exploration_name(standing.start)
        known = self.record.kept.ways(name)
        if known is not None:
            return known
        worker, trying = get_current_worker(), explore(standing.start)
        while not worker.is_cancelled:
            try:
                progress = next(trying)
            except StopIteration as over:
                ways: Ways = over.value
                self.record.kept.keep_ways(name, ways)
                return ways
            says = f"{TRYING} {progress.moves:,} moves, {progress.states:,} places."
            self.post_message(self.SoFar(says))
        return None

    def on_ways_page_so_far(self, so_far: SoFar) -> None:
        """Show how far it has come."""
        for line in self.query(".progress").results(Static):
            line.update(plain(so_far.says), layout=False)

    async def on_ways_page_tried(self, tried: Tried) -> None:
        """Show what was found."""
        self.record.ways = tried.ways
        await self.remove_children()
        await self.mount(*_all_told(tried.ways))


def _all_told(ways: OtherWays) -> Iterator[Widget]:
    yield Static(plain(" ".join(ways.says)), classes="ways")
    if ways.yours_ms is not None and ways.sooner:
        yield Static(plain(WHERE), classes="strong")
    for each in ways.told:
        yield told(each.head, plain(each.says))
    if ways.mattered:
        yield Static("", classes="gap")
        yield subtitle(MATTERED)
    for says in ways.mattered:
        yield Static(plain(says), classes="mattered")
    if ways.no_way_back:
        yield Static(plain(ways.no_way_back), classes="mattered")
    yield about(ways.rule)
