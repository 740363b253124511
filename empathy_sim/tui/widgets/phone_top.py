"""The top of a display: whom, how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size

from empathy_sim.journey.units import clock
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.quick_lines import Parts, QuickLines

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


class PhoneTop(QuickLines):
    """Whom the call is to and its timer; the number, and what the line is doing."""

    DEFAULT_CSS = """
    PhoneTop {
        width: 1fr;
        height: 2;
        padding: 0 2;
        background: $company-fill;
        color: $company-on-fill;

        .phone-top--called { text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"phone-top--called"}
    PREFIX: ClassVar[str] = "phone-top"

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

    def parts(self, y: int) -> Parts:
        """Whom and how long; under them the number and the signal."""
        if y >= len(self._lines):
            return ()
        left, right = (plain(part).plain for part in self._lines[y])
        width = self.size.width
        room = max(0, width - cell_len(right) - 2)
        if cell_len(left) > room:
            left = set_cell_size(left, max(0, room - 1)).rstrip() + "…"
        gap = " " * max(0, width - cell_len(left) - cell_len(right))
        text = left.replace("\n", " ") + gap + right
        return ((text, "called" if y == 0 else ""),)
