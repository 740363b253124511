"""The top of a display: whom, how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.journey.units import clock
from empathy_sim.tui.plain import plain

Signal = Literal["speaking", "listening", "busy", "on hold", "recording", "dead"]
SIGNALS: dict[Signal, str] = {
    "speaking": "● speaking",
    "listening": "○ listening",
    "busy": "… busy",
    "on hold": "‖ on hold",
    "recording": "● recording",
    "dead": "✕ line dead",
}
"""What the line is doing, in a mark and a word: never by a colour alone."""


@dataclass(frozen=True, slots=True)
class Dialled:
    """What stands at the top while a phone is in use."""

    called: str
    """Whom: the company, or who answered."""
    number: str
    """The number, or the team."""
    since_ms: int | None
    """How long the call has lasted; None when there is none."""
    signal: Signal


class PhoneTop(Widget):
    """Whom the call is to and its timer; the number, and what the line is doing."""

    DEFAULT_CSS = """
    PhoneTop {
        width: 1fr;
        height: 2;
        padding: 0 2;
        background: $company-fill;
        color: $company-on-fill;
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], ...] = ()

    def show(self, dialled: Dialled) -> None:
        """Show a call; nothing is drawn again that has not changed."""
        since = dialled.since_ms
        lines = (
            (dialled.called, clock(since) if since is not None else ""),
            (dialled.number, SIGNALS[dialled.signal]),
        )
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.rich_style
        if y >= len(self._lines):
            return Strip.blank(width, style)
        left, right = (plain(part).plain for part in self._lines[y])
        room = max(0, width - cell_len(right) - 2)
        if cell_len(left) > room:
            left = set_cell_size(left, max(0, room - 1)).rstrip() + "…"
        gap = " " * max(0, width - cell_len(left) - cell_len(right))
        text = left.replace("\n", " ") + gap + right
        return Strip([Segment(text, style + Style(bold=y == 0))]).adjust_cell_length(
            width, style
        )
