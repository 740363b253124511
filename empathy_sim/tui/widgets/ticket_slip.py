"""A ticket in one's hand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits, Static

from empathy_sim.text.safe import shown
from empathy_sim.tui.plain import plain


class TicketSlip(Vertical):
    """A slip of paper: what it is for, and its number."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TicketSlip {
        width: 26;
        height: auto;

        .paper {
            width: 1fr;
            height: auto;
            padding: 0 2;
            &:dark { background: $foreground; color: $background; }
            &:light { background: #efe4c6; color: #26292d; }
            &:ansi { background: ansi_white; color: ansi_black; }
        }
        .series { width: 1fr; text-align: center; text-wrap: nowrap;
                  text-overflow: ellipsis; }
        .paper Digits { width: 1fr; text-align: center; }
        .torn {
            width: 1fr;
            height: 1;
            text-wrap: nowrap;
            color: $foreground;
            &:light { color: #efe4c6; }
            &:ansi { color: ansi_white; }
        }
    }
    DrawnDevice.-roomy TicketSlip {
        width: 30;
        .paper { padding: 1 2 0 2; }
    }
    """

    def __init__(self, number: str, series: str) -> None:
        super().__init__()
        self._number, self._series = number, series

    def compose(self) -> ComposeResult:
        with Vertical(classes="paper"):
            yield Static(plain(self._series), classes="series")
            yield Digits(shown(self._number))
        yield Static("▀▘" * 40, markup=False, classes="torn")
