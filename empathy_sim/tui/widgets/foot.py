"""The keys at the foot of a screen."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets import Footer


class Foot(Footer):
    """A footer that is made anew only where it would be another.

    Textual's makes all its keys anew whenever somebody asks what the keys are.
    """

    _shows: object = None

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
