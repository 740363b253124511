"""Sizes that a screen has outgrown are let go."""

from __future__ import annotations

from typing import Any

from textual.events import Resize
from textual.screen import Screen

_resized = Screen._on_resize  # noqa: SLF001


def keep_sizes_steady() -> None:
    """Let screens follow the size that their app has now, and no earlier one.

    A screen that is laid out tells itself the size it was laid out in. Where two
    sizes wait at once, each is told behind the other, and the screen is laid out in
    both by turns for ever: the window was dragged, and the program hangs. It holds
    for all apps of the process.
    """
    ways: Any = Screen
    ways._on_resize = _follow  # noqa: SLF001


async def _follow(screen: Screen[object], event: Resize) -> None:
    if event.size == screen.app.size:
        await _resized(screen, event)
    else:
        event.stop()
