"""Captions show what has been heard, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from empathy_sim.engine.voices import speaking_ms
from empathy_sim.tui.widgets.phone_captions import heard_lines, spoken, wrapped
from tests.tui.hostile import HOSTILE

WORDS = st.text("abc  .,\n", min_size=1, max_size=120)
WIDTHS = st.integers(4, 40)


def letters(lines: tuple[str, ...]) -> str:
    return "".join("".join(lines).split())


@given(WORDS, WIDTHS, st.integers(0, 130))
def test_what_is_shown_begins_like_what_is_said_and_words_come_whole(
    says: str, width: int, heard: int
) -> None:
    whole = wrapped(says, width)
    shown = heard_lines(whole, says, heard)

    assert len(shown) == len(whole)
    for line, full in zip(shown, whole, strict=True):
        assert full.startswith(line)
        assert not line or not full[len(line) : len(line) + 1].strip()


@given(WORDS, WIDTHS)
def test_in_the_end_all_of_it_is_shown(says: str, width: int) -> None:
    assert heard_lines(wrapped(says, width), says, len(says)) == wrapped(says, width)
    assert letters(wrapped(says, width)) == letters((says,))


@given(WORDS, WIDTHS, st.integers(0, 130), st.integers(0, 130))
def test_what_was_shown_stays(says: str, width: int, one: int, other: int) -> None:
    less, more = sorted((one, other))
    lines = wrapped(says, width)

    before, after = heard_lines(lines, says, less), heard_lines(lines, says, more)

    assert letters(after).startswith(letters(before))


def test_nothing_is_shown_before_the_first_word() -> None:
    assert heard_lines(wrapped("Thank you.", 20), "Thank you.", 0) == ("",)
    assert heard_lines(wrapped("Thank you.", 20), "Thank you.", 1) == ("Thank",)


def test_a_caption_is_whole_when_the_voice_has_said_it() -> None:
    says = "Please stay on the line."

    assert spoken(says, since_ms=1_000).heard == 15
    assert spoken(says, since_ms=speaking_ms(says)).heard == len(says)


@pytest.mark.parametrize("width", [7, 20])
def test_no_line_is_wider_than_the_display(width: int) -> None:
    for text in HOSTILE:
        assert all(cell_len(line) <= width for line in wrapped(text, width)), text
