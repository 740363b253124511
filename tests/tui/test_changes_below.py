"""Below a question only what changes is drawn."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from empathy_sim.tui.changes_below import draw_changes_below
from empathy_sim.tui.guarded_app import GuardedApp


class Question(ModalScreen[None]):
    """Stands above something that goes on."""

    CSS = "Question { align: center middle; } Static { width: 10; height: 3; }"

    def compose(self) -> ComposeResult:
        yield Static("A question")


class GoesOn(GuardedApp[None]):
    """Counts what is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("one", id="first")
        yield Static("two", id="second")

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        self.drawn.append(type(renderable).__name__)
        super()._display(screen, renderable)


async def test_a_change_below_is_drawn_where_it_is_and_then_there_is_rest() -> None:
    assert draw_changes_below(), "this Textual does otherwise"
    app = GoesOn()
    async with app.run_test(size=(60, 20)) as pilot:
        below = app.screen
        await app.push_screen(Question())
        below.query_one("#first", Static).update("to begin with")
        await pilot.pause(1)
        for number in range(3):
            app.drawn.clear()
            below.query_one("#first", Static).update(f"number {number}")
            await pilot.pause(1)
            lines = [strip.text for strip in app.screen._compositor.render_strips()]

            assert lines[0].startswith(f"number {number}")
            assert set(app.drawn) == {"ChopsUpdate"}
        app.drawn.clear()
        await pilot.pause(5)

        assert not app.drawn
