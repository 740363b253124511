"""What fixes make of the stages they reach."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import thaw
from empathy_sim.library.compose import Composer
from empathy_sim.library.pressing import script_of
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import Shelf, find_shelf

ROOT = Path(__file__).parents[2]
KETTLE = ROOT / "journeys/the-birthday-kettle.yaml"


@pytest.fixture(scope="module")
def kettle() -> tuple[Composer, Fixes]:
    composer = Composer(Shelf())
    fixes: Fixes = thaw(json.loads(composer.fixes(composer.journey(KETTLE))))
    return composer, fixes


def test_every_fix_that_sets_something_makes_its_stages_anew(
    kettle: tuple[Composer, Fixes],
) -> None:
    composer, fixes = kettle
    script = composer.journey(KETTLE).script
    assert script is not None
    sets = {
        (f"{stage.scenario.scenario}/{cause}", name)
        for name, stage in script.stages.items()
        for cause, noun in stage.scenario.causes.items()
        if noun.fix.sets
    }

    made = {
        (cause, stage) for cause, stages in fixes.stages.items() for stage in stages
    }
    assert made == sets


def test_a_fix_changes_only_the_stages_it_reaches(
    kettle: tuple[Composer, Fixes],
) -> None:
    composer, fixes = kettle
    script = composer.journey(KETTLE).script
    assert script is not None
    cause = next(iter(fixes.stages))

    mended = fixes.applied(script, cause)

    changed = {
        name for name, stage in mended.stages.items() if stage != script.stages[name]
    }
    assert changed == set(fixes.reaches(cause))
    assert [*mended.stages] == [*script.stages]


def test_a_mended_stage_holds_the_setting_of_its_fix(
    kettle: tuple[Composer, Fixes],
) -> None:
    _, fixes = kettle
    for cause, stages in fixes.stages.items():
        for stage in stages.values():
            sets = stage.scenario.causes[cause.partition("/")[2]].fix.sets
            assert {name: stage.settings[name] for name in sets} == sets


def test_a_kept_script_brings_its_fixes_with_it(tmp_path: Path) -> None:
    shelf, cache = find_shelf([ROOT]), Cache(tmp_path)
    fresh = script_of("the-birthday-kettle", shelf, cache)
    kept = script_of("the-birthday-kettle", shelf, cache)

    assert fresh.fixes
    assert kept.fixes == fresh.fixes


def test_a_scenario_alone_has_the_fixes_of_its_causes(tmp_path: Path) -> None:
    alone = script_of("slipping-hold", find_shelf([ROOT]), Cache(tmp_path))
    fixes: Fixes = thaw(json.loads(alone.fixes))

    assert all(name.startswith("slipping-hold/") for name in fixes.stages)


def test_a_script_without_fixes_brings_none() -> None:
    sample = ROOT / "tests/samples/scenarios/notice-that-works.yaml"
    composer = Composer(Shelf())

    assert composer.fixes(composer.scenario(sample)) == ""
