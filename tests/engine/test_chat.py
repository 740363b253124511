"""A chat, sentence by sentence."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.units import SECOND
from tests.engine.made_scripts import begun
from tests.engine.played_chats import (
    face_of,
    last_said,
    opened,
    read,
    say,
    sentences,
)
from tests.engine.walking import refusal


def test_a_chat_that_works_does_its_one_thing_and_meets_nothing() -> None:
    chat = opened("chat-that-works")

    say(chat, "Could you change my e-mail address, please?", "Thank you!")
    chat.tick()

    assert chat.state.ending == "done"
    assert chat.frictions() == []
    replies = [
        step.facts for step in chat.happened(e.StepTaken) if "helps" in step.facts
    ]
    assert all(facts["helps"] for facts in replies)


def test_dots_come_before_each_sentence_and_sentences_one_after_the_other() -> None:
    chat = begun("chat-that-works")
    assert face_of(chat).typing
    assert sentences(chat) == []

    chat.wait(1 * SECOND)
    assert len(sentences(chat)) == 1
    assert face_of(chat).typing

    chat.wait(1 * SECOND)
    assert [said.story_ms for said in chat.happened(e.Said)] == [1_000, 2_000]
    assert not face_of(chat).typing


def test_a_sentence_shows_who_sent_it_and_when() -> None:
    chat = opened("chat-that-works")

    say(chat, "address")

    theirs, mine = face_of(chat).sentences[0], face_of(chat).sentences[2]
    assert (theirs.who, theirs.mine, theirs.time) == ("Bea", False, "10:00")
    assert (mine.who, mine.says, mine.mine) == ("", "address", True)
    assert last_said(chat).startswith("You will get a note")
    assert "margaret.obrien@example.com" in face_of(chat).sentences[3].says


def test_a_button_stands_for_its_intent_and_is_kept_with_its_words() -> None:
    chat = opened("chat-that-works")
    assert [each.id for each in face_of(chat).buttons] == ["change-my-e-mail-address"]

    chat.do(m.Choose("change-my-e-mail-address"))

    assert face_of(chat).buttons == ()
    assert chat.happened(e.OptionChosen)[-1].says == "Change my e-mail address"
    assert sentences(chat)[-1] == ("", "Change my e-mail address")
    read(chat)
    assert chat.frictions() == []


def test_the_last_sentence_can_be_read_before_the_window_goes() -> None:
    chat = opened("chat-that-works")

    say(chat, "thanks")

    assert chat.state.ending is None
    assert not face_of(chat).input_open
    assert refusal(chat, m.Say("one more thing")) == (
        "Nothing can be written here just now."
    )
    assert chat.scene.next_at == chat.state.story_ms + 2 * SECOND


@pytest.mark.parametrize("said", ["My KETTLE is late", "kettle?", "the kettle, please"])
def test_words_are_heard_whole_and_in_any_case(said: str) -> None:
    chat = opened("chat-intent-loop")

    say(chat, said)

    assert ("Bea", "Here is what I found: How to clean a kettle.") in sentences(chat)


@pytest.mark.parametrize("said", ["kettles", "back in my stock", "ordering"])
def test_a_word_within_a_word_is_not_heard(said: str) -> None:
    chat = opened("chat-intent-loop")

    say(chat, said)

    assert last_said(chat) == "I am not sure I understand."


def test_the_first_intent_in_the_file_wins() -> None:
    chat = opened("chat-intent-loop")

    say(chat, "Is my order of a kettle back in stock?")

    assert last_said(chat) == "Did that answer your question?"


def test_the_same_answer_again_is_a_loop_once_for_each_intent() -> None:
    chat = opened("chat-intent-loop")

    say(chat, "kettle")
    assert chat.frictions() == []

    say(chat, "the kettle", "kettle!")
    assert chat.frictions() == ["intent_loop"]
    assert chat.happened(e.FrictionMet)[-1].detail == "kettle"


def test_another_wording_is_not_yet_the_same_answer() -> None:
    chat = opened("chat-intent-loop")

    say(chat, "my order", "my order")
    assert last_said(chat) == "Your order is in your account, under Orders."
    assert chat.frictions() == []

    say(chat, "my order")
    assert chat.frictions() == ["intent_loop"]


def test_a_right_answer_is_no_loop_however_often() -> None:
    chat = opened("chat-intent-loop")

    say(chat, "back in stock", "back in stock", "back in stock")

    assert chat.frictions() == []


def test_not_understanding_is_a_ladder_whose_last_rung_stays() -> None:
    chat = opened("chat-intent-loop")

    say(chat, "Hm", "Hm", "Hm")

    said = [text for who, text in sentences(chat) if who == "Bea"]
    assert (
        said[1:]
        == ["I am not sure I understand."] + ["Please use a few simple words."] * 2
    )
    assert chat.frictions() == ["not_understood"]


def test_sympathy_comes_before_every_second_answer_that_does_not_help() -> None:
    chat = opened("chat-canned-empathy")
    card = "I understand, Margaret, and I am sorry to hear that."

    say(chat, "it is late", "notices", "refund", "Hm", "late")

    said = [text for who, text in sentences(chat) if who == "Bea"]
    assert [at for at, text in enumerate(said) if text == card] == [3, 6]
    assert said[4] == "Refunds take ten working days."
    assert chat.frictions().count("canned_empathy") == 1


def test_typing_what_no_button_says_and_nobody_understands_is_met_once() -> None:
    chat = opened("chat-no-button-fits")

    say(chat, "My kettle leaks", "It leaks", "Water")

    assert chat.frictions() == ["not_understood", "no_button_fits"]
    assert last_said(chat) == "I can only help with these topics."
    assert [each.id for each in face_of(chat).buttons] == [
        "opening-hours",
        "our-catalogue",
    ]


def test_without_buttons_on_the_screen_none_fails_to_fit() -> None:
    chat = opened("chat-no-button-fits")

    say(chat, "hours")
    assert [each.says for each in face_of(chat).buttons] == ["On Sundays?"]
    chat.do(m.Choose("on-sundays"))
    read(chat)
    assert face_of(chat).buttons == ()

    say(chat, "My kettle leaks")
    assert chat.frictions() == ["not_understood"]


def test_a_button_may_lead_away_and_one_without_its_intent_is_not_shown() -> None:
    chat = opened("chat-no-button-fits")
    assert refusal(chat, m.Choose("shops-near-me")) == "There is no such button now."

    chat.do(m.Choose("our-catalogue"))

    assert chat.state.ending == "catalogue"


def test_what_is_written_while_the_other_side_types_is_answered_in_turn() -> None:
    chat = opened("chat-intent-loop")
    chat.do(m.Say("kettle"))
    assert face_of(chat).input_open

    chat.do(m.Say("back in stock"))
    read(chat)

    assert [text for who, text in sentences(chat) if who == "Bea"][1:] == [
        "Here is what I found: How to clean a kettle.",
        "Did that answer your question?",
        "It is back on the 4th of July.",
    ]


def test_what_the_bot_has_not_sent_yet_has_not_been_met() -> None:
    chat = opened("chat-intent-loop")
    say(chat, "kettle")
    chat.do(m.Say("kettle"))

    chat.do(m.Choose("left"))

    assert chat.frictions() == []
    assert chat.state.ending == "closed"
