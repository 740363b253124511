"""What could be better is told of sound files."""

from __future__ import annotations

import pytest

from empathy_sim.library.advice_texts import grade, sentences_of

EASY = "The cat sat on the mat. It was a big cat. The mat was red."
HARD = (
    "Notification of administrative responsibility is communicated individually, "
    "notwithstanding international documentation requirements."
)


def test_short_words_ask_for_fewer_years_than_long_ones() -> None:
    assert grade(EASY) < 3
    assert grade(HARD) > 20


def test_the_grade_is_that_of_the_formula() -> None:
    # 10 words in 2 sentences, 12 syllables: the formula by hand.
    text = "We have your order. It is on its way today."
    expected = 0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59

    assert grade(text) == pytest.approx(expected)


def test_no_text_asks_for_no_school() -> None:
    assert grade("") == 0
    assert grade("… !") == 0


def test_a_line_of_a_list_is_a_sentence() -> None:
    text = "Dear you,\n\nOrder: 1\nPaid: 2. Thank you! So long."

    assert sentences_of(text) == [
        "Dear you,",
        "Order: 1",
        "Paid: 2.",
        "Thank you!",
        "So long.",
    ]
