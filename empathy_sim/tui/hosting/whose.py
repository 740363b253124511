"""Which app a running frame works for."""

from __future__ import annotations

from types import FrameType
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump


def app_of(frame: FrameType | None) -> App[Any] | None:
    """The app in whose widgets, screens or self a frame runs; None if in none."""
    while frame is not None:
        found = _above(frame.f_locals.get("self"))
        if found is not None:
            return found
        frame = frame.f_back
    return None


def _above(owner: object) -> App[Any] | None:
    """The app at the top of the tree in which a widget is."""
    while isinstance(owner, MessagePump):
        match owner:
            case App():
                return owner
            case _:
                # A widget that is still being made has none, and says so by raising.
                owner = getattr(owner, "_parent", None)
    return None
