"""A question is answered once."""

from __future__ import annotations

import pytest

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.confirm import ConfirmScreen
from tests.tui.hostile import HOSTILE
from tests.tui.seen import faint_in, text_of


class Asking(GuardedApp[None]):
    """Asks once and keeps the answer."""

    def __init__(self, words: str = "Leave the journey?") -> None:
        super().__init__()
        self.words = words
        self.answer: bool | None = None

    def on_mount(self) -> None:
        question = ConfirmScreen(
            self.words, yes="Leave", no="Stay", consequence=f"Then: {self.words}"
        )
        self.push_screen(question, self.keep)

    def keep(self, answer: bool | None) -> None:
        self.answer = answer


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("enter", False),
        ("escape", False),
        ("n", False),
        ("y", True),
        ("right enter", True),
        ("right left enter", False),
        ("tab enter", True),
    ],
)
async def test_a_key_answers(keys: str, answer: bool) -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()

    assert app.answer is answer


@pytest.mark.parametrize(("button", "answer"), [("#yes", True), ("#no", False)])
async def test_a_click_answers(button: str, answer: bool) -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.click(button)
        await pilot.pause()

    assert app.answer is answer


@pytest.mark.parametrize("theme", ["empathy-dark", "empathy-light"])
async def test_question_consequence_and_answers_can_be_read(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = Asking()
    app.theme = theme
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("right")
        seen = text_of(app)
        assert faint_in(app) == []

    for words in ("Leave the journey?", "Then: Leave", " Leave ", "Stay"):
        assert words in seen


async def test_words_from_elsewhere_are_only_words() -> None:
    for words in HOSTILE[:13:3]:
        app = Asking(words)
        async with app.run_test():
            assert text_of(app).count(words) == 2
