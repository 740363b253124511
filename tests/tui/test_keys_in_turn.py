"""Keys typed ahead go where they were meant to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Button, Input

from empathy_sim.tui.guarded_app import GuardedApp


class Asked(ModalScreen[None]):
    """A field behind another thing that takes no letters; F5 asks anew."""

    BINDINGS = [("f5", "again", "Again")]  # noqa: RUF012 - Textual's own way

    def compose(self) -> ComposeResult:
        with Vertical(), Vertical():
            yield Button("First")
            with Vertical():
                yield Input()

    def action_again(self) -> None:
        self.app.switch_screen(Asked())


class Answering(GuardedApp[None]):
    """Asks for something."""

    def on_mount(self) -> None:
        self.push_screen(Asked())


def typed_at_once(app: Answering, keys: tuple[str, ...]) -> None:
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("word", ["a", "words", "0123456789"])
async def test_letters_wait_for_the_key_that_leads_to_their_field(word: str) -> None:
    app = Answering()
    async with app.run_test() as pilot:
        await pilot.pause()
        typed_at_once(app, ("tab", *word, "shift+tab", "x", "tab", "end", "!"))
        await pilot.pause(1)

        assert app.screen.query_one(Input).value == f"{word}!"


async def test_a_key_that_opens_a_screen_is_before_the_keys_for_it() -> None:
    app = Answering()
    async with app.run_test() as pilot:
        await pilot.pause()
        typed_at_once(app, ("tab", *"old", "f5", "tab", *"new"))
        await pilot.pause(1)

        assert app.screen.query_one(Input).value == "new"


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(("tab", "shift+tab", "a", "b", "left", "backspace"))))
async def test_keys_at_once_do_what_they_do_one_by_one(keys: list[str]) -> None:
    found = []
    for at_once in (True, False):
        app = Answering()
        async with app.run_test() as pilot:
            await pilot.pause()
            if at_once:
                typed_at_once(app, tuple(keys))
                await pilot.pause(2)
            else:
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause()
            field = app.screen.query_one(Input)
            found.append((field.value, field.cursor_position, field.has_focus))

    assert found[0] == found[1]
