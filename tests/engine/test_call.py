"""A call, in real time."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.voices import heard_of, speaking_ms
from empathy_sim.journey.units import SECOND
from tests.engine.made_scripts import begun
from tests.engine.played_calls import (
    NUMBER,
    SAMPLES,
    answer,
    face_of,
    heard,
    sentences,
    steps,
)
from tests.engine.walking import refusal


def test_a_call_that_works_answers_and_meets_nothing() -> None:
    call = heard("call-that-works")

    answer(call, m.Say("aw 204711"), m.Choose("thank-you-goodbye"))

    assert call.state.ending == "answered"
    assert call.frictions() == []
    assert [each.who for each in call.happened(e.PersonAnswered) if each.able] == [
        "Rosa"
    ]
    assert call.happened(e.KindnessShown)[-1].says == "Said it in one sentence"


def test_a_sentence_takes_as_long_as_saying_it() -> None:
    call = begun("call-that-works")
    face = face_of(call)
    said = face.sentences[-1].says

    assert (face.who, face.team, face.speaking) == ("Rosa", "orders", True)
    assert face.speaking_until - face.speaking_from == speaking_ms(said)
    assert call.scene.next_at == face.speaking_until
    assert not call.scene.asks
    call.tick()
    assert not face_of(call).speaking
    assert call.scene.asks


@pytest.mark.parametrize(
    ("since", "heard"), [(-9, 0), (0, 0), (1_000, 15), (9_999, 20)]
)
def test_of_a_sentence_so_much_has_been_heard(since: int, heard: int) -> None:
    assert heard_of("Twenty letters, yes.", since) == heard


def test_the_customer_may_speak_before_the_sentence_is_over() -> None:
    call = begun("call-that-works")
    call.wait(500)

    call.do(m.Say(NUMBER))

    assert sentences(call) == [
        ("Rosa", "Orders, this is Rosa. Which order is it about?"),
        ("", NUMBER),
        ("Rosa", "It comes tomorrow, Margaret."),
    ]
    assert call.state.story_ms == 500


def test_the_scene_says_which_fact_to_read_out() -> None:
    call = heard("call-that-works")
    face, offer = face_of(call), call.scene.offer("say")

    assert (face.asks, face.asks_says) == ("order_number", "order number")
    assert offer is not None
    assert (offer.id, offer.label) == ("order_number", "Read out: order number")
    assert offer.examples == (m.Say(NUMBER), m.Say("One moment."))


def test_a_wrong_number_is_asked_for_again_up_to_three_times() -> None:
    call = heard("call-asks-again")

    answer(call, m.Say("AW-204712"))
    assert sentences(call)[-1] == (
        "Dani",
        "I'm sorry, that isn't one of ours. Once more?",
    )
    assert call.scene.asks

    answer(call, m.Say("AW-214711"), m.Say("AW-2047"))
    assert sentences(call)[-1][1].startswith("I have you at ZZ1 1ZZ.")
    assert [given.right for given in call.happened(e.FactGiven)] == [False] * 3
    assert call.frictions() == ["told_then_asked"]
    assert call.state.asked["order_number"] == 1


def test_asking_for_what_was_given_and_for_what_is_known_are_frictions() -> None:
    call = heard("call-asks-again")

    answer(call, m.Say(NUMBER))
    assert call.frictions() == ["told_then_asked"]
    answer(call, m.Say("zz1 1zz"))
    assert call.frictions() == ["told_then_asked", "asked_again"]
    answer(call, m.Say(NUMBER))

    assert call.state.ending == "done"
    assert [each.identity for each in call.happened(e.AskedFor)] == [False, True, True]
    assert {each.by for each in call.happened(e.AskedFor)} == {"Dani"}
    causes = {each.code: each.cause for each in call.happened(e.FrictionMet)}
    assert causes == {
        "told_then_asked": "alone/security",
        "asked_again": "alone/two-screens",
    }


def test_a_cold_transfer_goes_on_with_the_same_call() -> None:
    call = heard("call-cold-transfer")

    answer(call, m.Say(NUMBER))

    passed = call.happened(e.Transferred)[-1]
    assert (passed.to, passed.cold) == ("Returns", True)
    assert call.happened(e.TouchpointLeft)[-1].exit == "transferred"
    assert call.frictions() == ["cold_transfer", "asked_again"]
    assert call.state.contacts == 1
    assert call.happened(e.ContactEnded) == []
    assert call.state.people == ("Dani", "Ade")
    assert sentences(call) == [
        ("Ade", "Returns, Ade speaking. Can I take an order number?")
    ]


def test_a_supervisor_is_asked_over_music_that_the_pace_cuts() -> None:
    call = begun("call-supervisor-hold")
    call.tick()
    began = call.happened(e.WaitBegan)[-1]
    face = face_of(call)

    assert (began.wait, began.length_ms, began.budget_ms) == (
        "supervisor",
        240 * SECOND,
        45 * SECOND,
    )
    assert (face.on_hold, face.music, face.speaking) == (True, "A flute.", False)
    assert call.scene.waiting == "supervisor"
    assert call.frictions() == ["supervisor_hold"]

    felt = call.state.felt_ms
    call.wait_until(lambda state: state.wait is None)
    assert call.state.story_ms - began.story_ms == 240 * SECOND
    assert call.state.felt_ms - felt == 45 * SECOND
    assert not face_of(call).on_hold


def test_what_a_recording_says_in_what_is_cut_is_not_heard() -> None:
    call = begun("call-supervisor-hold")

    call.wait_until(lambda state: bool(state.wait is None and state.lived_waiting))

    said = call.happened(e.Announced)
    assert [each.sort for each in said].count("apology") == 7
    assert [each.sort for each in said].count("news") == 1
    assert {each.heard for each in said} == {True, False}
    assert [each.heard for each in said if each.sort == "news"] == [True]


def test_on_hold_the_last_thing_heard_stands_on_the_face() -> None:
    call = begun("call-supervisor-hold")

    call.wait_until(lambda _: bool(face_of(call).announced))

    assert face_of(call).announced == "Thank you for holding."
    assert face_of(call).announced_from == call.state.story_ms


def test_a_wait_without_a_supervisor_is_only_a_wait() -> None:
    call = heard("call-supervisor-hold")

    answer(call, m.Choose("i-see"))

    assert call.frictions() == ["supervisor_hold"]
    assert len(call.happened(e.WaitBegan)) == 2
    assert call.state.ending == "refused"


def test_a_promise_that_the_next_person_denies_is_contradicted() -> None:
    call = heard("call-contradicts")

    assert call.happened(e.Said)[0].says == (
        "I'll arrange it. It comes on Thursday 12 June."
    )
    assert [each.how for each in call.happened(e.PromiseBroken)] == ["denied"]
    assert call.frictions() == ["contradicted"]
    answer(call, m.Choose("dani-did"))
    assert call.state.ending == "denied"


def test_a_warm_transfer_is_no_friction() -> None:
    call = heard("call-contradicts")

    assert [each.cold for each in call.happened(e.Transferred)] == [False]
    assert "cold_transfer" not in call.frictions()


TONES: tuple[tuple[m.Tone | None, m.Tone, str], ...] = (
    (None, "civil", "Could you tell me where my order is, please?"),
    ("civil", "civil", "Could you tell me where my order is, please?"),
    ("short", "short", "Where is it?"),
    ("sharp", "sharp", "For the third time, where is it?"),
)


@pytest.mark.parametrize(("tone", "kept", "says"), TONES)
def test_a_tone_changes_the_words_and_nothing_else(
    tone: m.Tone | None, kept: m.Tone, says: str
) -> None:
    civil, call = heard("call-kind-but-powerless"), heard("call-kind-but-powerless")
    answer(civil, m.Choose("where"))

    answer(call, m.Choose("where", tone))

    chosen = call.happened(e.OptionChosen)[-1]
    assert (chosen.option, chosen.says, chosen.tone) == ("where", says, kept)
    assert sentences(call)[1] == ("", says)
    assert sentences(call)[2:] == sentences(civil)[2:]
    assert call.scene.offers == civil.scene.offers
    assert call.state.now == civil.state.now


def test_a_reply_offers_its_tones_civil_first() -> None:
    call = heard("call-kind-but-powerless")
    where, never = (
        call.scene.offer("choose", "where"),
        call.scene.offer("choose", "never-mind"),
    )

    assert where is not None
    assert [tone for tone, _ in where.tones] == ["civil", "short", "sharp"]
    assert never is not None
    assert never.tones == ()
    assert never.examples == (m.Choose("never-mind"),)
    assert refusal(call, m.Choose("never-mind", "sharp")) == (
        "There is only one way to say that."
    )


def test_a_reply_with_one_wording_has_no_tone() -> None:
    call = heard("call-kind-but-powerless")

    call.do(m.Choose("never-mind", "civil"))

    assert call.happened(e.OptionChosen)[-1].tone is None
    assert call.state.ending == "ended"


def test_a_slow_tool_is_a_silence_in_which_keys_are_heard() -> None:
    call = heard("call-kind-but-powerless")

    call.do(m.Choose("where"))

    face = face_of(call)
    assert (face.working, face.speaking, len(face.sentences)) == (True, False, 2)
    assert [told.says for told in face.told()] == ["You hear a keyboard.", ""]
    assert call.scene.next_at == call.state.story_ms + 12 * SECOND
    assert [offer.sort for offer in call.scene.offers[:1]] == ["hang_up"]
    assert refusal(call, m.Choose("where")) == "They are busy at the other end."
    call.tick()
    assert face_of(call).speaking


def test_somebody_kind_who_may_not_help_is_told_from_one_who_could() -> None:
    call = heard("call-kind-but-powerless")

    answer(call, m.Choose("where"), m.Choose("could-you-look-again"))

    assert call.frictions() == ["powerless"]
    assert len(call.happened(e.KindnessShown)) == 1
    assert call.happened(e.FrictionMet)[-1].cause == "alone/no-view"
    assert [each.able for each in call.happened(e.PersonAnswered)] == [False]


def test_the_agents_desk_is_in_the_log_and_not_on_the_phone() -> None:
    call = heard("call-kind-but-powerless")
    answer(call, m.Choose("where"))

    assert steps(call, "desk_today") == [
        {"calls_today": 61, "target": "Five minutes a call", "since": "7 am"}
    ]
    assert steps(call, "desk") == [
        {
            "turn": "looks",
            "screen": "The order of Margaret O'Brien.",
            "missing": "The warehouse.",
            "slow": 12_000,
            "clock": "4:10, in yellow",
        }
    ]
    shown = str(face_of(call))
    assert "The order of" not in shown
    assert "yellow" not in shown


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("happenings", range(6))
def test_the_phone_can_be_put_down_at_any_moment(name: str, happenings: int) -> None:
    call = begun(name)
    for _ in range(happenings):
        call.tick()
    if call.state.is_over:
        return

    call.do(m.HangUp())

    assert call.happened(e.ContactEnded)[-1].how == "hung_up"
    assert call.happened(e.TouchpointLeft)[-1].exit == "hung_up"
    assert call.state.ending == "gave_up"
    assert call.state.wait is None


def test_a_battery_ends_a_call_in_the_middle_of_a_sentence() -> None:
    call = begun("call-dies")

    call.wait_until(lambda state: state.is_over)

    ended = call.happened(e.ContactEnded)[-1]
    assert (ended.by, ended.how) == ("battery", "battery")
    assert call.frictions() == ["call_cut_short"]
    assert call.state.ending == "dead"
    last = call.happened(e.StepTaken)[-1]
    assert last.step == "speaks"
    assert ended.story_ms < last.story_ms + int(str(last.facts["lasts"]))
