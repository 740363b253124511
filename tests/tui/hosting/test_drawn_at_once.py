"""A phone's key lights up first."""

from __future__ import annotations

import asyncio

from textual.app import ComposeResult
from textual.widgets import Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.phone_keypad import KEYS, Keypad
from tests.tui.hosting.hosted_stage import Stage, until


class Phoning(GuardedApp[None]):
    """A keypad, and a word beside it."""

    CSS = "Keypad { width: 30; }"

    def compose(self) -> ComposeResult:
        yield Keypad()
        yield Static("said")


async def test_a_hosted_key_is_drawn_as_it_is_pressed_and_not_again() -> None:
    app = Phoning()
    stage = Stage(app)
    try:
        await stage.shown("said")
        await asyncio.sleep(1)
        for key in KEYS:
            before = len(stage.page.pieces)
            with app._context():
                app.query_one(Keypad).light_up(key)

            assert len(stage.page.pieces) == before + 1
            assert key in stage.page.pieces[-1]
        drawn = len(stage.page.pieces)
        await until(lambda: not app.query_one(Keypad).lit)
        await until(lambda: len(stage.page.pieces) > drawn)
    finally:
        await stage.close()


async def test_where_all_is_laid_out_anew_a_key_waits_for_it() -> None:
    app = Phoning()
    stage = Stage(app)
    try:
        await stage.shown("said")
        await asyncio.sleep(1)
        before = len(stage.page.pieces)
        app.screen.refresh(layout=True)
        with app._context():
            app.query_one(Keypad).light_up("5")

        assert len(stage.page.pieces) == before
        await until(lambda: len(stage.page.pieces) > before)
    finally:
        await stage.close()


async def test_in_a_terminal_of_its_own_a_key_is_drawn_with_the_rest() -> None:
    app = Phoning()
    async with app.run_test() as pilot:
        keypad = app.query_one(Keypad)
        keypad.light_up("5")

        assert keypad._repaint_required
        await pilot.pause(0.1)
        assert not keypad._repaint_required
