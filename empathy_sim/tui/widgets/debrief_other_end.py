"""A call from the other end."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from empathy_sim.debrief.other_end import Line, OtherEnd
from empathy_sim.journey.units import clock
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_page import DebriefPage, about

ABOUT = "Each call once more, with what the person who answered had before them."
NOTHING = "Nobody was spoken to whose desk is known."
HEARD, DESK = "What was said", "On the desk"


class Exchange(Horizontal):
    """What was said, and what lay on the desk from then on."""

    DEFAULT_CSS = """
    Exchange { height: auto; margin-bottom: 1; }
    Exchange .said { width: 1fr; padding-right: 2; }
    Exchange .desk { width: 1fr; padding: 0 1; color: $text-muted; }
    Exchange.-shown .desk { color: $foreground; background: $surface; }
    """

    def __init__(self, line: Line) -> None:
        """Show a line of a conversation.

        Args:
            line: who said what, and what changed on the desk.
        """
        desk = "\n".join(line.desk.says) if line.desk else ""
        super().__init__(
            Static(_said(line), classes="said"), Static(plain(desk), classes="desk")
        )
        self.set_class(line.desk is not None, "-shown")


def _said(line: Line) -> Content:
    tone = f", {line.tone}" if line.tone else ""
    head = plain(f"{clock(line.at_ms)}  {line.speaker}{tone}\n")
    return Content.assemble(head.stylize("$text-muted"), plain(line.says))


class EndView(Vertical):
    """One conversation in two columns."""

    DEFAULT_CSS = """
    EndView { height: auto; }
    EndView .today { color: $text-muted; margin-bottom: 1; }
    EndView .columns { height: 1; color: $text-muted; text-style: bold; }
    EndView .columns Static { width: 1fr; }
    """

    def __init__(self, end: OtherEnd) -> None:
        """Show a conversation.

        Args:
            end: both columns of it.
        """
        super().__init__()
        self._end = end

    def compose(self) -> ComposeResult:
        if self._end.today:
            yield Static(plain(" ".join(self._end.today)), classes="today")
        yield Horizontal(Static(plain(HEARD)), Static(plain(DESK)), classes="columns")
        for line in self._end.lines:
            yield Exchange(line)


class OtherEndPage(DebriefPage):
    """Every call with somebody whose desk is known; the first is open."""

    def compose(self) -> ComposeResult:
        ends = self.record.debrief.other_ends
        yield about(ABOUT if ends else NOTHING)
        for end in ends:
            says = plain(f"{end.who}, {end.where}, {end.when}")

            def holds(end: OtherEnd = end) -> list[EndView]:
                return [EndView(end)]

            yield Fold(says, holds)

    async def on_mount(self) -> None:
        for fold in [*self.query(Fold)][:1]:
            await fold.open()
