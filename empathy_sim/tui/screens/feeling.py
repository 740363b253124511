"""Asks how it feels, in three seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from empathy_sim.tui.widgets.affect import MIDDLE, Cell
from empathy_sim.tui.widgets.feelings_grid import FeelingsGrid
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.tick import Tick

MOST_WORDS = 200
"""Characters of the words that may go with a feeling."""

FEELING = "How does this feel?"
INSIGHT = "An insight"


@dataclass(frozen=True, slots=True)
class Felt:
    """A feeling at a moment, as it was taken."""

    pleasant: int
    """From -4, extremely unpleasant, to 4."""
    aroused: int
    """From -4, extremely slowed down, to 4."""
    words: str
    """A word or two, cleaned; empty when none were given."""
    aha: bool
    """Whether it is marked as an insight."""


class FeelingScreen(ModalScreen[Felt | None]):
    """Asks for a feeling; `escape` leaves without one."""

    CSS_PATH = "feeling.tcss"
    AUTO_FOCUS = "FeelingsGrid"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (96, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-usual"), (36, "-tall")]  # noqa: RUF012
    HELP = """
Put the mark where it fits. Right is pleasant, left is unpleasant; up is stirred up,
down is slowed down. Near enough is right, and nobody scores it.

Words may be typed at once; they go into the line. The clock of the story stands while
this is open.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave without", key_display="esc"),
    ]

    grid = query_one(FeelingsGrid)
    line = query_one(LineInput)
    insight = query_one(Tick)
    heading = query_one("#heading", Static)

    def __init__(self, *, aha: bool = False, begins_at: Cell = MIDDLE) -> None:
        """Ask.

        Args:
            aha: Whether the moment is marked as an insight, until that is unticked.
            begins_at: Where the mark is first.
        """
        super().__init__()
        self._aha = aha
        self._begins_at = begins_at

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static(INSIGHT if self._aha else FEELING, id="heading")
            yield FeelingsGrid(self._begins_at)
            yield LineInput(placeholder="A word or two, if you like", most=MOST_WORDS)
            with Horizontal(id="answers"):
                yield Tick("An insight", self._aha, compact=True)
                yield Button("Not now  esc", id="leave", compact=True)
                yield Button("Take it  enter", id="take", compact=True)

    def on_key(self, event: events.Key) -> None:
        """What is typed at the grid is a word for the feeling."""
        typed = event.character or ""
        if event.is_printable and not typed.isspace() and self.focused is self.grid:
            event.stop()
            self.line.focus()
            self.line.insert_text_at_cursor(typed)

    @on(Tick.Changed)
    def _rename(self) -> None:
        self.heading.update(INSIGHT if self.insight.value else FEELING, layout=False)

    @on(FeelingsGrid.Taken)
    @on(Input.Submitted)
    @on(Button.Pressed, "#take")
    def _take(self) -> None:
        pleasant, aroused = self.grid.cell
        felt = Felt(pleasant, aroused, self.line.words, self.insight.value)
        self._answer(felt)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        self._answer(None)

    def _answer(self, felt: Felt | None) -> None:
        # A second Enter may come before the first has closed it.
        if self.is_active:
            self.dismiss(felt)
