"""A small full-screen app to be ended."""

from __future__ import annotations

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from empathy_sim.tui.brought_back import BroughtBack


class Borrower(BroughtBack[int]):
    """Shows its two processes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+z", "suspend_process", "Stop"),
        ("q", "leave", "Leave"),
        ("x", "fail", "Fail"),
    ]

    def compose(self) -> ComposeResult:
        yield Static(f"ready parent={os.getppid()} child={os.getpid()}.")

    def action_leave(self) -> None:
        self.exit(3)

    def action_fail(self) -> None:
        raise RuntimeError("on purpose")


def play() -> int:
    """Run the app and answer with its exit code."""
    app = Borrower()
    left_with = app.run()
    return left_with if left_with is not None else app.return_code or 0
