"""The command palette, safe from a hasty hand."""

from __future__ import annotations

from contextlib import suppress
from inspect import unwrap
from typing import Any

from textual import work
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.css.query import NoMatches

_GATHER: Any = unwrap(CommandPalette._gather_commands)  # noqa: SLF001


class Palette(CommandPalette):
    """Textual's palette, that no key ends the program through.

    A key that comes before its list is laid out, or while it closes, is let pass.
    """

    DEFAULT_CSS = """
    Palette #--input { border: hkey $border-blurred; }
    Palette #--input.--list-visible { border-bottom: none; }
    Palette CommandList { border-bottom: hkey $border-blurred; }
    """

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError, NoMatches):
            super()._action_command_list(action)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)  # noqa: SLF001
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):
            await _GATHER(self, search_value)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, once."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
