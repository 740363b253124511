"""Whether something is so, in a state."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.engine.conditions import holds
from empathy_sim.engine.state import State
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.scenario import Setting, SettingValue
from empathy_sim.journey.touchpoint import Due, Option
from empathy_sim.journey.units import DAY, MINUTE
from tests.engine.made_nouns import LUNCH, alone, notice
from tests.engine.made_scripts import played

YES, NO = Condition(chosen="again"), Condition(chosen="never")


def known() -> State:
    """A desk visited three times, with a setting, a promise and a resource."""
    again = Option(says="Again", id="again", leads="desk", friction="jargon")
    script = alone(
        {"desk": notice(options=(again,), cause="rent")},
        resources={"lunch_break": LUNCH},
        promised={"delivery": Due(in_=DAY)},
    )
    stage = script.stages["alone"]
    declared = {
        "drops": Setting(is_="switch", default=True, about="Whether it drops."),
        "slips": Setting(is_="count", default=3, about="How often."),
        "mood": Setting(is_="choice", default="calm", about="?", choices=("calm",)),
    }
    scenario = replace(stage.scenario, settings=declared)
    own = replace(stage, scenario=scenario, settings={"slips": 2})
    play = played(replace(script, stages={"alone": own}))
    play.do(m.Choose("again"))
    play.do(m.Choose("again"))
    play.wait(4 * MINUTE)
    return play.state


@pytest.mark.parametrize(
    ("condition", "so"),
    [
        (Condition(visits="desk"), True),
        (Condition(visits="desk", at_least=3), True),
        (Condition(visits="desk", at_least=4), False),
        (Condition(visits="queue"), False),
        (Condition(met="jargon", at_least=2), True),
        (Condition(met="jargon", at_least=3), False),
        (Condition(met="silence"), False),
        (Condition(asked_for="order_number"), False),
        (Condition(chosen="again"), True),
        (Condition(chosen="never"), False),
        (Condition(resource="lunch_break", below=6 * MINUTE), False),
        (Condition(resource="lunch_break", below=6 * MINUTE + 1), True),
        (Condition(promise="delivery", is_="made"), True),
        (Condition(promise="delivery", is_="broken"), False),
        (Condition(promise="refund", is_="made"), False),
        (Condition(exit="alone", is_="done"), False),
        (Condition(all_=(YES, YES)), True),
        (Condition(all_=(YES, NO)), False),
        (Condition(any_=(NO, YES)), True),
        (Condition(any_=(NO, NO)), False),
        (Condition(not_=NO), True),
        (Condition(not_=YES), False),
        (Condition(all_=()), True),
        (Condition(any_=()), False),
        (None, True),
    ],
)
def test_a_condition_is_so_or_not(condition: Condition | None, so: bool) -> None:
    assert holds(condition, known()) is so


@pytest.mark.parametrize(
    ("setting", "is_", "so"),
    [
        ("drops", None, True),
        ("drops", True, True),
        ("drops", False, False),
        ("slips", 2, True),
        ("slips", 3, False),
        ("mood", "calm", True),
        ("mood", "cross", False),
    ],
)
def test_a_setting_is_what_the_journey_set_or_its_default(
    setting: str, is_: SettingValue | None, so: bool
) -> None:
    assert holds(Condition(setting=setting, is_=is_), known()) is so
