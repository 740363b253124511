"""What holds on every way through anything."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.deciding import advance, decide
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.scene import Told
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import before
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.journey.units import SECOND
from tests.engine.lived_plays import (
    LONG_WAY,
    NAMES,
    STEPS,
    Lived,
    Step,
    contents,
    parts,
)
from tests.engine.made_scripts import script_of
from tests.engine.walking import replayed

PACES: tuple[m.Pace, ...] = ("real", "workshop", "brisk", "instant")


WAYS = given(st.sampled_from([*NAMES, *[LONG_WAY] * 8]), st.sampled_from(PACES), STEPS)


def walked(name: str, pace: m.Pace, steps: list[Step]) -> Lived:
    lived = Lived(name, pace)
    for _ in lived.walk(steps):
        pass
    return lived


@settings(max_examples=80)
@WAYS
def test_a_log_that_was_written_and_read_gives_the_same_state(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = walked(name, pace, steps)

    again = replayed(lived.play)

    assert parts(again) == parts(lived.state)
    assert next_at(again) == next_at(lived.state)


@settings(max_examples=40)
@WAYS
def test_every_instant_of_a_log_is_the_state_that_was_lived(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = Lived(name, pace)
    seen = [
        (len(lived.play.log), contents(each), next_at(each))
        for each in lived.walk(steps)
    ]

    state, folded = before(lived.state.script), 0
    for length, at_that_time, coming in seen:
        state = fold(state, lived.play.log[folded:length])
        folded = length
        assert contents(state) == at_that_time
        assert next_at(state) == coming


@settings(max_examples=40)
@WAYS
def test_deciding_changes_nothing(name: str, pace: m.Pace, steps: list[Step]) -> None:
    lived = Lived(name, pace)
    for state in lived.walk(steps):
        known = contents(state)
        for move in (*lived.moves(), m.Leave(), m.React(0, 0), m.Pause()):
            if state.phase == "playing":
                decide(state, move, lived.now())
        assert contents(state) == known


@settings(max_examples=40)
@WAYS
def test_what_comes_about_while_deciding_is_what_its_events_make(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = Lived(name, pace)
    for state in lived.walk(steps):
        for move in lived.moves():
            events, after = advance(state, move, lived.now())
            assert contents(after) == contents(fold(state, events))
            decided = decide(state, move, lived.now())
            assert decided == events
            assert contents(after) == contents(fold(state, decided))


@settings(max_examples=60)
@WAYS
def test_neither_time_goes_backwards_and_no_more_is_felt_than_passes(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    log = walked(name, pace, steps).play.log

    for earlier, later in pairwise(log):
        assert later.story_ms >= earlier.story_ms
        assert 0 <= later.felt_ms - earlier.felt_ms <= later.story_ms - earlier.story_ms


@settings(max_examples=60)
@WAYS
def test_what_is_not_felt_of_the_story_is_told_as_cut(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = walked(name, pace, steps)
    lived.go_on(0)
    if lived.state.wait is not None:
        lived.make(m.Leave(), lived.now())
    log = lived.play.log

    cut = sum(each.length_ms for each in log if isinstance(each, e.TimeCut))

    assert log[-1].felt_ms + cut == log[-1].story_ms


GRIDS = st.sampled_from([250, 1_000, 1_700, 10 * SECOND])


@settings(max_examples=60)
@given(
    st.sampled_from([*NAMES, *[LONG_WAY] * 8]),
    st.sampled_from(PACES[1:]),
    STEPS,
    GRIDS,
)
def test_a_log_is_the_same_whatever_the_grain_of_ticks(
    name: str, pace: m.Pace, steps: list[Step], grid: int
) -> None:
    seldom, often = Lived(name, pace), Lived(name, pace)
    for felt, number in steps:
        seldom.go_on(felt)
        for _ in range(felt // grid):
            often.go_on(grid)
        often.go_on(felt % grid)
        if seldom.state.is_over:
            break
        seldom.pick(number)
        often.pick(number)

    assert often.play.log == seldom.play.log


@settings(max_examples=60)
@WAYS
def test_what_begins_ends_before_it_begins_again(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    log = walked(name, pace, steps).play.log
    open_: dict[str, bool] = {}
    for event in log:
        match event:
            case (
                e.TouchpointEntered()
                | e.WaitBegan()
                | e.ContactBegan()
                | e.StageEntered()
            ):
                what = (
                    type(event).__name__.removesuffix("Entered").removesuffix("Began")
                )
                assert not open_.get(what)
                open_[what] = True
            case e.TouchpointLeft() | e.WaitEnded() | e.ContactEnded() | e.StageLeft():
                what = type(event).__name__.removesuffix("Left").removesuffix("Ended")
                assert open_.get(what)
                open_[what] = False
            case e.TimeCut() | e.Announced(sort="apology"):
                assert open_.get("Touchpoint")
            case e.JourneyEnded():
                assert not any(open_.values())
            case _:
                pass


@settings(max_examples=60)
@WAYS
def test_every_offer_is_legal_and_what_comes_next_is_not_past(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = Lived(name, pace)
    for state in lived.walk(steps):
        now = lived.now()
        for offer in scene_of(state, now.story_ms).offers:
            for move in offer.examples:
                if not isinstance(move, m.Wait):
                    decide(state, move, now)
        at = next_at(state)
        assert at is None or at >= state.story_ms


WORDS = st.sampled_from(
    ["", "1", "12", "yes", "no", "kettle", "HV-104233-QK", "go-on", "left", "send"]
) | st.text(max_size=12)
ANY_MOVE = (
    st.builds(m.Choose, WORDS, st.sampled_from([None, "short", "civil", "sharp"]))
    | st.builds(m.Press, WORDS)
    | st.builds(m.Say, WORDS)
    | st.builds(m.FillIn, WORDS | st.just("number"), WORDS)
    | st.builds(m.Rate, WORDS | st.just("dani"), st.integers(-2, 12))
    | st.builds(m.Predict, WORDS, st.integers(-2, 99))
    | st.builds(m.React, st.integers(-5, 5), st.integers(-5, 5), WORDS)
    | st.builds(m.Reflect, WORDS, WORDS)
    | st.sampled_from([m.HangUp(), m.Pause(), m.Resume(), m.Proceed(), m.Consent()])
)


def said_of(lived: Lived, move: m.Move) -> str | None:
    """What refuses a move, if anything does."""
    try:
        lived.make(move, lived.now())
    except MoveRefused as refused:
        return refused.says
    return None


@settings(max_examples=150)
@given(
    st.sampled_from([*NAMES, *[LONG_WAY] * 8]),
    STEPS,
    st.lists(ANY_MOVE, min_size=1, max_size=15),
)
def test_any_move_is_taken_or_refused_in_a_sentence_and_then_changes_nothing(
    name: str, steps: list[Step], moves: list[m.Move]
) -> None:
    lived = walked(name, "workshop", steps)
    for move in moves:
        known = contents(lived.state)
        says = said_of(lived, move)
        if says is not None:
            assert says.endswith((".", "?"))
            assert contents(lived.state) == known


@settings(max_examples=40)
@WAYS
def test_one_can_leave_anywhere(name: str, pace: m.Pace, steps: list[Step]) -> None:
    lived = Lived(name, pace)
    for state in lived.walk(steps):
        if state.phase == "playing":
            after = fold(state, decide(state, m.Leave(), lived.now()))
            assert (after.phase, after.left, after.is_over) == ("resting", True, True)
            assert (after.wait, after.contact, after.touchpoint) == (None, None, "")
            assert next_at(after) is None


@settings(max_examples=60)
@WAYS
def test_every_friction_is_one_that_has_a_name_and_a_cause(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = walked(name, pace, steps)
    stages = lived.state.script.stages

    for event in lived.play.happened(e.FrictionMet):
        assert event.code in FRICTIONS
        assert event.cause is not None
        stage, _, cause = event.cause.partition("/")
        assert cause in stages[stage].scenario.causes


@settings(max_examples=60)
@WAYS
def test_a_face_is_plain_and_can_be_told_in_words(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = Lived(name, pace)
    for state in lived.walk(steps):
        face: Any = scene_of(state).face
        if face is None:
            continue
        plain = json.loads(msgspec.json.encode(face))
        assert plain["kind"] in {*KINDS, "ending"}
        assert all(isinstance(each, Told) for each in face.told())
        assert "<" not in " ".join(each.says for each in face.told())


def without_words(event: e.Event) -> e.Event:
    """An event as it is when what a person typed has been purged."""
    none: dict[str, Any] = dict.fromkeys(type(event).WORDS, "")
    return replace(event, **none)


@settings(max_examples=40)
@WAYS
def test_a_purged_log_still_gives_the_same_story(
    name: str, pace: m.Pace, steps: list[Step]
) -> None:
    lived = walked(name, pace, steps)
    purged = map(without_words, lived.play.log)
    state = fold(before(lived.state.script), purged)

    assert [each.id for each in scene_of(state).offers] == [
        each.id for each in scene_of(lived.state).offers
    ]
    assert next_at(state) == next_at(lived.state)
    assert state.visits == lived.state.visits


@pytest.mark.parametrize("name", [*NAMES, LONG_WAY])
def test_waiting_alone_does_not_go_on_at_one_instant(name: str) -> None:
    lived = Lived(name, "workshop")
    at_one_instant = 0
    for _ in range(300):
        at = next_at(lived.state)
        if at is None:
            return
        same = at == lived.state.story_ms
        at_one_instant = at_one_instant + 1 if same else 0
        assert at_one_instant < 10
        lived.make(m.Wait(), m.Instant(at, lived.state.felt_at(at)))


def test_the_sample_scenarios_show_every_kind_of_touchpoint() -> None:
    shown = {
        noun.kind
        for name in NAMES
        for noun in script_of(name).stages["alone"].scenario.touchpoints.values()
    }

    assert shown == set(KINDS)
