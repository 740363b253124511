"""Too small a window says so, and loses nothing."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Input

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.too_small import LEAST, SENTENCE, TooSmall
from tests.tui.seen import text_of


class Form(Screen[None]):
    """A line to write in and a button that counts."""

    BINDINGS = [("f2", "count", "Count")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.counted = 0

    def compose(self) -> ComposeResult:
        yield Input("typed", select_on_focus=False)
        yield Button("Send")

    def action_count(self) -> None:
        self.counted += 1

    def on_button_pressed(self) -> None:
        self.counted += 1

    def on_input_submitted(self) -> None:
        self.counted += 1


class Above(ModalScreen[int]):
    """Lies over the form."""

    def compose(self) -> ComposeResult:
        yield Input("above")


class Filling(GuardedApp[None]):
    """Shows the form."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()

    def get_default_screen(self) -> Screen[None]:
        return self.form


def says_so(app: GuardedApp[None]) -> bool:
    """Whether the sentence is all that is seen."""
    words = text_of(app).split()
    return words == SENTENCE.split()


@pytest.mark.parametrize("size", [(59, 18), (60, 17), (40, 10), (59, 40), (200, 17)])
async def test_below_sixty_by_eighteen_a_sentence_replaces_everything(
    size: tuple[int, int],
) -> None:
    app = Filling()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert says_so(app)

        await pilot.resize_terminal(*LEAST)
        await pilot.pause()
        assert "typed" in text_of(app)
        assert "window" not in text_of(app)


@pytest.mark.parametrize("size", [(60, 18), (61, 18), (200, 60)])
async def test_from_there_on_it_shows_itself(size: tuple[int, int]) -> None:
    app = Filling()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        assert "typed" in text_of(app)


async def test_what_was_typed_and_where_is_still_there() -> None:
    app = Filling()
    async with app.run_test() as pilot:
        await pilot.press("end", "x")
        await pilot.resize_terminal(30, 8)
        await pilot.press("y")
        await pilot.resize_terminal(80, 24)
        await pilot.press("z")

        assert app.form.query_one(Input).has_focus
        assert app.form.query_one(Input).value == "typedxyz"


async def test_nothing_is_decided_that_cannot_be_seen() -> None:
    app = Filling()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        await pilot.press("f2", "enter", "tab", "enter", "f1", "ctrl+p")
        await pilot.click(offset=(5, 5))

        assert app.form.counted == 0
        assert app.screen is app.form


async def test_a_screen_that_comes_up_meanwhile_is_covered_too() -> None:
    app = Filling()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        answers: list[int | None] = []
        app.push_screen(Above(), answers.append)
        await pilot.pause()
        assert says_so(app)

        app.screen.dismiss(7)
        await pilot.pause()
        assert answers == [7]
        assert says_so(app)

        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "typed" in text_of(app)


async def test_both_a_screen_and_the_one_below_it_are_uncovered() -> None:
    app = Filling()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        app.push_screen(Above())
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

        assert [len(screen.query(TooSmall)) for screen in app.screen_stack] == [0, 0]


async def test_any_size_in_any_order_crashes_nothing() -> None:
    app = Filling()
    sizes = [(1, 1), (200, 60), (2, 50), (60, 18), (59, 17), (300, 2), (80, 24)]
    async with app.run_test() as pilot:
        for size in sizes * 2:
            await pilot.resize_terminal(*size)
        await pilot.pause()

        assert app.form.query_one(Input).value == "typed"
        assert "typed" in text_of(app)


async def test_quitting_needs_no_screen() -> None:
    app = Filling()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()

    assert not app.is_running


class Broad(Screen[None]):
    """Remembers as what it was composed."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012
    began: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        self.began = self.classes
        yield Input()


@pytest.mark.parametrize(
    ("size", "looks"),
    [((80, 24), {"-narrow", "-low"}), ((120, 40), {"-wide", "-tall"})],
)
async def test_a_screen_is_drawn_for_its_window_from_the_first(
    size: tuple[int, int], looks: set[str]
) -> None:
    app, screen = Filling(), Broad()
    async with app.run_test(size=size):
        await app.push_screen(screen)

        assert screen.began >= looks
        assert not screen.began & ({"-narrow", "-low", "-wide", "-tall"} - looks)
