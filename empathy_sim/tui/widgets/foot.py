"""The keys at the foot of a screen."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer
from textual.widgets._footer import FooterKey


class Foot(Footer):
    """A footer that is made anew only where it would be another.

    Textual's makes all its keys anew whenever somebody asks what the keys are.
    """

    _shows: object = None

    def compose(self) -> ComposeResult:
        # Each key would be made the compact way, put in place, and made the other way.
        for widget in super().compose():
            match widget:
                case FooterKey():
                    compact = self.compact or widget.has_class("-command-palette")
                    widget.set_reactive(FooterKey.compact, compact)
                    widget.set_class(compact, "-compact", update=False)
                case _:
                    pass
            yield widget

    def bindings_changed(self, screen: Screen[Any]) -> None:
        shows = tuple(
            (binding, enabled, tooltip)
            for _, binding, enabled, tooltip in screen.active_bindings.values()
            if binding.show
        )
        if shows == self._shows:
            return
        is_made = screen.app.app_focus and self.is_attached and screen is self.screen
        self._shows = shows if is_made else None
        super().bindings_changed(screen)
