"""A calendar's leaf, and the days around it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Digits, Static

from empathy_sim.text.safe import shown
from empathy_sim.tui.plain import plain

_PER_LINE = 7
_TURNS_EVERY = 0.3
"""Seconds for a day that is turned over; slower than four a second."""


class CalendarLeaf(Vertical):
    """The day's name, number and month; under it a mark for each of the days."""

    DEFAULT_CSS = """
    CalendarLeaf {
        width: 22;
        height: auto;

        .binding {
            width: 1fr;
            height: 1;
            background: $company-fill;
            color: $company-on-fill;
            text-align: center;
            text-style: bold;
        }
        .leaf {
            width: 1fr;
            height: auto;
            padding: 1 0;
            &:dark { background: $foreground; color: $background; }
            &:light { background: $surface; color: $foreground; }
            &:ansi { background: ansi_white; color: ansi_black; }
        }
        Digits { width: 1fr; text-align: center; }
        .month { width: 1fr; text-align: center; }
        .marks {
            width: 1fr;
            text-align: center;
            color: $text-muted;
            margin-top: 1;
        }
    }
    """

    def __init__(self, days: int) -> None:
        super().__init__()
        self._days = days
        self._date = ""
        self._day = 0
        self._turned_to = 0
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        weekday, number, month = [*self._date.split(), "", "", ""][:3]
        yield Static(plain(weekday), classes="binding")
        with Vertical(classes="leaf"):
            yield Digits(shown(number))
            yield Static(plain(month), classes="month")
        yield Static(_marks(self._turned_to, self._days), classes="marks")

    def on_mount(self) -> None:
        self._timer = self.set_interval(_TURNS_EVERY, self._turn, pause=True)

    def show(self, date: str, day: int) -> None:
        """Show a day; what was passed over is turned, one mark after the other.

        Args:
            date: `Thursday 19 June`.
            day: which of the days it is, from 1.
        """
        is_first = self._day == 0
        self._day = day
        if is_first or self.app.animation_level == "none":
            self._turned_to = day
        if self._timer is not None and self._turned_to != day:
            self._timer.resume()
        if date != self._date:
            self._date = date
            self.refresh(recompose=True)

    def _turn(self) -> None:
        if self._turned_to < self._day:
            self._turned_to += 1
            self._mark()
        elif self._timer is not None:
            self._timer.pause()

    def _mark(self) -> None:
        for marks in self.query(".marks").results(Static):
            marks.update(_marks(self._turned_to, self._days), layout=False)


def _marks(day: int, days: int) -> Content:
    """A mark for each day, a week a line; over a month only their number."""
    if days > 5 * _PER_LINE:
        return plain(f"day {day} of {days}")
    marks = [
        "●" if at < day else "◉" if at == day else "○" for at in range(1, days + 1)
    ]
    weeks = [marks[at : at + _PER_LINE] for at in range(0, days, _PER_LINE)]
    lines = [" ".join(week) for week in weeks]
    return plain("\n".join([*lines, f"day {day} of {days}"]))
