"""A stage is lived again with something mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import thaw
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import Shelf
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.session.again import StageAgain, events_again
from empathy_sim.session.clock import ManualClock

KETTLE = Path(__file__).parents[2] / "journeys/the-birthday-kettle.yaml"
FIX = "slipping-hold/monthly-average"


@pytest.fixture(scope="module")
def kettle() -> tuple[Script, Fixes]:
    composer = Composer(Shelf())
    composed = composer.journey(KETTLE)
    assert composed.script is not None
    fixes: Fixes = thaw(json.loads(composer.fixes(composed)))
    return composed.script, fixes


@pytest.fixture(scope="module")
def lived(kettle: tuple[Script, Fixes]) -> Playthrough:
    """Played at the stage of the hold, and left after some minutes of it."""
    play = Playthrough(
        kettle[0], cast_for(kettle[0], 7), at_stage="holding", pace="brisk"
    )
    play.begin()
    play.wait(9 * MINUTE)
    play.do(m.Leave())
    return play


def again(
    kettle: tuple[Script, Fixes], lived: Playthrough, clock: ManualClock
) -> StageAgain:
    script, fixes = kettle
    return StageAgain(script, lived.log, fixes, fix=FIX, stage="holding", clock=clock)


def test_it_begins_at_the_instant_at_which_the_stage_was_entered(
    kettle: tuple[Script, Fixes], lived: Playthrough
) -> None:
    stage = again(kettle, lived, ManualClock())

    entered = next(each for each in lived.log if isinstance(each, e.StageEntered))
    assert stage.events[0] == entered
    assert not stage.is_over


def test_the_customer_has_what_they_had(
    kettle: tuple[Script, Fixes], lived: Playthrough
) -> None:
    state = again(kettle, lived, ManualClock()).session.state

    assert state.cast == lived.state.cast
    assert state.promises.keys() == lived.state.promises.keys()


def test_it_is_lived_with_what_the_fix_sets(
    kettle: tuple[Script, Fixes], lived: Playthrough
) -> None:
    stage = again(kettle, lived, ManualClock())
    mended = kettle[1].stages[FIX]["holding"]

    assert stage.session.script.stages["holding"].scenario == mended.scenario


def test_time_runs_and_it_is_over_when_the_stage_is_left(
    kettle: tuple[Script, Fixes], lived: Playthrough
) -> None:
    clock = ManualClock()
    stage = again(kettle, lived, clock)
    for _ in range(2_000):
        if stage.is_over:
            break
        clock.advance(1_000)
        stage.session.catch_up()
        asks = stage.session.scene()
        if asks.asks and not stage.is_over:
            own = [o for o in asks.offers if o.sort in {"choose", "press"}]
            if own:
                stage.session.submit(own[0].examples[0])

    assert stage.is_over
    assert isinstance(stage.events[-1], e.StageLeft)


def test_the_record_can_tell_all_of_it_but_what_was_written(
    kettle: tuple[Script, Fixes], lived: Playthrough
) -> None:
    stage = again(kettle, lived, ManualClock())
    stage.session.submit(m.React(-3, 2, "canary words"))

    told = stage.told()

    assert "canary" not in told.log
    kept = e.LivedAgain(0, 0, told.fix, told.stage, told.after, told.log)
    without = [
        each
        if not isinstance(each, e.ReactionRecorded)
        else e.ReactionRecorded(
            each.story_ms, each.felt_ms, each.pleasant, each.aroused
        )
        for each in stage.events
    ]
    assert [*events_again(kept)] == without


def test_what_happened_leaves_the_first_log_alone(
    kettle: tuple[Script, Fixes], lived: Playthrough
) -> None:
    before = [*lived.log]
    again(kettle, lived, ManualClock()).session.submit(m.HangUp())

    assert lived.log == before


@pytest.mark.parametrize(
    ("fix", "stage"),
    [(FIX, "rosa"), (FIX, "dani"), ("slipping-hold/nothing", "holding")],
)
def test_what_was_never_entered_or_is_not_reached_is_refused(
    kettle: tuple[Script, Fixes], lived: Playthrough, fix: str, stage: str
) -> None:
    script, fixes = kettle
    with pytest.raises(MoveRefused, match="cannot be lived again"):
        StageAgain(script, lived.log, fixes, fix=fix, stage=stage, clock=ManualClock())
