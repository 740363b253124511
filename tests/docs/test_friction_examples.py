"""Each example of a friction makes that friction."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.friction_examples import ANY, examples, in_a_scenario
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import compose_scenario
from empathy_sim.library.meaning_frictions import possible
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsing import Plan, rehearse

NOT_BY_ROBOTS = {
    ("menu_timed_out", "menu"),  # they never say nothing
    ("rule_revealed_late", "form"),  # they correct all that they can at once
    ("cleared_on_error", "form"),
    ("closed_on_silence", "chat"),
    ("asked_again", "form"),  # one form asks once
}
"""What a robot does not meet, as it does not do what leads to it."""
WRITTEN = [
    (code, kind) for code, example in examples().items() for kind in example.by_kind
]


def composed(fragment: str, kind: str, folder: Path) -> Script:
    file = folder / "scenarios" / "example.yaml"
    file.parent.mkdir()
    file.write_text(in_a_scenario(fragment, kind), "utf-8")
    composed = compose_scenario(file)
    assert composed.script is not None, composed.problems
    return composed.script


def written(code: str, kind: str) -> str:
    return examples()[code].by_kind[kind].write


def met_in(script: Script, plays: int) -> set[str]:
    plan = Plan(plays=plays)
    rehearsed = finished(rehearse(script, cast_for(script, 1), plan)).rehearsed
    return {each.code for each in rehearsed.frictions}


@pytest.mark.parametrize(
    ("code", "kind"), [each for each in WRITTEN if each not in NOT_BY_ROBOTS]
)
def test_an_example_is_met_where_it_is_played(
    code: str, kind: str, tmp_path: Path
) -> None:
    script = composed(written(code, kind), kind, tmp_path)

    assert any(code in met_in(script, plays) for plays in (24, 240))


@pytest.mark.parametrize(("code", "kind"), sorted(NOT_BY_ROBOTS))
def test_an_example_that_robots_pass_by_makes_what_it_says(
    code: str, kind: str, tmp_path: Path
) -> None:
    touchpoint = composed(written(code, kind), kind, tmp_path).touchpoint(
        "alone", "here"
    )

    assert code in possible(touchpoint, again=True)


def test_every_kind_says_how_each_of_its_frictions_is_made() -> None:
    by_engine = {(code, kind) for kind in KINDS for code in KINDS[kind].FRICTIONS}

    assert {each for each in WRITTEN if each[1] != ANY} == by_engine


def test_every_other_friction_is_for_authors_to_name() -> None:
    by_engine = {code for kind in KINDS for code in KINDS[kind].FRICTIONS}

    assert {
        code for code, kind in WRITTEN if kind == ANY
    } == FRICTIONS.keys() - by_engine


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_of_a_kind_can_be_played(kind: str, tmp_path: Path) -> None:
    assert composed("", kind, tmp_path).touchpoint("alone", "here").kind == kind
