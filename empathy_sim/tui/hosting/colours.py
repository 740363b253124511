"""A browser's colours, wherever the server was started."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from textual.app import App
from textual.filter import Monochrome, NoColor


def in_colour(app: App[Any]) -> None:
    """Let an app draw in all colours; the server's own terminal decides nothing.

    A person chooses other colours within the app.
    """
    app.console = Console(
        color_system="truecolor",
        file=app.console.file,
        force_terminal=True,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        safe_box=False,
        soft_wrap=False,
        _environ={},
    )
    app.no_color = False
    app._filters = [  # noqa: SLF001
        each
        for each in app._filters  # noqa: SLF001
        if not isinstance(each, Monochrome | NoColor)
    ]
