"""Nothing of a day runs out at leisure."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.touchpoints.survey import Question, Survey
from empathy_sim.journey.units import DAY, MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_nouns import BATTERY, LUNCH, alone, notice
from tests.engine.made_scripts import played

SURVEY = Survey(
    kind="survey",
    says="How did we do?",
    from_="Hearth & Vale",
    thanks="Thank you.",
    about="agent",
    questions=(Question(id="agent", says="How was Dani?"),),
    leads={"sent": "done", "skipped": "done"},
)


def gauges(play: Playthrough) -> set[str]:
    return {each.id for each in play.scene.gauges}


def asked() -> Playthrough:
    """At home first, then, at once, asked how it was."""
    pages = {"home": notice("survey"), "survey": SURVEY}
    purse = BATTERY
    resources = {"lunch_break": LUNCH, "purse": purse}
    return played(alone(pages, resources=resources), pace="workshop")


def test_a_survey_shows_nothing_that_is_a_day_s_and_keeps_what_is_the_journey_s() -> (
    None
):
    play = asked()
    assert gauges(play) == {"lunch_break", "purse"}

    play.do(m.Choose("survey"))

    assert gauges(play) == {"purse"}


def test_no_break_ends_over_a_survey() -> None:
    play = asked()
    play.wait(MINUTE)
    play.do(m.Choose("survey"))
    left = play.state.resource_at("lunch_break", play.state.story_ms)

    play.wait(60 * MINUTE)

    assert play.state.resource_at("lunch_break", play.state.story_ms) == left
    assert not play.happened(e.ResourceCrossed)


def test_while_days_pass_nothing_of_a_day_is_shown_and_then_it_is_again() -> None:
    pages = {
        "days": Days(kind="days", lasts=2 * DAY, leads={"passed": "home"}),
        "home": notice("done"),
    }
    play = played(alone(pages, resources={"lunch_break": LUNCH}), pace="workshop")
    assert gauges(play) == set()

    play.wait_until(lambda each: each.touchpoint == "home")

    assert gauges(play) == {"lunch_break"}


@pytest.mark.parametrize("kind", [Days, Survey])
def test_these_are_come_to_in_one_s_own_time(kind: type[Days | Survey]) -> None:
    assert kind.AT_LEISURE
