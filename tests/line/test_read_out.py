"""What the telephone asks for is read out."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from tests.line.typed_play import Typed, typed

NUMBER = "AW-204711"
WHAT = "Dani asks for this: order number. Type it as it stands in your notebook: "


def given(done: Typed) -> list[bool]:
    return [event.right for event in done.events(e.FactGiven)]


def test_it_is_said_what_to_type() -> None:
    assert f"({WHAT}{NUMBER})" in typed("call-asks-again").text


@pytest.mark.parametrize("line", [NUMBER, "aw 204711", f"It is {NUMBER}, I think."])
def test_the_number_reads_it_out_however_it_is_written(line: str) -> None:
    assert given(typed("call-asks-again", line)) == [True]


def test_a_slip_is_read_out_too() -> None:
    assert given(typed("call-asks-again", "AW-204771")) == [False]


@pytest.mark.parametrize("line", ["", "hello", "What do you mean?", "1", "One moment."])
def test_another_sentence_is_none_and_what_to_type_is_said_again(line: str) -> None:
    done = typed("call-asks-again", line)

    assert given(done) == []
    assert f"That is not what is asked for. {WHAT}{NUMBER}." in done.text


def test_any_sentence_can_be_said_all_the_same() -> None:
    done = typed("call-asks-again", "say: One moment.")

    assert given(done) == [False]
    assert "Dani: I'm sorry, that isn't one of ours. Once more?" in done.text
