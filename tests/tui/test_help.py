"""Help says what a screen is for."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import Footer, Input

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.feeling import FeelingScreen
from empathy_sim.tui.screens.help import HelpScreen
from tests.tui.hostile import HOSTILE
from tests.tui.seen import text_of

HOSTILE_LABEL = HOSTILE[0]


class Hold(Screen[None]):
    """A screen with help, a line to write in and keys."""

    HELP = "# On hold\n\nYou wait. **Nothing you press makes it shorter.**"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it feels"),
        Binding("f8", "hang_up", "Hang up"),
        Binding("f9", "speak", HOSTILE_LABEL),
        Binding("f4", "quietly", "Out of the footer", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Input("typed")
        yield Footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "hang_up"


class Calling(GuardedApp[None]):
    """Shows the screen."""

    def get_default_screen(self) -> Screen[None]:
        return Hold()


@pytest.fixture
def app() -> Calling:
    return Calling()


async def test_help_shows_the_screens_words_and_the_keys_of_the_moment(
    app: Calling,
) -> None:
    async with app.run_test() as pilot:
        await pilot.press("f1")
        seen = text_of(app)

    for words in ("On hold", "Nothing you press makes it shorter.", HOSTILE_LABEL):
        assert words in seen
    for key, does in [
        ("F2", "How it feels"),
        ("F4", "Out of the footer"),
        ("F1", "Help"),
        ("^q", "Close the program"),
    ]:
        assert any(
            line.split()[1:-1] == [key, *does.split()] for line in seen.split("\n")
        )
    assert "Hang up" not in seen
    assert "Delete" not in seen


@pytest.mark.parametrize("key", ["escape", "f1", "q"])
async def test_help_goes_away_and_leaves_everything_as_it_was(
    app: Calling, key: str
) -> None:
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)

        await pilot.press(key)
        assert isinstance(app.screen, Hold)
        assert app.screen.query_one(Input).has_focus
        assert app.screen.query_one(Input).value == "typed"


async def test_a_screen_without_words_of_its_own_still_lists_its_keys() -> None:
    app = GuardedApp[None]()
    async with app.run_test() as pilot:
        await pilot.press("f1")

        assert "Close the program" in text_of(app)


async def test_help_is_there_over_a_question_too(app: Calling) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        app.push_screen(FeelingScreen())
        await pilot.press("f1")
        seen = text_of(app)
        await pilot.press("f1")

        assert isinstance(app.screen, FeelingScreen)
    for words in ("Near enough is right", "Less pleasant", "Leave without"):
        assert words in seen


async def test_the_palette_needs_no_help(app: Calling) -> None:
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", "f1")

        assert isinstance(app.screen, CommandPalette)
