"""A noun made plain comes back as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from empathy_sim.journey.cast import Cast
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.freezing import canonical, digest, freeze, nouns, thaw
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Due, Option
from empathy_sim.journey.units import DAY, Drain, Moment
from empathy_sim.library.compose import compose_journey, compose_scenario
from empathy_sim.library.shelf import find_shelf
from empathy_sim.rehearsal.playthrough import plain_cast

REPOSITORY = Path(__file__).parents[2]
SAMPLES = REPOSITORY / "tests" / "samples"
SCENARIOS = sorted((SAMPLES / "scenarios").glob("*.yaml"))

THAW = """
import json, sys
from empathy_sim.journey.freezing import canonical, freeze, thaw
written = sys.stdin.read()
assert canonical(freeze(thaw(json.loads(written)))) == written
"""


def back(value: object) -> object:
    return thaw(json.loads(canonical(freeze(value))))


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_every_script_comes_back_as_it_was(file: Path) -> None:
    script = compose_scenario(file).script

    assert script is not None
    assert back(script) == script


def test_a_journey_comes_back_as_it_was_even_in_a_fresh_process() -> None:
    file = SAMPLES / "journeys" / "the-long-way.yaml"
    script = compose_journey(file, find_shelf([SAMPLES])).script
    assert script is not None
    assert back(script) == script

    ended = subprocess.run(
        [sys.executable, "-c", THAW],
        cwd=REPOSITORY,
        input=canonical(freeze(script)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    "value",
    [
        Moment(share=2_000),
        Moment(after=0),
        Drain(100, 1),
        Due(in_=DAY, at=0),
        Option(says="A", leads="b", keeps=("c",), moves={"d": Due(in_=1)}),
        Condition(any_=(Condition(setting="a"), Condition(not_=Condition(met="b")))),
        Condition(setting="a", is_=False),
        Condition(setting="a", is_=1),
        plain_cast({"order_number": "HV-1", "paid": ""}),
        (1, (2, "three"), None, True),
        {"a": (Moment(share=1),), "b": {}},
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert back(value) == value


def test_true_and_one_are_not_taken_for_each_other() -> None:
    condition = back(Condition(setting="a", is_=1))

    assert isinstance(condition, Condition)
    assert condition.is_ is not True


def test_what_is_left_at_its_default_is_not_written() -> None:
    assert freeze(Condition(met="jargon")) == {"@": "Condition", "met": "jargon"}


def test_one_script_has_one_spelling_and_one_name() -> None:
    one = canonical(freeze({"b": 1, "a": Due(in_=1)}))
    other = canonical(freeze({"a": Due(in_=1), "b": 1}))

    assert one == other
    assert digest(one) == digest(other)
    assert digest(one) != digest(one + " ")
    assert "ö" in canonical({"says": "ö"})


def every_noun() -> set[tuple[str, str]]:
    """The module and the name of every noun of the program."""
    found: set[tuple[str, str]] = set()
    waiting: list[type] = [Noun]
    while waiting:
        below: list[type] = waiting.pop().__subclasses__()
        below = [each for each in below if each.__module__.startswith("empathy_sim.")]
        found |= {(each.__module__, each.__name__) for each in below}
        waiting += below
    return found


def test_no_two_nouns_share_a_name() -> None:
    names = [name for _, name in every_noun()]

    assert len(names) > 60
    assert sorted(names) == sorted({*names})
    assert {*names} <= {*nouns()}
    assert nouns()["Cast"] is Cast
