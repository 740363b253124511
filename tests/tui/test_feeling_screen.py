"""A feeling is taken in three seconds, or left."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.feeling import FEELING, INSIGHT, FeelingScreen, Felt
from empathy_sim.tui.widgets.affect import Cell
from empathy_sim.tui.widgets.feelings_grid import FeelingsGrid
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.tick import Tick
from tests.tui.seen import faint_in, text_of

NOT_YET = object()


class Asking(GuardedApp[None]):
    """Asks once and keeps the answer."""

    def __init__(self, screen: FeelingScreen) -> None:
        super().__init__()
        self.asked = screen
        self.answer: object = NOT_YET

    def on_mount(self) -> None:
        self.push_screen(self.asked, self.keep)

    def keep(self, felt: Felt | None) -> None:
        self.answer = felt


async def answer_to(*keys: str, screen: FeelingScreen | None = None) -> object:
    app = Asking(screen or FeelingScreen())
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
    return app.answer


async def test_arrows_and_enter_are_enough() -> None:
    assert await answer_to("left", "left", "up", "enter") == Felt(-2, 1, "", False)


async def test_enter_in_the_line_takes_the_feeling_with_its_words() -> None:
    keys = ("right", "tab", *"at", "space", *"last", "enter")

    assert await answer_to(*keys) == Felt(1, 0, "at last", False)


async def test_what_is_typed_at_once_stands_in_the_line() -> None:
    keys = ("left", *"nobody", "enter")

    assert await answer_to(*keys) == Felt(-1, 0, "nobody", False)


async def test_escape_leaves_without_from_anywhere() -> None:
    assert await answer_to("left", "escape") is None
    assert await answer_to("tab", "x", "escape") is None


async def test_an_insight_is_asked_for_as_one_and_can_be_unticked() -> None:
    assert await answer_to("enter", screen=FeelingScreen(aha=True)) == Felt(
        0, 0, "", True
    )
    unticked = await answer_to(
        "tab", "tab", "space", "shift+tab", "enter", screen=FeelingScreen(aha=True)
    )
    assert unticked == Felt(0, 0, "", False)


async def test_the_heading_says_whether_it_is_an_insight() -> None:
    app = Asking(FeelingScreen())
    async with app.run_test() as pilot:
        heading = app.screen.query_one("#heading", Static)
        assert str(heading.content) == FEELING

        app.screen.query_one(Tick).focus()
        await pilot.press("space")
        assert str(heading.content) == INSIGHT


async def test_the_mark_begins_where_it_is_told() -> None:
    screen = FeelingScreen(begins_at=Cell(-3, 2))

    assert await answer_to("enter", screen=screen) == Felt(-3, 2, "", False)


@pytest.mark.parametrize(
    ("button", "answer"), [("#take", Felt(0, 0, "", False)), ("#leave", None)]
)
async def test_the_mouse_alone_is_enough(button: str, answer: Felt | None) -> None:
    app = Asking(FeelingScreen())
    async with app.run_test() as pilot:
        await pilot.click(button)
        await pilot.pause()

    assert app.answer == answer


async def test_words_are_cleaned_and_kept_to_two_hundred() -> None:
    app = Asking(FeelingScreen())
    async with app.run_test() as pilot:
        app.screen.query_one(LineInput).value = "\x1b]0;" + "word " * 100
        await pilot.press("enter")
        await pilot.pause()

    assert isinstance(app.answer, Felt)
    assert app.answer.words.startswith("\N{REPLACEMENT CHARACTER}]0;word word")
    assert len(app.answer.words) <= 200


@pytest.mark.parametrize("size", [(60, 18), (75, 23), (80, 24), (100, 30), (120, 40)])
async def test_it_is_whole_in_every_window(size: tuple[int, int]) -> None:
    app = Asking(FeelingScreen())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = text_of(app)
        window = app.screen.region
        for widget in app.screen.query("#card, #card *"):
            assert window.contains_region(widget.region), widget
            assert widget.region.area, widget

    for words in ("wound up", "keen", "flat", "at ease", "unpleasant", "pleasant"):
        assert words in seen
    for words in ("A word or two", "An insight", "Not now", "Take it"):
        assert words in seen
    assert seen.count("·") == 80


@pytest.mark.parametrize("theme", ["empathy-dark", "empathy-light"])
async def test_every_word_of_it_can_be_read(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = Asking(FeelingScreen(aha=True))
    app.theme = theme
    faint = set[str]()
    async with app.run_test() as pilot:
        for _ in range(5):
            await pilot.press("tab")
            faint |= set(faint_in(app))

    assert faint == set()


async def test_the_grid_is_what_the_keys_first_move() -> None:
    app = Asking(FeelingScreen())
    async with app.run_test():
        assert isinstance(app.focused, FeelingsGrid)
