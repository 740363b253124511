"""The board over the counters."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Static

from empathy_sim.engine.queueing import Shown
from empathy_sim.text.safe import shown
from empathy_sim.tui.plain import plain

_BEFORE = 3
"""Numbers that stay under the newest."""


class TicketBoard(Vertical):
    """The number that is called, to which counter, and the ones before it.

    It is dark with bright figures in every theme, as such boards are.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TicketBoard {
        width: 1fr;
        height: auto;
        padding: 0 2;

        &:dark { background: black; color: #f2b544; }
        &:light { background: #22242a; color: #ffc861; }
        &:ansi { background: ansi_black; color: ansi_bright_yellow; }

        .heads { height: 1; width: 1fr; }
        .heads Static { width: 1fr; text-style: dim; }
        .heads .to, .older .to { width: 10; text-align: right; }
        .newest { height: 3; width: 1fr; }
        .newest Digits { width: 1fr; height: 3; }
        .newest .to { width: 10; text-align: right; }
        .older { height: 1; width: 1fr; }
        .older Static { width: 1fr; text-style: dim; }
    }
    TicketBoard.-mine {
        border-left: outer $company;
        padding: 0 2 0 1;
    }
    DrawnDevice.-roomy TicketBoard {
        padding: 1 3;
        .newest { margin: 1 0; }
        &.-mine { padding: 1 3 1 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._newest = Digits("", classes="number")
        self._to = Digits("", classes="to")
        self._older = [
            (Static("", markup=False), Static("", markup=False, classes="to"))
            for _ in range(_BEFORE)
        ]

    def compose(self) -> ComposeResult:
        with Horizontal(classes="heads"):
            yield Static("Number", markup=False)
            yield Static("Counter", markup=False, classes="to")
        yield Horizontal(self._newest, self._to, classes="newest")
        for number, to in self._older:
            yield Horizontal(number, to, classes="older")

    def show(self, board: tuple[Shown, ...], *, mine: bool) -> None:
        """Show what has been called, newest first.

        Args:
            board: numbers and their counters.
            mine: whether the newest is the participant's own.
        """
        self.set_class(mine, "-mine")
        newest = board[0] if board else Shown("", "")
        self._newest.update(shown(newest.number))
        self._to.update(shown(newest.to))
        for at, (number, to) in enumerate(self._older, 1):
            older = board[at] if at < len(board) else Shown("", "")
            number.update(plain(older.number))
            to.update(plain(older.to))
