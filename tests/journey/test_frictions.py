"""Every friction has a name in the table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.journey.friction import Driver, Waiting
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.touchpoints import KINDS

ENGINE = Path(__file__).parents[2] / "empathy_sim" / "engine"


def met_in(path: Path) -> Iterator[str]:
    """The codes that a file of the engine meets, as they are written."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="meet"),
                args=[ast.Constant(value=str(code)), *_],
            ):
                yield code
            case _:
                pass


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_can_make_is_in_the_table(kind: str) -> None:
    codes = KINDS[kind].FRICTIONS

    assert {*codes} <= {*FRICTIONS}
    assert len({*codes}) == len(codes)


def test_what_the_engine_meets_is_in_the_table() -> None:
    met = {code for path in ENGINE.rglob("*.py") for code in met_in(path)}

    assert len(met) > 20
    assert met <= {*FRICTIONS}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kinds_own_file_meets_is_declared_by_its_noun(kind: str) -> None:
    met = set(met_in(ENGINE / "touchpoints" / f"{kind}.py"))

    assert met <= {*KINDS[kind].FRICTIONS}


@pytest.mark.parametrize("code", FRICTIONS)
def test_a_friction_is_a_short_clause_with_a_driver_and_a_weight(code: str) -> None:
    friction = FRICTIONS[code]

    assert friction.says[0].islower()
    assert not friction.says.endswith(".")
    assert len(friction.says.split()) <= 10
    assert friction.driver in Driver
    assert friction.waiting is None or friction.waiting in Waiting
    assert friction.weight in {1, 2, 3}
    assert friction.dashboard


def test_every_driver_of_effort_is_felt_somewhere() -> None:
    assert {each.driver for each in FRICTIONS.values()} == {*Driver}


def test_nobody_is_to_blame_in_person() -> None:
    said = " ".join(each.says for each in FRICTIONS.values())

    assert "agent" not in said.split()
