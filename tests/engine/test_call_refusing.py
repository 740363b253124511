"""What a call takes and refuses."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.state import before
from tests.engine.made_scripts import begun
from tests.engine.played_calls import (
    NUMBER,
    SAMPLES,
    answer,
    face_of,
    heard,
    sentences,
)
from tests.engine.walking import refusal, walk

OTHERS: tuple[m.Move, ...] = (
    m.Press("1"),
    m.FillIn("name", "Margaret"),
    m.Rate("nps", 3),
)


@pytest.mark.parametrize("move", OTHERS, ids=lambda move: type(move).__name__)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_call_has_no_hands_for_is_refused(name: str, move: m.Move) -> None:
    assert refusal(begun(name), move)


@pytest.mark.parametrize(
    ("name", "move", "says"),
    [
        ("call-that-works", m.Say(" "), "Read something out."),
        (
            "call-that-works",
            m.Say("1" * 121),
            "That is too long to read out; 120 characters at most.",
        ),
        (
            "call-that-works",
            m.Choose("hello"),
            "They have asked for this: order number.",
        ),
        ("call-kind-but-powerless", m.Say("Hello"), "Choose what to say."),
        (
            "call-kind-but-powerless",
            m.Choose("hello"),
            "That is not one of the things to say now.",
        ),
    ],
)
def test_what_cannot_be_said_changes_nothing(
    name: str, move: m.Move, says: str
) -> None:
    assert refusal(heard(name), move) == says


def test_on_hold_nobody_listens() -> None:
    call = begun("call-supervisor-hold")
    call.tick()

    assert refusal(call, m.Choose("i-see")) == (
        "Nobody is on the line; there is only the music."
    )
    assert [told.says for told in face_of(call).told()] == ["A flute."]


def test_purged_words_leave_a_gap_and_change_nothing_else() -> None:
    call = heard("call-asks-again")
    answer(call, m.Say("AW-204712"), m.Say(NUMBER))
    face = face_of(call)

    purged = [
        replace(event, words="") if isinstance(event, e.Said) else event
        for event in call.log
    ]
    call.state = fold(before(call.state.script), purged)

    assert [text for who, text in sentences(call) if who == ""] == ["…", "…"]
    assert face_of(call).asks == face.asks == "postcode"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_face_is_made_of_plain_values(name: str) -> None:
    face = msgspec.json.encode(face_of(begun(name)))

    assert json.loads(face)["kind"] == "call"


@settings(max_examples=40)
@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 40), max_size=30))
def test_any_call_survives_anything_that_can_be_done(
    name: str, picks: list[int]
) -> None:
    walk(begun(name), picks)
