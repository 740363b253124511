"""A line takes words, however they come."""

from __future__ import annotations

import time

import pytest
from textual import events
from textual.app import ComposeResult

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.line_input import SHORTENED, LineInput


class Writing(GuardedApp[None]):
    """Has one line to write in, and counts its notes."""

    def __init__(self) -> None:
        super().__init__()
        self.line = LineInput("", most=20)

    def compose(self) -> ComposeResult:
        yield self.line

    @property
    def notes(self) -> list[str]:
        return [note.message for note in self._notifications]


async def pasted(text: str, before: str = "") -> Writing:
    app = Writing()
    async with app.run_test(notifications=True) as pilot:
        app.line.value = before
        app.line.post_message(events.Paste(text))
        await pilot.pause()
    return app


@pytest.mark.parametrize(
    ("text", "line", "is_shortened"),
    [
        ("at last", "at last", False),
        ("  at last\n", "at last", False),
        ("first\nsecond", "first", True),
        ("\n\nfirst", "first", False),
        ("a\tb", "a b", False),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd", False),
        ("x" * 21, "x" * 20, True),
        ("", "", False),
        ("[/b] [@click=app.quit]", "[/b] [@click=app.qui", True),
    ],
)
async def test_a_paste_is_cleaned_and_cut_with_a_note(
    text: str, line: str, is_shortened: bool
) -> None:
    app = await pasted(text)

    assert app.line.value == line
    assert app.notes == ([SHORTENED] if is_shortened else [])


async def test_a_paste_takes_the_room_that_is_left() -> None:
    app = await pasted("more words", before="fifteen letters")

    assert app.line.value == "fifteen lettersmore "


async def test_a_paste_of_ten_million_characters_is_cut_at_once() -> None:
    text = "a\x1b]52;c;" * 1_250_000
    began = time.process_time()
    app = await pasted(text)

    assert time.process_time() - began < 3
    assert app.line.value == "a\ufffd]52;c;" * 2 + "a\ufffd]5"


async def test_typing_stops_at_the_last_character_there_is_room_for() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        app.line.value = "nineteen letters, ok"[:19]
        await pilot.press("a", "b")

        assert app.line.value == "nineteen letters, oa"


async def test_what_is_kept_has_no_blanks_around_it() -> None:
    app = Writing()
    async with app.run_test():
        app.line.value = "  at last  "

        assert app.line.words == "at last"


async def test_the_cursor_does_not_blink() -> None:
    app = Writing()
    async with app.run_test():
        assert not app.line.cursor_blink
