"""What a chat takes and refuses."""

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
from tests.engine.played_chats import (
    SAMPLES,
    face_of,
    last_said,
    opened,
    read,
    say,
    sentences,
)
from tests.engine.walking import refusal, walk


def test_the_offers_hold_a_phrase_for_each_intent_and_one_for_none() -> None:
    chat = opened("chat-hands-over")

    offer = chat.scene.offer("say")

    assert offer is not None
    assert offer.examples == (
        m.Say("parcel"),
        m.Say("a person"),
        m.Say("It is about something else."),
    )


OTHERS: tuple[m.Move, ...] = (
    m.Press("1"),
    m.FillIn("name", "Margaret"),
    m.Rate("nps", 3),
    m.HangUp(),
)


@pytest.mark.parametrize("move", OTHERS, ids=lambda move: type(move).__name__)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_chat_has_no_hands_for_is_refused(name: str, move: m.Move) -> None:
    assert refusal(opened(name), move) == "In a chat one writes, or closes it."


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (m.Say("  "), "Write something first."),
        (m.Say("a" * 501), "That is too long to send; 500 characters at most."),
        (m.Choose("tea"), "There is no such button now."),
        (m.Choose("closed"), "There is no such button now."),
    ],
)
def test_what_cannot_be_sent_changes_nothing(move: m.Move, says: str) -> None:
    assert refusal(opened("chat-no-button-fits"), move) == says


def test_purged_words_leave_a_gap_and_change_nothing_else() -> None:
    chat = opened("chat-intent-loop")
    say(chat, "kettle", "a secret about a kettle", "Hm")

    purged = [
        replace(event, words="") if isinstance(event, e.Said) else event
        for event in chat.log
    ]
    chat.state = fold(before(chat.state.script), purged)

    assert [text for who, text in sentences(chat) if who == ""] == ["…", "…", "…"]
    assert last_said(chat) == "I am not sure I understand."
    say(chat, "Hm")
    assert last_said(chat) == "Please use a few simple words."


@pytest.mark.parametrize("name", SAMPLES)
def test_a_face_is_made_of_plain_values(name: str) -> None:
    face = msgspec.json.encode(face_of(opened(name)))

    assert json.loads(face)["kind"] == "chat"


@settings(max_examples=40)
@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 40), max_size=30))
def test_any_chat_survives_anything_that_can_be_done(
    name: str, picks: list[int]
) -> None:
    walk(begun(name), picks)


@settings(max_examples=30)
@given(st.sampled_from(SAMPLES), st.lists(st.text(max_size=30), max_size=6))
def test_anything_typed_is_answered(name: str, texts: list[str]) -> None:
    chat = opened(name)

    for text in texts:
        if text.strip() and chat.scene.place and face_of(chat).input_open:
            said = len(chat.happened(e.Said))
            chat.do(m.Say(text))
            read(chat)
            assert len(chat.happened(e.Said)) > said + 1
