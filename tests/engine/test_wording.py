"""A name in a text stands for something."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.engine.state import State
from empathy_sim.engine.wording import worded
from empathy_sim.journey.scenario import Setting
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_nouns import BATTERY, LUNCH, alone, notice


def known() -> State:
    resources = {"phone_battery": BATTERY, "lunch_break": LUNCH}
    script = alone({"desk": notice("done")}, resources=resources)
    stage = script.stages["alone"]
    declared = {
        "wait": Setting(is_="duration", default="26m", about="How long."),
        "word": Setting(is_="text", default="", about="A word."),
        "slips": Setting(is_="count", default=0, about="How often."),
    }
    own = replace(stage, scenario=replace(stage.scenario, settings=declared))
    facts = {"order_number": "HV-1", "note": "", "wait": "hidden by the setting"}
    play = Playthrough(replace(script, stages={"alone": own}), plain_cast(facts))
    play.begin()
    play.wait(41 * MINUTE)
    return play.state


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Dear <customer.first_name>,", "Dear Margaret,"),
        ("<customer.name>", "Margaret O'Brien"),
        ("<company.name>, <company.site>", "Hearth & Vale, hv.example"),
        ("<order_number>", "HV-1"),
        ("[<note>]", "[]"),
        ("<wait>", "26 minutes"),
        ("[<word>]", "[]"),
        ("<slips> times", "0 times"),
        ("<day>, <date>, <time>", "Tuesday, Tuesday 10 June, 10:41"),
        ("<resource.phone_battery>, <resource.lunch_break>", "10%, 0 min"),
        ("<promise.delivery.date>", "a date to be confirmed"),
        ("<estimate>", "4 minutes"),
        ("<nobody>", "<nobody>"),
        ("<customer.shoe_size>", "<customer.shoe_size>"),
        ("<company.owner>", "<company.owner>"),
        ("<resource.patience>", "<resource.patience>"),
        ("3 < 4 > 2, <3, <Wait>, <a b>", "3 < 4 > 2, <3, <Wait>, <a b>"),
        ("", ""),
    ],
)
def test_a_declared_name_is_replaced_and_any_other_stays(text: str, reads: str) -> None:
    assert worded(text, known(), {"estimate": "4 minutes"}) == reads


def test_what_a_name_stands_for_is_not_read_for_names_again() -> None:
    assert worded("<a>", known(), {"a": "<order_number>"}) == "<order_number>"
