"""Following a log is to live it once more."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.scenes import scene_of
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.following import can_be_followed, follow
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.remembering import standing_before
from empathy_sim.rehearsal.robots import CuriousRobot, RandomRobot, play_through
from tests.engine.lived_plays import NAMES, STEPS, Lived, Step
from tests.rehearsal.shipped_scripts import KETTLE, shipped_cast, shipped_script

Went = list[tuple[str, str]]


def went(log: Sequence[e.Event]) -> Went:
    """Touchpoints in order, exits, and the ending."""
    found: Went = []
    for event in log:
        match event:
            case e.StageEntered(stage=name):
                found.append(("stage", name))
            case e.TouchpointEntered(touchpoint=name):
                found.append(("in", name))
            case e.TouchpointLeft(touchpoint=name, exit=exit_):
                found.append((name, exit_))
            case e.JourneyEnded(ending=ending):
                found.append(("ended", ending))
            case _:
                pass
    return found


def instants(log: Sequence[e.Event]) -> list[int]:
    return [each.story_ms for each in log if isinstance(each, e.TouchpointEntered)]


class Dawdler(Playthrough):
    """A play in which time passes before each move."""

    random = Random(0)

    def do(self, move: m.Move) -> tuple[e.Event, ...]:
        if self.state.phase == "playing":
            self.wait(self.random.choice((0, SECOND, 20 * SECOND, 4 * MINUTE)))
        return super().do(move)


def dawdled(name: str, seed: int, stage: str | None, pace: Pace) -> Playthrough:
    play = Dawdler(shipped_script(name), shipped_cast(name), at_stage=stage, pace=pace)
    play.random = Random(seed)
    robot = RandomRobot if seed % 2 else CuriousRobot
    return play_through(play, robot(Random(seed)))


@pytest.mark.parametrize("pace", ["real", "workshop", "instant"])
def test_a_play_of_the_shipped_journey_is_followed_to_its_end(pace: Pace) -> None:
    name = KETTLE
    stages = [None, *shipped_script(name).stages]
    for seed in range(24):
        play = dawdled(name, seed, stages[seed % len(stages)], pace)

        again = follow(shipped_script(name), shipped_cast(name), play.log)

        assert went(again.log) == went(play.log), seed
        assert instants(again.log) == instants(play.log), seed


@settings(max_examples=60)
@given(
    name=st.sampled_from(NAMES), steps=STEPS, pace=st.sampled_from(["real", "brisk"])
)
def test_a_play_in_felt_time_is_followed(
    name: str, steps: list[Step], pace: Pace
) -> None:
    lived = Lived(name, pace)
    deque(lived.walk(steps), maxlen=0)
    log = lived.play.log
    cast = lived.play.state.cast
    assert cast is not None

    again = follow(lived.play.state.script, cast, log)

    assert went(again.log)[: len(went(log))] == went(log)


def without_words(event: e.Event) -> e.Event:
    """The event after its words were purged."""
    match event:
        case e.Said() | e.FieldFilled():
            return replace(event, words="")
        case _:
            return event


def test_a_log_without_its_words_is_followed_to_an_end() -> None:
    name = KETTLE
    for seed in range(6):
        play = dawdled(name, seed, "account", "instant")
        log = [without_words(each) for each in play.log]

        again = follow(shipped_script(name), shipped_cast(name), log)

        assert again.state.is_over
        assert went(again.log)[:3] == went(play.log)[:3]


def test_a_log_that_stops_on_the_way_is_followed_so_far() -> None:
    name = KETTLE
    play = dawdled(name, 3, None, "workshop")
    half = play.log[: len(play.log) // 2]

    again = follow(shipped_script(name), shipped_cast(name), half)

    assert again.state.is_over
    assert went(again.log)[: len(went(half))] == went(half)


def test_where_a_participant_stood_before_something_is_where_they_could_choose() -> (
    None
):
    name = KETTLE
    for seed in range(12):
        play = dawdled(name, seed, "looking", "workshop")
        for seq, event in enumerate(play.log, 1):
            if isinstance(event, e.ContactBegan | e.TouchpointLeft):
                state = standing_before(play.state.script, tuple(play.log), seq)

                assert state.story_ms <= event.story_ms
                assert state.touchpoint or state.phase != "playing"
                assert state.phase != "playing" or scene_of(state).place is not None


def test_a_log_whose_words_are_gone_cannot_be_followed() -> None:
    typed = (e.FieldFilled(0, 0, "name", 7, "O'Brien"),)
    gone = (e.FieldFilled(0, 0, "name", 7, ""),)
    entered = (e.StageEntered(0, 0, "a"), e.TouchpointEntered(0, 0, "p", "form", 1))

    assert can_be_followed((*entered, *typed))
    assert not can_be_followed((*entered, *gone))
