"""A chat's queue, its hand-over, and its silence."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.voices import speaking_ms
from empathy_sim.journey.units import SECOND
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.played_chats import (
    face_of,
    handed_over,
    last_said,
    opened,
    read,
    say,
    sentences,
)
from tests.engine.walking import refusal


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
