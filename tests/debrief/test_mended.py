"""A stage stands beside itself, with something mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.mended import Mended, mended_in
from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import thaw
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import Shelf
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.session.again import StageAgain
from empathy_sim.session.clock import ManualClock

KETTLE = Path(__file__).parents[2] / "journeys/the-birthday-kettle.yaml"
FIX = "slipping-hold/monthly-average"
AFTER_MS = 3 * MINUTE
"""How long the mended hold is sat through before it is put down."""


@pytest.fixture(scope="module")
def played() -> tuple[Script, Fixes, tuple[e.Event, ...]]:
    """Twenty minutes on hold, then three of the same hold with a fix."""
    composer = Composer(Shelf())
    composed = composer.journey(KETTLE)
    script = composed.script
    assert script is not None
    fixes: Fixes = thaw(json.loads(composer.fixes(composed)))
    play = Playthrough(script, cast_for(script, 7), at_stage="holding", pace="brisk")
    play.begin()
    play.wait(20 * MINUTE)
    play.do(m.Leave())
    while play.state.phase != "debriefing":
        play.do(m.Proceed())
    clock = ManualClock()
    again = StageAgain(script, play.log, fixes, fix=FIX, stage="holding", clock=clock)
    while again.session.state.story_ms < AFTER_MS and not again.is_over:
        clock.advance(SECOND)
        again.session.catch_up()
    if not again.is_over:
        again.session.submit(m.Leave())
    play.do(again.told())
    return script, fixes, tuple(play.log)


@pytest.fixture(scope="module")
def mended(played: tuple[Script, Fixes, tuple[e.Event, ...]]) -> Mended:
    script, fixes, log = played
    [found] = mended_in(Account.of(script, log), fixes)
    return found


def test_both_times_are_measured_by_the_same_rules(mended: Mended) -> None:
    by_id = {each.measure.id: each for each in mended.compared}

    waited = by_id["minutes_waited"]
    assert waited.before > waited.after
    assert by_id["stage_took"].before >= waited.before
    assert by_id["stage_took"].after >= waited.after


def test_what_was_mended_is_told_with_who_mends_it(
    mended: Mended, played: tuple[Script, Fixes, tuple[e.Event, ...]]
) -> None:
    fix = played[0].stages["holding"].scenario.causes["monthly-average"].fix

    assert (mended.change, mended.department) == (fix.change, fix.department)
    assert mended.title == "Holding"


def test_the_sentence_gives_both_numbers(mended: Mended) -> None:
    took = mended.compared[0]

    assert took.was in mended.says
    assert took.became in mended.says


def test_what_is_lived_twice_is_told_as_it_was_the_last_time(
    played: tuple[Script, Fixes, tuple[e.Event, ...]],
) -> None:
    script, fixes, log = played
    once = [each for each in log if isinstance(each, e.LivedAgain)]

    assert len(mended_in(Account.of(script, (*log, *once)), fixes)) == 1


def test_what_was_never_lived_again_is_not_told(
    played: tuple[Script, Fixes, tuple[e.Event, ...]],
) -> None:
    script, fixes, log = played
    before = tuple(each for each in log if not isinstance(each, e.LivedAgain))

    assert mended_in(Account.of(script, before), fixes) == ()
