"""From the contract to the end of the debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.deciding import ANSWERS
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.scene import EndingFace
from empathy_sim.journey.journey import Prediction, ReportLine
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_nouns import hold, journey_of, notice
from tests.engine.walking import refusal

HELP = Prediction(
    id="help", asks="How many minutes?", measures="minutes_to_help", most=90
)
GREEN = ReportLine(metric="service_level", reads="84%", target="80%")
STAGES = {"calling": {"queue": hold(20 * MINUTE), "page": notice("done")}}
SCRIPT = journey_of(STAGES, predictions=(HELP,), report=(GREEN,))
BARE = journey_of(STAGES)

FRAME: dict[str, m.Move] = {
    "consent": m.Consent(("finance",)),
    "proceed": m.Proceed(),
    "predict": m.Predict("help", 12),
    "choose": m.Choose("anything"),
    "press": m.Press("1"),
    "say": m.Say("hello"),
    "fill": m.FillIn("name", "O'Brien"),
    "rate": m.Rate("dani", 5),
    "wait": m.Wait(),
    "hang up": m.HangUp(),
    "leave": m.Leave(),
    "close": m.Close(),
    "lead on": m.LeadOn(),
    "react": m.React(-2, 2),
    "pause": m.Pause(),
    "resume": m.Resume(),
    "set pace": m.SetPace("brisk"),
    "answer pace": m.AnswerPace("real", 1, yes=True),
    "reflect": m.Reflect("one_word", "long"),
}
"""A move of each sort."""


def fresh(script: Script = SCRIPT) -> Playthrough:
    return Playthrough(script, plain_cast())


def at_report() -> Playthrough:
    play = fresh()
    play.do(m.Consent())
    return play


def at_card() -> Playthrough:
    play = at_report()
    play.do(m.Proceed())
    return play


def predicting() -> Playthrough:
    play = at_card()
    play.do(m.Proceed())
    return play


def playing() -> Playthrough:
    play = predicting()
    play.do(m.Proceed())
    return play


def paused() -> Playthrough:
    play = playing()
    play.do(m.Pause())
    return play


def ended() -> Playthrough:
    play = playing()
    play.do(m.HangUp())
    return play


def looking_back() -> Playthrough:
    play = fresh()
    play.do(m.Consent(uninterrupted=True))
    for _ in range(3):
        play.do(m.Proceed())
    play.do(m.Leave())
    return play


def resting() -> Playthrough:
    play = ended()
    play.do(m.Proceed())
    return play


def debriefing() -> Playthrough:
    play = resting()
    play.do(m.Proceed())
    return play


def closed() -> Playthrough:
    play = debriefing()
    play.do(m.Proceed())
    return play


Reached = Callable[[], Playthrough]
REACHED: dict[str, tuple[Reached, Phase]] = {
    "contract": (fresh, "contract"),
    "report": (at_report, "report"),
    "card": (at_card, "card"),
    "predicting": (predicting, "predicting"),
    "playing": (playing, "playing"),
    "paused": (paused, "playing"),
    "ending": (ended, "ending"),
    "afterwards": (looking_back, "afterwards"),
    "resting": (resting, "resting"),
    "debriefing": (debriefing, "debriefing"),
    "closed": (closed, "closed"),
}
ALWAYS = {"wait"}
ALLOWED: dict[str, set[str]] = {
    "contract": {"consent", "leave", "set pace"},
    "report": {"proceed", "leave", "set pace"},
    "card": {"proceed", "react", "leave", "set pace"},
    "predicting": {"proceed", "predict", "leave", "set pace"},
    "playing": {
        *("hang up", "press", "react", "pause", "leave", "set pace"),
        *("close", "lead on", "answer pace"),
    },
    "paused": {
        *("resume", "react", "leave", "set pace", "close", "lead on", "answer pace"),
    },
    "ending": {"proceed", "react"},
    "afterwards": {"proceed", "react"},
    "resting": {"proceed", "react", "reflect"},
    "debriefing": {"proceed", "reflect"},
    "closed": {"reflect"},
}
"""What may be done where; the touchpoint is a hold."""
LEADS: dict[tuple[str, str], Phase] = {
    ("contract", "consent"): "report",
    ("contract", "leave"): "closed",
    ("report", "proceed"): "card",
    ("report", "leave"): "closed",
    ("card", "proceed"): "predicting",
    ("card", "leave"): "closed",
    ("predicting", "proceed"): "playing",
    ("predicting", "leave"): "closed",
    ("playing", "hang up"): "ending",
    ("playing", "leave"): "resting",
    ("playing", "close"): "ending",
    ("playing", "lead on"): "ending",
    ("paused", "leave"): "resting",
    ("paused", "close"): "ending",
    ("paused", "lead on"): "ending",
    ("ending", "proceed"): "resting",
    ("afterwards", "proceed"): "resting",
    ("resting", "proceed"): "debriefing",
    ("debriefing", "proceed"): "closed",
}
"""Where a move goes on to another phase."""
CASES = [(place, sort) for place in REACHED for sort in FRAME]


def test_every_move_has_an_answer() -> None:
    assert set(ANSWERS) == set(get_args(m.Move))


@pytest.mark.parametrize("place", REACHED)
def test_every_phase_is_reached(place: str) -> None:
    reach, phase = REACHED[place]

    assert reach().state.phase == phase


@pytest.mark.parametrize(("place", "sort"), CASES)
def test_a_move_is_possible_where_the_table_says_so(place: str, sort: str) -> None:
    reach, phase = REACHED[place]
    play = reach()

    if sort not in ALLOWED[place] | ALWAYS:
        refusal(play, FRAME[sort])
        return
    play.do(FRAME[sort])

    assert play.state.phase == LEADS.get((place, sort), phase)


@pytest.mark.parametrize("place", REACHED)
def test_a_scene_offers_what_may_be_done_and_nothing_else(place: str) -> None:
    reach, _ = REACHED[place]
    offered = {offer.sort.replace("_", " ") for offer in reach().scene.offers}

    unasked = {"press", "set pace", "answer pace", "close", "lead on"}
    assert offered - {"wait"} == ALLOWED[place] - unasked


@pytest.mark.parametrize("place", REACHED)
def test_every_offer_of_a_phase_is_legal(place: str) -> None:
    reach, _ = REACHED[place]
    for offer in reach().scene.offers:
        for move in offer.examples:
            reach().do(move)


def test_a_phase_without_anything_to_show_is_passed_over() -> None:
    play = fresh(BARE)
    play.do(m.Consent())
    play.do(m.Proceed())

    assert [each.phase for each in play.happened(e.PhaseBegan)] == ["card", "playing"]


def test_consent_names_departments_of_this_company_only() -> None:
    play = fresh()
    says = refusal(play, m.Consent(("catering",)))
    assert says == "catering is not a department here."

    play.do(m.Consent(("operations",), "Answering the phone."))

    assert play.state.departments == ("operations",)
    assert play.happened(e.Consented)[0].service == "Answering the phone."


def test_the_last_guess_counts_and_stays_within_its_bounds() -> None:
    play = predicting()
    play.do(m.Predict("help", 12))
    play.do(m.Predict("help", 3))

    assert play.state.predictions == {"help": 3}
    assert refusal(play, m.Predict("help", 91)) == "A number from 0 to 90, please."
    refusal(play, m.Predict("weather", 1))


@pytest.mark.parametrize("mark", [m.React(5, 0), m.React(0, -5), m.React(-5, 5)])
def test_a_feeling_lies_on_the_grid(mark: m.React) -> None:
    refusal(playing(), mark)


def test_words_are_kept_only_up_to_a_length() -> None:
    play = playing()
    play.do(m.React(0, 0, "a" * 3_000))

    assert len(play.happened(e.ReactionRecorded)[0].words) == 2_000


def test_leaving_ends_the_wait_the_call_and_the_touchpoint() -> None:
    play = playing()
    play.wait(MINUTE)
    before = len(play.log)
    play.do(m.Leave())

    assert [type(event).__name__ for event in play.log[before:]] == [
        "WaitEnded",
        "ContactEnded",
        "TouchpointLeft",
        "JourneyLeft",
        "PhaseBegan",
    ]
    assert play.happened(e.TouchpointLeft)[-1].exit == "left_journey"
    assert play.state.left
    assert play.state.wait is None
    assert play.state.contact is None


def test_leaving_while_paused_is_leaving() -> None:
    play = paused()
    play.do(m.Leave())

    assert play.state.phase == "resting"
    assert play.state.paused is None


def test_whoever_wanted_no_questions_looks_back_first() -> None:
    play = looking_back()
    play.do(m.Proceed())

    phases = [each.phase for each in play.happened(e.PhaseBegan)]
    assert phases[-2:] == ["afterwards", "resting"]


def test_the_storys_clock_stands_while_it_is_paused() -> None:
    play = playing()
    play.wait(3_000)
    due = play.scene.next_at
    play.do(m.Pause("feeling"))

    assert play.scene.paused == "feeling"
    assert play.scene.next_at is None
    assert not play.tick()
    assert play.scene.asks
    play.do(m.React(-1, 1))
    play.do(m.Resume())
    assert play.scene.next_at == due
    assert play.scene.paused is None


def test_nothing_happens_by_itself_outside_the_story() -> None:
    for place, (reach, phase) in REACHED.items():
        at = reach().scene.next_at
        assert (at is not None) == (phase == "playing" and place != "paused")


def test_another_pace_counts_for_the_next_wait() -> None:
    play = fresh(journey_of({"one": STAGES["calling"], "two": STAGES["calling"]}))
    play.begin()
    lived = play.happened(e.WaitBegan)[0].lived
    play.do(m.AnswerPace("real", 1, yes=True))
    assert play.state.wait is not None
    assert play.state.wait.lived == lived

    play.do(m.HangUp())

    assert play.scene.pace == "real"
    assert play.happened(e.WaitBegan)[1].lived == ((0, 20 * MINUTE),)


def test_an_ending_stays_on_the_screen_until_the_end() -> None:
    for reach in (ended, resting, debriefing, closed):
        assert reach().scene.face == EndingFace("", "It is done.", "solved", left=False)
    assert looking_back().scene.face is None


def test_the_debrief_can_be_added_to_after_it_was_closed() -> None:
    play = closed()
    play.do(m.Reflect("kept", "I rang twice."))

    assert play.happened(e.Reflected)[0].words == "I rang twice."
    assert not play.scene.asks
