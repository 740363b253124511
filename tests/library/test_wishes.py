"""What is asked of a preview is checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import find_shelf, shipped
from empathy_sim.library.wishes import Granted, Wishes, granted

SHELF = find_shelf([shipped()])
COMPOSER = Composer(SHELF)
HOLD = COMPOSER.compose(SHELF.file_of("slipping-hold")).script
KETTLE = COMPOSER.compose(SHELF.file_of("the-birthday-kettle")).script


def asked(
    *with_: str, at: str = "", facts: tuple[str, ...] = (), alone: bool = False
) -> Granted:
    script = HOLD if alone else KETTLE
    assert script is not None
    return granted(Wishes(at, with_, facts), script)


def refusal(found: Granted) -> str:
    (refused,) = found.refused
    return str(refused)


def test_a_stage_and_a_touchpoint_are_found() -> None:
    found = asked(at="holding.queue")

    assert (found.stage, found.touchpoint) == ("holding", "queue")
    assert not found.refused


def test_of_a_scenario_alone_a_touchpoint_is_enough() -> None:
    found = asked(at="dead-line", alone=True)

    assert (found.stage, found.touchpoint) == ("alone", "dead-line")


def test_a_setting_is_for_every_stage_that_has_it() -> None:
    found = asked("wait=2m")

    assert {values["wait"] for values in found.sets.values()} == {"2m"}


def test_with_a_stage_to_begin_at_a_setting_is_for_that_stage() -> None:
    assert asked("wait=2m", at="holding").sets == {"holding": {"wait": "2m"}}


def test_a_setting_may_name_its_stage() -> None:
    assert asked("holding.wait=2m").sets == {"holding": {"wait": "2m"}}


def test_a_value_is_read_by_the_setting_s_kind() -> None:
    found = asked("drops=false", "overtaken=3", "wait=90s", alone=True)

    assert found.sets == {"alone": {"drops": False, "overtaken": 3, "wait": "90s"}}


def test_a_fact_replaces_what_was_drawn() -> None:
    assert asked(facts=("order_number=HV-1 = x",)).facts == {"order_number": "HV-1 = x"}


@pytest.mark.parametrize(
    ("found", "says", "hint"),
    [
        (asked(at="holdin"), 'no stage "holdin"', "try: --at holding"),
        (asked(at="holding.quue"), 'no touchpoint "quue"', "--at holding.queue"),
        (asked(at="ded-line", alone=True), "no touchpoint", "--at dead-line"),
        (asked("wiat=2m"), 'a setting "wiat"', "try: wait"),
        (asked("holdin.wait=2m"), 'no stage "holdin"', "try: holding"),
        (asked("wait=2"), '"2" is not a duration', "90s, 26m"),
        (asked("drops=maybe", alone=True), "not a switch", "true or false"),
        (asked("overtaken=few", alone=True), "not a whole number", "as in 3"),
        (asked("wait"), "no name and value", "--with wait=2m"),
        (asked("=2m"), "no name and value", "--with wait=2m"),
        (asked(facts=("order_numbr=1",)), "no fact", "try: order_number"),
        (asked(facts=("order_number= ",)), "no text", "--fact order_number"),
        (asked(facts=("order_number=\x1b[2J",)), "control character", "leave it out"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_not_there_is_said_with_what_was_meant(
    found: Granted, says: str, hint: str
) -> None:
    assert says in refusal(found)
    assert hint in refusal(found)


def test_everything_wrong_is_said_and_the_rest_is_granted() -> None:
    found = asked("wiat=1m", "wait=2m", at="holdin", facts=("x=1",))

    assert len(found.refused) == 3
    assert found.sets


@given(st.text(), st.text(), st.text())
def test_whatever_is_typed_is_granted_or_refused(
    at: str, with_: str, fact: str
) -> None:
    found = asked(with_, at=at, facts=(fact,))

    granted_at = found.stage is not None or not at
    assert granted_at or found.refused
