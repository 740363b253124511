"""A survey asks, about one thing or another."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.survey import SurveyFace
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal

SEND, SKIP, CLOSE = m.Choose("send"), m.Choose("skip"), m.Choose("close")


def face_of(play: Playthrough) -> SurveyFace:
    face = play.scene.face
    assert isinstance(face, SurveyFace)
    return face


def test_a_survey_before_anything_is_solved_asks_too_soon_and_about_the_person() -> (
    None
):
    play = begun("survey-too-soon")

    assert play.frictions() == ["asked_too_soon", "asked_about_agent"]
    assert {each.cause for each in play.happened(e.FrictionMet)} == {
        "alone/survey-on-close"
    }


def test_an_answer_is_kept_with_its_scale_and_its_measure() -> None:
    play = begun("survey-too-soon")

    play.do(m.Rate("recommend", 3))

    rated = play.happened(e.Rated)[0]
    assert (rated.question, rated.value, rated.measures) == ("recommend", 3, "nps")
    assert (rated.least, rated.most) == (0, 10)
    assert [each.value for each in face_of(play).questions] == [None, 3]


def test_the_last_answer_to_a_question_stands() -> None:
    play = begun("survey-too-soon")
    play.do(m.Rate("dani", 2))
    play.do(m.Rate("dani", 5))

    assert face_of(play).questions[0].value == 5
    assert len(play.happened(e.Rated)) == 2


@pytest.mark.parametrize("value", [0, 6, -1])
def test_an_answer_outside_its_scale_is_refused(value: int) -> None:
    play = begun("survey-too-soon")
    before = play.state

    with pytest.raises(MoveRefused) as refused:
        play.do(m.Rate("dani", value))

    assert refused.value.field == "dani"
    assert play.state is before


@pytest.mark.parametrize(
    "move",
    [
        m.Rate("rosa", 3),
        SEND,
        CLOSE,
        m.Press("1"),
        m.Say("Well"),
        m.FillIn("dani", "5"),
        m.HangUp(),
    ],
)
def test_what_was_not_asked_cannot_be_answered(move: m.Move) -> None:
    refusal(begun("survey-too-soon"), move)


def test_it_can_be_sent_half_answered_and_thanks() -> None:
    play = begun("survey-too-soon")
    assert play.scene.offer("choose", "send") is None
    play.do(m.Rate("dani", 5))

    play.do(SEND)

    assert face_of(play).thanks == "Thank you for helping us to be who we are."
    assert [each.id for each in play.scene.offers if each.sort == "choose"] == ["close"]
    play.do(CLOSE)
    assert play.state.ending == "sent"


@pytest.mark.parametrize("move", [SEND, SKIP, m.Rate("dani", 1)])
def test_what_was_sent_cannot_be_changed(move: m.Move) -> None:
    play = begun("survey-too-soon")
    play.do(m.Rate("dani", 5))
    play.do(SEND)

    refusal(play, move)


def test_it_can_be_closed_without_an_answer() -> None:
    play = begun("survey-too-soon")

    play.do(SKIP)

    assert play.state.ending == "skipped"
    assert play.happened(e.Rated) == []


def test_every_step_of_a_scale_is_between_the_two_that_are_offered() -> None:
    play = begun("survey-too-soon")

    offer = play.scene.offer("rate", "recommend")

    assert offer is not None
    assert offer.examples == (m.Rate("recommend", 0), m.Rate("recommend", 10))
    assert (offer.least, offer.most) == (0, 10)


def test_a_scale_with_meanings_is_told_in_words() -> None:
    told = [each.says for each in face_of(begun("survey-too-soon")).told()]

    assert "1: not at all. 5: very." in told


def test_a_survey_after_the_matter_was_solved_meets_no_friction() -> None:
    play = begun("survey-that-works")
    play.do(m.Rate("easy", 7))
    play.do(SEND)
    assert face_of(play).told()[0].says == "Thank you, Margaret."

    play.do(CLOSE)

    assert play.frictions() == []
    assert play.state.ending == "done"
