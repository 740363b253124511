"""What a screen in a browser is."""

from __future__ import annotations

from collections.abc import Callable
from types import FrameType
from typing import Protocol, TypeAlias

WIDEST = 300
"""Columns a browser may ask for."""
TALLEST = 100
"""Rows a browser may ask for."""


def fitting(width: int, height: int) -> tuple[int, int]:
    """A size that can be drawn, as near as may be to what was asked for."""
    return max(1, min(width, WIDEST)), max(1, min(height, TALLEST))


class Outlet(Protocol):
    """Where a view's pieces of screen go."""

    def write(self, text: str) -> None:
        """Take a piece; never waits."""
        ...

    def flush(self) -> None:
        """Learn that what was written may be shown; never waits."""
        ...


class View(Protocol):
    """A screen that draws what a seat sees; it may be thrown away at any time."""

    async def run(self) -> None:
        """Be there until it ends by itself, or `close`.

        Raises:
            Exception: whatever it fails by.
        """
        ...

    def feed(self, text: str) -> None:
        """Take what a terminal sends: keys, the mouse, a paste."""
        ...

    def resize(self, width: int, height: int) -> None:
        """Be drawn in another size, in columns and rows."""
        ...

    def focus(self, here: bool) -> None:  # noqa: FBT001 - a state, as it was told
        """Learn whether the window is the one that is looked at."""
        ...

    def repaint(self) -> None:
        """Draw everything, for a terminal that shows nothing yet."""
        ...

    def ask(self, answered: Callable[[], None]) -> None:
        """Call back soon; a view that is stuck does not."""
        ...

    def is_running(self, frame: FrameType) -> bool:
        """Whether a running frame of the program is this view's work."""
        ...

    def close(self) -> None:
        """End soon."""
        ...


Maker: TypeAlias = Callable[[Outlet, int, int], View]
"""Makes a view of so many columns and rows that draws to an outlet."""
