"""An id is made of what is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.journey.marks import ID
from empathy_sim.journey.slugs import slug


@pytest.mark.parametrize(
    ("says", "made"),
    [
        ("Call again", "call-again"),
        ("Call again!", "call-again"),
        ("  No, thanks. ", "no-thanks"),
        ("Größe & Café", "groe-cafe"),
        ("Ring <company.name>", "ring-company-name"),
        ("???", "option"),
        ("", "option"),
        ("日本", "option"),
    ],
)
def test_an_id_is_plain(says: str, made: str) -> None:
    assert slug(says) == made


def test_a_long_sentence_makes_an_id_of_forty_characters_at_most() -> None:
    made = slug("I would very much like to speak to a person who can help")

    assert made == "i-would-very-much-like-to-speak-to-a-per"


@given(st.text())
def test_an_id_made_of_anything_is_plain_and_stays_as_it_is(says: str) -> None:
    made = slug(says)

    assert ID.fullmatch(made) or made[0].isdigit()
    assert len(made) <= 40
    assert slug(made) == made
