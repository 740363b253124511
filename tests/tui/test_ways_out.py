"""A window is not closed by the way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.pressable import Pressable
from empathy_sim.tui.widgets.way_out import WayOut


class Window(GuardedApp[None]):
    """A field to write in, and a way out."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()
        yield WayOut("Close the page", "left")

    def on_pressable_pressed(self, pressed: Pressable.Pressed) -> None:
        self.left.append(pressed.option)

    @property
    def says(self) -> str:
        return str(self.query_one(WayOut).render())


@asynccontextmanager
async def window() -> AsyncIterator[tuple[Window, Pilot[None]]]:
    app = Window()
    async with app.run_test() as pilot:
        yield app, pilot


async def test_a_key_that_closes_a_window_is_asked_for_again() -> None:
    async with window() as (app, pilot):
        await pilot.press("tab", "enter")
        first = (tuple(app.left), app.says)
        await pilot.press("enter")

        assert first == ((), "Press again: ✕ Close the page")
        assert app.left == ["left"]


async def test_a_click_closes_it_at_once() -> None:
    async with window() as (app, pilot):
        await pilot.click(WayOut)

        assert app.left == ["left"]


async def test_whoever_goes_on_elsewhere_is_asked_anew() -> None:
    async with window() as (app, pilot):
        await pilot.press("tab", "enter", "shift+tab", "tab")
        assert app.says == "✕ Close the page"
        await pilot.press("enter")

        assert app.left == []
