"""What stands in too small a window."""

from __future__ import annotations

from typing import ClassVar, Generic

from textual import events
from textual.app import App, ReturnType
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

LEAST = Size(60, 18)
"""The smallest window, in columns and rows, in which every screen is whole."""

SENTENCE = (
    f"This needs a window of at least {LEAST.width} by {LEAST.height}. "
    "Make it larger: everything is as you left it."
)


class TooSmall(Static):
    """Covers a screen, which keeps its focus and whatever was typed."""

    DEFAULT_CSS = """
    TooSmall {
        overlay: screen;
        position: absolute;
        offset: 0 0;
        width: 100vw;
        height: 100vh;
        padding: 0 1;
        color: $foreground;
        background: $background;
        content-align: center middle;
        text-align: center;
    }
    """
    DEFAULT_CLASSES: ClassVar[str] = "-textual-system"

    def __init__(self) -> None:
        super().__init__(SENTENCE)


class FittingApp(App[ReturnType], Generic[ReturnType]):
    """An app that asks for a larger window rather than showing half of itself.

    Meanwhile letters still reach the field they were typed into, and no other key
    does anything: nobody decides what they cannot see.
    """

    STILL_HEARD: ClassVar[frozenset[str]] = frozenset({"ctrl+q", "ctrl+z"})
    """Keys that need no screen."""

    @property
    def is_too_small(self) -> bool:
        """Whether the window is smaller than `LEAST`, in either direction."""
        return self.size.width < LEAST.width or self.size.height < LEAST.height

    def on_mount(self) -> None:
        self.screen_change_signal.subscribe(self, self._fit, immediate=True)

    def on_resize(self) -> None:
        for screen in self.screen_stack:
            self._fit(screen)

    async def on_event(self, event: events.Event) -> None:
        if (
            isinstance(event, events.Key)
            and self.is_too_small
            and not self._is_heard(event)
        ):
            event.stop()
            return
        await super().on_event(event)

    def _is_heard(self, event: events.Key) -> bool:
        typed_into = self.screen.focused
        return event.key in self.STILL_HEARD or (
            typed_into is not None
            and typed_into.check_consume_key(event.key, event.character)
        )

    def _fit(self, screen: Screen[object]) -> None:
        _class_by_size(screen, self.size)
        # The screen may only be about to be composed; its queue comes after that.
        screen.call_later(self._cover, screen)

    async def _cover(self, screen: Screen[object]) -> None:
        covers = screen.query_children(TooSmall)
        if self.is_too_small and not covers:
            await screen.mount(TooSmall())
        elif covers and not self.is_too_small:
            await covers.remove()


def _class_by_size(screen: Screen[object], size: Size) -> None:
    """Let a screen be drawn for its window at once, and not only once it is there."""
    for steps, length in (
        (screen.HORIZONTAL_BREAKPOINTS, size.width),
        (screen.VERTICAL_BREAKPOINTS, size.height),
    ):
        reached = [name for least, name in sorted(steps or ()) if length >= least]
        for _, name in steps or ():
            screen.set_class(name in reached[-1:], name)
