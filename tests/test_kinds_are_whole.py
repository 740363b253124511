"""No kind of touchpoint lacks a part."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.engine.kinds import kind_of
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.tui.device import device_of

ROOT = Path(__file__).parents[1] / "empathy_sim"
TESTS = Path(__file__).parent


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_written_ruled_and_drawn(kind: str) -> None:
    assert KINDS[kind].__module__ == f"empathy_sim.journey.touchpoints.{kind}"
    assert type(kind_of(kind)).__module__ == f"empathy_sim.engine.touchpoints.{kind}"
    assert device_of(kind).__module__ == f"empathy_sim.tui.touchpoints.{kind}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_says_how_it_is_used(kind: str) -> None:
    assert device_of(kind).HELP.strip()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_tests_and_a_sample_that_simply_works(kind: str) -> None:
    assert (TESTS / "engine" / f"test_{kind}.py").is_file()
    samples = TESTS / "samples" / "scenarios"
    assert [*samples.glob(f"{kind}-that-work*.yaml")]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_friction_of_a_kind_is_known(kind: str) -> None:
    assert set(KINDS[kind].FRICTIONS) <= set(FRICTIONS)


@pytest.mark.parametrize("room", ["journey", "engine", "tui"])
def test_no_room_has_a_kind_that_cannot_be_written(room: str) -> None:
    files = (ROOT / room / "touchpoints").glob("*.py")

    assert {file.stem for file in files} - {"__init__"} == set(KINDS)
