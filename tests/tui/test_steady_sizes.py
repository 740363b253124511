"""A window that is dragged comes to rest."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from empathy_sim.tui.guarded_app import GuardedApp

SIZES = tuple(Size(width, height) for width, height in ((120, 40), (90, 30), (100, 50)))
LOOKS = 20


class Counting(Screen[None]):
    """Counts how often it is told a size, and has something to do each time."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def compose(self) -> ComposeResult:
        yield Static("A screen.")

    def on_resize(self) -> None:
        self.told += 1
        self.call_later(lambda: None)


class Dragged(GuardedApp[None]):
    """Something whose window may be dragged."""


async def test_sizes_that_come_faster_than_they_are_drawn_come_to_rest() -> None:
    app, below, above = Dragged(), Counting(), Counting()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(below)
        await app.push_screen(above)
        for size in SIZES:
            app.post_message(Resize(size, size))
            for screen in (below, above):
                screen.post_message(Resize(size, size))
                screen.call_later(lambda: None)
        told = [0, 0]
        for _ in range(LOOKS):
            await pilot.pause(0.05)
            told = [told[1], below.told + above.told]

        assert told[0] == told[1]
        assert below.size == above.size == app.size == SIZES[-1]
        assert below.query_one(Static).region.width == SIZES[-1].width
