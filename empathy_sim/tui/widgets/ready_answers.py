"""Ready answers under a conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from empathy_sim.engine.touchpoints.chat import ChatButton
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.pressable import Pressable

_AROUND = 5
"""Columns that a button takes beside its words, with the gap to the next."""


class ReadyAnswers(Vertical):
    """Buttons in as many lines as they need; arrows go from one to the next."""

    DEFAULT_CSS = """
    ReadyAnswers {
        width: 1fr;
        height: auto;
        padding: 0 2;
        Horizontal { width: 1fr; height: auto; }
        Pressable { margin-right: 1; margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", "The one before", show=False),
        Binding("right,down", "step(1)", "The next one", show=False),
    ]

    def __init__(self, buttons: Sequence[ChatButton], width: int) -> None:
        """Lay buttons out.

        Args:
            buttons: the ready answers.
            width: columns of a line.
        """
        super().__init__()
        self._buttons, self._width = tuple(buttons), width

    def compose(self) -> ComposeResult:
        for line in _lines(self._buttons, self._width):
            with Horizontal():
                for each in line:
                    yield Pressable(plain(each.says), each.id, classes="-chip")

    def action_step(self, by: int) -> None:
        """Go to another answer, or back to what is being written."""
        there = list(self.query(Pressable))
        at = next((at for at, each in enumerate(there) if each.has_focus), 0) + by
        if 0 <= at < len(there):
            there[at].focus()
        elif at >= len(there):
            self.screen.focus_next()


def _lines(
    buttons: Sequence[ChatButton], width: int
) -> Iterator[tuple[ChatButton, ...]]:
    line: tuple[ChatButton, ...] = ()
    taken = 0
    for each in buttons:
        wide = cell_len(each.says) + _AROUND
        if line and taken + wide > width:
            yield line
            line, taken = (), 0
        line, taken = (*line, each), taken + wide
    if line:
        yield line
