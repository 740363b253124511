"""Words from elsewhere are shown as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.text.safe import shown
from empathy_sim.tui.plain import plain
from tests.tui.hostile import HOSTILE


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_letter_of_a_hostile_text_is_lost(text: str) -> None:
    assert plain(text).plain == shown(text)


@given(st.text())
def test_no_text_at_all_gets_a_look_of_its_own(text: str) -> None:
    assert plain(text).spans == []


def test_a_tab_becomes_the_blanks_it_would_take() -> None:
    assert plain("a\tb").plain == "a   b"
