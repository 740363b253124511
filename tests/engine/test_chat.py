"""A chat, sentence by sentence."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.state import before
from empathy_sim.engine.touchpoints.chat import ChatFace
from empathy_sim.engine.voices import speaking_ms
from empathy_sim.journey.units import SECOND
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal, walk

SAMPLES = (
    "chat-canned-empathy",
    "chat-closes-on-silence",
    "chat-hands-over",
    "chat-hands-over-out",
    "chat-hands-over-well",
    "chat-intent-loop",
    "chat-no-button-fits",
    "chat-that-works",
)


def face_of(chat: Playthrough) -> ChatFace:
    face = chat.scene.face
    assert isinstance(face, ChatFace)
    return face


def read(chat: Playthrough) -> None:
    """Let the other side send all that it is typing."""
    while chat.scene.place is not None and face_of(chat).typing:
        chat.tick()


def opened(name: str, pace: Pace = "workshop") -> Playthrough:
    """A chat in which everything that opens it has been read."""
    chat = begun(name, pace=pace)
    read(chat)
    return chat


def say(chat: Playthrough, *texts: str) -> None:
    """Write sentences, and read the answer to each."""
    for text in texts:
        chat.do(m.Say(text))
        read(chat)


def sentences(chat: Playthrough) -> list[tuple[str, str]]:
    return [(each.who, each.says) for each in face_of(chat).sentences]


def last_said(chat: Playthrough) -> str:
    return face_of(chat).sentences[-1].says


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


def handed_over(chat: Playthrough) -> None:
    """Ask for a person until one is fetched, and be told so."""
    say(chat, "a person", "a human, please", "I want a person")


def test_a_person_is_refused_before_one_is_fetched() -> None:
    chat = opened("chat-hands-over")

    say(chat, "Can a person look at my parcel?")
    assert last_said(chat) == "I can help with most things."
    say(chat, "a human")
    assert last_said(chat).startswith("Before I do that")
    assert chat.frictions() == ["zero_refused"]

    say(chat, "a person")
    assert last_said(chat) == "I will find a colleague for you."
    assert chat.state.wait is not None
    assert chat.state.wait.sort == "queue"


def test_in_the_queue_one_can_only_wait_or_go() -> None:
    chat = opened("chat-hands-over")
    handed_over(chat)
    face = face_of(chat)

    assert face.banner == "You are number 3 in the queue."
    assert not face.input_open
    assert not face.typing
    assert [offer.id for offer in chat.scene.offers if offer.sort == "choose"] == [
        "left"
    ]
    assert not chat.scene.asks
    assert refusal(chat, m.Say("Hello?")) == "Nothing can be written here just now."


def test_the_queue_is_cut_by_the_pace() -> None:
    chat = opened("chat-hands-over")

    handed_over(chat)

    began = chat.happened(e.WaitBegan)[-1]
    assert (began.wait, began.length_ms, began.budget_ms) == (
        "queue",
        240 * SECOND,
        45 * SECOND,
    )
    felt = chat.state.felt_ms
    chat.wait_until(lambda state: state.wait is None)
    assert chat.state.story_ms - began.story_ms == 240 * SECOND
    assert chat.state.felt_ms - felt == 45 * SECOND
    assert chat.happened(e.TimeCut)


def test_the_person_knows_nothing_when_the_transcript_is_lost() -> None:
    chat = opened("chat-hands-over")
    say(chat, "Where is my parcel?")
    handed_over(chat)

    chat.wait_until(lambda state: state.wait is None)

    assert chat.happened(e.PersonAnswered) == [
        e.PersonAnswered(*stamps(chat), "Sam", able=True)
    ]
    assert chat.frictions()[-1] == "transcript_lost"
    assert sentences(chat) == []
    assert not face_of(chat).input_open
    read(chat)
    assert sentences(chat) == [
        ("Sam", "Hello, this is Sam. What can I do for you today?")
    ]


def stamps(chat: Playthrough) -> tuple[int, int]:
    return chat.state.story_ms, chat.state.felt_ms


def test_the_customer_starts_again_and_is_helped() -> None:
    chat = opened("chat-hands-over")
    handed_over(chat)
    chat.wait_until(lambda state: state.touchpoint == "sam")
    face = face_of(chat)

    assert (face.who, face.person, face.input_open) == ("Sam", True, True)
    say(chat, "It is about my parcel")
    chat.tick()

    assert chat.state.ending == "solved"
    assert chat.happened(e.KindnessShown)[-1].says == "Looked it up at once"
    assert len(chat.happened(e.PersonAnswered)) == 1
    assert chat.state.contacts == 1


def test_a_person_who_does_not_understand_is_no_machine() -> None:
    chat = opened("chat-hands-over")
    handed_over(chat)
    chat.wait_until(lambda state: state.touchpoint == "sam")
    met = chat.frictions()

    say(chat, "Well", "Well", "Hm")

    assert chat.frictions() == met


def test_with_nothing_lost_the_window_goes_on_with_what_was_said() -> None:
    chat = opened("chat-hands-over-well")
    say(chat, "parcel", "a person please")

    chat.wait_until(lambda state: state.touchpoint == "noor")
    read(chat)

    assert sentences(chat)[2] == ("Bea", "It left us on Monday.")
    assert sentences(chat)[-1] == (
        "Noor",
        "I can see what you wrote. It comes tomorrow.",
    )
    assert [each.who for each in chat.happened(e.PersonAnswered)] == ["Noor"]
    assert chat.frictions() == []


def test_an_answer_may_lead_into_another_chat_of_the_same_window() -> None:
    chat = opened("chat-hands-over-well")

    chat.do(m.Say("It is broken"))
    chat.wait_until(lambda state: state.touchpoint == "noor")

    assert [each.who for each in chat.happened(e.PersonAnswered)] == ["Noor"]
    assert ("Bea", "I will fetch her.") in sentences(chat)


def test_a_new_contact_opens_an_empty_window() -> None:
    chat = opened("chat-hands-over-well")
    chat.do(m.Choose("left"))

    assert chat.state.former is None
    assert chat.happened(e.ContactEnded)[-1].by == "customer"
    assert chat.state.ending == "closed"


def test_somebody_without_a_chat_of_their_own_is_a_colleague() -> None:
    chat = opened("chat-hands-over-out")
    say(chat, "a person")

    chat.wait_until(lambda state: bool(state.people))
    assert face_of(chat).who == "A colleague"
    read(chat)
    said = last_said(chat)
    assert said == "Hello. Could you tell me from the beginning?"
    assert chat.scene.next_at == chat.state.story_ms + speaking_ms(said)

    chat.tick()
    assert chat.state.ending == "reached"


def test_at_the_instant_pace_the_queue_takes_no_felt_time() -> None:
    chat = opened("chat-hands-over", pace="instant")
    felt = chat.state.felt_ms
    handed_over(chat)
    typed = chat.state.felt_ms - felt

    chat.wait_until(lambda state: state.wait is None)

    assert chat.state.felt_ms - felt == typed


def test_silence_is_warned_of_and_then_closes_the_chat() -> None:
    chat = opened("chat-closes-on-silence")
    since = chat.state.story_ms

    chat.wait(60 * SECOND)
    assert face_of(chat).banner == "Are you still there? This chat will be closed."
    assert face_of(chat).input_open

    chat.wait(30 * SECOND)
    assert chat.state.story_ms == since + 90 * SECOND
    assert chat.frictions() == ["closed_on_silence"]
    assert chat.happened(e.ContactEnded)[-1].how == "closed"
    face = face_of(chat)
    assert (face.closed, face.input_open, face.banner) == (True, False, "")
    assert last_said(chat).startswith("This chat has been closed.")


def test_a_closed_chat_can_be_read_and_then_only_closed() -> None:
    chat = opened("chat-closes-on-silence")
    chat.wait(90 * SECOND)

    assert chat.scene.next_at is None
    assert chat.scene.asks
    assert refusal(chat, m.Say("I am here")) == (
        "This chat is closed; its window can be closed."
    )
    assert refusal(chat, m.Choose("left")) == (
        "This chat is closed; its window can be closed."
    )
    chat.do(m.Choose("closed"))
    assert chat.state.ending == "closed_on"


def test_silence_is_counted_from_the_last_sentence_of_either() -> None:
    chat = opened("chat-closes-on-silence")
    chat.wait(89 * SECOND)
    assert face_of(chat).banner

    say(chat, "contract 4410")
    assert face_of(chat).banner == ""
    assert chat.scene.next_at == chat.state.story_ms + 60 * SECOND

    chat.wait(61 * SECOND)
    assert face_of(chat).banner


def test_while_dots_are_shown_nothing_is_closed() -> None:
    chat = opened("chat-closes-on-silence")
    chat.wait(89 * SECOND)

    chat.do(m.Say("contract"))
    chat.wait(1_500)

    assert chat.frictions() == []
    assert face_of(chat).typing


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
        dataclasses.replace(event, words="") if isinstance(event, e.Said) else event
        for event in chat.log
    ]
    chat.state = fold(before(chat.state.script), purged)

    assert [text for who, text in sentences(chat) if who == ""] == ["…", "…", "…"]
    assert last_said(chat) == "I am not sure I understand."
    say(chat, "Hm")
    assert last_said(chat) == "Please use a few simple words."


@pytest.mark.parametrize("name", SAMPLES)
def test_a_face_is_made_of_plain_values(name: str) -> None:
    face = dataclasses.asdict(face_of(opened(name)))

    assert json.loads(json.dumps(face))["kind"] == "chat"


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
