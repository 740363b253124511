"""A hold really holds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.timing import felt_after, is_lived
from empathy_sim.engine.touchpoints.hold import HoldFace
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.hold import Hold, StillThere
from empathy_sim.journey.units import MINUTE, SECOND, Moment
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_nouns import alone, hold, notice
from tests.engine.made_scripts import begun, played
from tests.engine.walking import refusal, walk

SAMPLES = ("hold-that-works", "hold-slips", "hold-still-there")
PACES: tuple[m.Pace, ...] = ("real", "workshop", "brisk", "instant")
AGAIN = m.Choose("call-again")


def face_of(play: Playthrough) -> HoldFace:
    face = play.scene.face
    assert isinstance(face, HoldFace)
    return face


def to_the_end(play: Playthrough) -> Playthrough:
    """Wait, and never press a key."""
    play.wait_until(lambda state: state.kind != "hold", most=10_000)
    return play


def to_the_question(play: Playthrough) -> Playthrough:
    play.wait_until(lambda _: face_of(play).press is not None)
    return play


@pytest.mark.parametrize("pace", PACES)
def test_a_hold_lasts_as_long_at_every_pace(pace: m.Pace) -> None:
    play = to_the_end(begun("hold-slips", pace=pace))

    assert play.state.story_ms == 26 * MINUTE * 95 // 100


def test_at_the_real_pace_all_of_it_is_lived() -> None:
    play = to_the_end(begun("hold-slips", pace="real"))

    assert play.state.felt_ms == play.state.story_ms
    assert play.happened(e.TimeCut) == []
    assert all(said.heard for said in play.happened(e.Announced))


@pytest.mark.parametrize("pace", ["workshop", "brisk", "instant"])
def test_what_was_lived_and_what_was_cut_are_the_whole_hold(pace: m.Pace) -> None:
    play = to_the_end(begun("hold-slips", pace=pace))

    cut = sum(event.length_ms for event in play.happened(e.TimeCut))

    assert cut > 0
    assert play.state.felt_ms + cut == play.state.story_ms


@pytest.mark.parametrize("pace", PACES)
def test_a_recording_keeps_its_true_spacing(pace: m.Pace) -> None:
    play = to_the_end(begun("hold-slips", pace=pace))
    apologies = [each for each in play.happened(e.Announced) if each.sort == "apology"]

    assert len(apologies) == 32
    assert all(
        after.story_ms - before.story_ms == 45 * SECOND
        for before, after in pairwise(apologies)
    )


@pytest.mark.parametrize("pace", PACES)
def test_what_falls_into_a_cut_is_not_heard(pace: m.Pace) -> None:
    play = to_the_end(begun("hold-slips", pace=pace))
    lived = play.happened(e.WaitBegan)[0].lived

    said = play.happened(e.Announced)

    assert [each.heard for each in said] == [
        is_lived(lived, each.story_ms) for each in said
    ]
    assert all(each.felt_ms == felt_after(lived, each.story_ms) for each in said)
    assert (face_of_last(play).heard, face_of_last(play).not_heard) == (
        sum(each.heard for each in said),
        sum(not each.heard for each in said),
    )


def face_of_last(play: Playthrough) -> HoldFace:
    """The hold's face as it was just before it ended."""
    again = begun("hold-slips", pace=play.state.pace)
    again.wait_until(lambda state: state.story_ms >= 24 * MINUTE)
    while again.scene.next_at != play.state.story_ms:
        again.tick()
    return face_of(again)


def test_the_moments_that_matter_are_lived_at_the_default_pace() -> None:
    play = to_the_end(begun("hold-slips"))
    said = play.happened(e.Announced)

    assert all(each.heard for each in said if each.sort in {"estimate", "position"})


def test_the_estimate_slips_when_the_end_moves_away_and_not_when_it_comes_nearer() -> (
    None
):
    play = to_the_end(begun("hold-slips"))
    told = [each for each in play.happened(e.Announced) if each.sort == "estimate"]

    assert [each.value for each in told] == [
        4 * MINUTE,
        12 * MINUTE,
        9 * MINUTE,
        1 * MINUTE,
    ]
    assert told[1].says == "Your wait is about 12 minutes."
    slipped = [
        each.detail
        for each in play.happened(e.FrictionMet)
        if each.code == "estimate_slipped"
    ]
    assert slipped == ["12 minutes", "9 minutes"]


def test_the_place_in_the_queue_rises_once_and_falls_otherwise() -> None:
    play = begun("hold-slips")
    assert face_of(play).position == 7
    to_the_end(play)

    places = [each for each in play.happened(e.Announced) if each.sort == "position"]
    assert [each.value for each in places] == [7, 8]
    assert places[1].says == "You are number 8."
    risen = play.happened(e.FrictionMet)
    assert [each.detail for each in risen if each.code == "position_rose"] == ["8"]


def test_apologies_break_into_the_music_and_are_counted_once() -> None:
    play = to_the_end(begun("hold-slips"))

    assert play.frictions().count("apology_interrupted") == 1


def test_the_line_goes_dead_near_the_front() -> None:
    play = to_the_end(begun("hold-slips"))

    assert play.state.touchpoint == "dead-line"
    assert [each.how for each in play.happened(e.WaitEnded)] == ["dropped"]
    ended = play.happened(e.ContactEnded)[0]
    assert (ended.channel, ended.by, ended.how) == ("phone", "company", "dropped")
    causes = {each.code: each.cause for each in play.happened(e.FrictionMet)}
    assert causes["line_dropped"] == "alone/trunk"
    assert causes["long_wait"] == "alone/monday"


def test_whoever_calls_again_is_at_the_end_of_the_queue() -> None:
    play = to_the_end(begun("hold-slips"))
    play.do(AGAIN)

    assert play.frictions()[-1] == "requeued"
    assert (
        play.happened(e.Announced)[-1].says == "You are back at the end of the queue."
    )
    assert face_of(play).position == 7
    assert play.happened(e.ContactBegan)[-1].story_ms == play.state.story_ms
    assert play.state.contacts == 2


def test_the_line_drops_only_while_its_condition_holds() -> None:
    play = to_the_end(begun("hold-slips"))
    play.do(AGAIN)
    began = play.state.story_ms
    to_the_end(play)

    assert play.state.ending == "answered"
    assert play.state.story_ms - began == 26 * MINUTE


def test_a_hold_may_be_entered_only_so_often() -> None:
    play = begun("hold-slips")
    for _ in range(3):
        play.do(m.HangUp())
        play.do(AGAIN)

    assert play.state.ending == "gave_up"
    assert play.state.visits["alone/queue"] == 3


def test_hanging_up_is_possible_at_once_and_is_the_customers_doing() -> None:
    play = begun("hold-slips")
    play.wait(90 * SECOND)

    play.do(m.HangUp())

    ended = play.happened(e.ContactEnded)[0]
    assert (ended.by, ended.how) == ("customer", "hung_up")
    assert play.happened(e.WaitEnded)[0].how == "hung_up"
    assert play.state.touchpoint == "dead-line"


def test_a_feeling_is_asked_for_at_the_share_of_the_wait_that_was_written() -> None:
    play = to_the_end(begun("hold-slips", pace="real"))

    asked = play.happened(e.ReactionAsked)
    assert [each.story_ms for each in asked] == [play.state.story_ms * 60 // 100]


def test_a_wait_as_long_as_was_said_meets_no_friction() -> None:
    play = to_the_end(begun("hold-that-works"))

    assert play.state.ending == "answered"
    assert play.frictions() == []
    assert "Thank you for calling." in [
        each.says for each in play.happened(e.Announced)
    ]


def test_whoever_presses_the_key_in_time_keeps_the_place() -> None:
    play = to_the_question(begun("hold-still-there"))
    assert play.scene.offers[0].examples == (m.Press("1"),)
    play.wait(4 * SECOND)

    play.do(m.Press("1"))

    assert face_of(play).press is None
    to_the_end(play)
    assert play.state.ending == "answered"
    assert play.state.story_ms == 12 * MINUTE
    assert play.frictions() == ["still_there", "apology_interrupted"]


def test_whoever_misses_it_begins_again() -> None:
    play = to_the_question(begun("hold-still-there"))
    play.wait(5 * SECOND)

    assert play.frictions()[-1] == "requeued"
    assert play.happened(e.WaitEnded)[-1].how == "lost_place"
    assert play.happened(e.WaitBegan)[-1].story_ms == 6 * MINUTE + 5 * SECOND
    assert face_of(play).last == "You have been moved to the back."
    assert face_of(play).press is None
    with pytest.raises(AssertionError):
        play.wait_until(lambda state: state.is_over, most=5)


def test_another_key_does_not_keep_the_place() -> None:
    play = to_the_question(begun("hold-still-there"))

    play.do(m.Press("2"))

    assert not play.happened(e.KeyPressed)[0].heard
    assert face_of(play).press == "1"


def test_a_key_nobody_asked_for_is_not_heard() -> None:
    play = begun("hold-still-there")

    play.do(m.Press("1"))

    assert not play.happened(e.KeyPressed)[0].heard
    assert [offer.sort for offer in play.scene.offers][:1] == ["hang_up"]


@pytest.mark.parametrize("pace", ["brisk", "instant"])
def test_nobody_loses_a_place_for_a_question_that_was_cut(pace: m.Pace) -> None:
    play = to_the_end(begun("hold-still-there", pace=pace))

    asked = [each for each in play.happened(e.Announced) if each.sort == "still_there"]
    assert [each.heard for each in asked] == [False]
    assert play.state.ending == "answered"
    assert "still_there" not in play.frictions()


@settings(max_examples=60)
@given(
    st.sampled_from(PACES),
    st.integers(10, 1_200),
    st.integers(1, 30),
    st.integers(0, 10_000),
)
def test_whoever_is_asked_for_a_key_has_the_time_to_press_it(
    pace: m.Pace, seconds: int, within: int, share: int
) -> None:
    there = StillThere(at=Moment(share=share), within=within * SECOND, says="There?")
    script = alone({"queue": hold(seconds * SECOND, still_there=there)})
    play = played(script, pace=pace)
    while not play.state.is_over and face_of(play).press is None:
        play.tick()
    if play.state.is_over:
        return
    asked = play.state
    until = play.scene.next_at
    assert until is not None
    ends = asked.story_ms + within * SECOND
    last = min(ends, asked.wait.began.story_ms + seconds * SECOND) if asked.wait else 0

    assert asked.felt_at(last) - asked.felt_ms == last - asked.story_ms


def test_missing_it_can_cost_the_line() -> None:
    there = StillThere(at=Moment(share=5_000), within=5 * SECOND, says="?", then="drop")
    stages = {
        "queue": hold(
            10 * MINUTE,
            still_there=there,
            leads={"answered": "done", "hung_up": "done", "dropped": "dead"},
        ),
        "dead": notice("done"),
    }
    play = played(alone(stages))

    to_the_end(play)

    assert play.state.touchpoint == "dead"
    assert play.happened(e.ContactEnded)[0].how == "timed_out"


def test_apologies_are_counted_once_even_when_the_place_was_lost() -> None:
    play = begun("hold-still-there", pace="real")
    play.wait(20 * MINUTE)

    assert "requeued" in play.frictions()
    assert play.frictions().count("apology_interrupted") == 1


def test_an_estimate_can_be_said_again_and_says_what_is_left_of_it() -> None:
    noun = begun("hold-that-works").state.touchpoint_noun
    assert isinstance(noun, Hold)
    repeated = replace(noun.announces[0], at=None, every=20 * SECOND, is_="estimate")
    says = replace(repeated, says="About <estimate>.")
    queue: Touchpoint = replace(
        noun, announces=(says,), leads={"answered": "done", "hung_up": "done"}
    )
    play = to_the_end(played(alone({"queue": queue})))

    told = [each for each in play.happened(e.Announced) if each.sort == "estimate"]
    assert [each.says for each in told[1:]] == ["About 1 minute."] * 2


@pytest.mark.parametrize(
    "move", [m.Choose("x"), m.Say("x"), m.FillIn("x", "y"), m.Rate("x", 1)]
)
def test_there_is_nobody_to_talk_to(move: m.Move) -> None:
    assert refusal(begun("hold-slips"), move).startswith("There is nobody")


def test_a_hold_that_drops_on_a_setting_holds_without_it() -> None:
    script = begun("hold-slips").state.script
    stage = script.stages["alone"]
    fixed = replace(stage, settings={**stage.settings, "drops": False})
    play = to_the_end(played(replace(script, stages={"alone": fixed})))

    assert play.state.ending == "answered"
    assert "line_dropped" not in play.frictions()


@settings(max_examples=40)
@given(
    st.sampled_from(SAMPLES),
    st.sampled_from(PACES),
    st.lists(st.integers(0, 40), max_size=25),
)
def test_no_way_through_a_hold_breaks_it(
    name: str, pace: m.Pace, picks: list[int]
) -> None:
    walk(begun(name, pace=pace), picks)
