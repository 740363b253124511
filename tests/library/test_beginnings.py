"""Every example checks, plays and can be mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.errors import Usage
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.library import beginning
from empathy_sim.library.beginning import (
    MOST_KINDS,
    Beginning,
    journey_files,
    kinds,
    kinds_files,
    library_files,
    scenario_files,
)
from empathy_sim.library.beginning_kinds import OPENING, QUIET
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.composed import Composed
from empathy_sim.library.schema_names import SCHEMAS
from empathy_sim.library.shelf import Shelf, find_shelf
from empathy_sim.library.yaml_reader import read_yaml
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsing import Plan, rehearse

FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def written(begun: Iterable[Beginning], folder: Path) -> list[Path]:
    """Write them, as the verb does; gives the files that were asked for."""
    asked = []
    for each in begun:
        path = folder / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(each.text, "utf-8")
        if each.is_asked_for:
            asked.append(path)
    return asked


def composed(file: Path) -> Composed:
    return Composer(Shelf().beside(file)).compose(file)


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_a_scenario_of_each_kind_checks_and_is_reached_everywhere(
    kind: str | None, tmp_path: Path
) -> None:
    [file] = written(scenario_files("ours", kind), tmp_path)

    assert problems_in([file], find_shelf([tmp_path])) == ()
    script = composed(file).script
    assert script is not None
    held = script.stages[script.first].scenario.touchpoints.values()
    assert kind is None or kind in {each.kind for each in held}
    plan = Plan(plays=4)
    assert finished(rehearse(script, cast_for(script, 1), plan)).rehearsed.is_clean


def test_a_journey_checks_and_is_reached_everywhere(tmp_path: Path) -> None:
    [file] = written(journey_files("our-money"), tmp_path)

    scenarios = sorted((tmp_path / "scenarios").glob("*.yaml"))
    assert {each.stem.rpartition("-")[0] for each in scenarios} == {"our-money"}
    assert problems_in([file, *scenarios], find_shelf([tmp_path])) == ()
    script = composed(file).script
    assert script is not None
    result = finished(rehearse(script, cast_for(script, 1), Plan(plays=8)))
    assert result.rehearsed.is_clean


ORDERS = [
    *((kind,) for kind in KINDS),
    ("form", "chat", "call"),
    ("call", "order", "chat", "search", "counter"),
    ("days", "hold", "notice", "hold", "survey", "menu", "form", "days"),
]


@pytest.mark.parametrize("order", ORDERS, ids=",".join)
def test_a_journey_through_kinds_checks_and_is_reached_everywhere(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    [file] = written(kinds_files("our-way", order), tmp_path)

    scenarios = sorted((tmp_path / "scenarios").glob("*.yaml"))
    assert problems_in([file, *scenarios], find_shelf([tmp_path])) == ()
    script = composed(file).script
    assert script is not None
    held = [
        {each.kind for each in stage.scenario.touchpoints.values()}
        for name, stage in script.stages.items()
        if not name.startswith((OPENING, QUIET))
    ]
    assert len(held) == len(order)
    assert all(kind in kinds_in for kind, kinds_in in zip(order, held, strict=True))
    result = finished(rehearse(script, cast_for(script, 1), Plan(plays=8)))
    assert result.rehearsed.is_clean


@given(st.lists(st.sampled_from([*KINDS]), min_size=1, max_size=MOST_KINDS))
@settings(max_examples=20, deadline=None)
def test_any_kinds_in_any_order_are_without_a_problem(order: list[str]) -> None:
    with TemporaryDirectory() as folder:
        written(kinds_files("ours", order), Path(folder))
        files = [*Path(folder).glob("*/*.yaml")]

        assert problems_in(files, find_shelf([Path(folder)])) == ()


def test_each_pain_of_the_journey_can_be_mended(tmp_path: Path) -> None:
    [file] = written(journey_files("ours"), tmp_path)

    script = composed(file).script
    assert script is not None
    for stage in script.stages.values():
        causes = stage.scenario.causes.values()
        assert any(cause.kept_by and cause.fix.sets for cause in causes)
    assert any("kindness" in each.text for each in journey_files("ours"))


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_an_example_says_what_to_change_first(kind: str | None) -> None:
    text = next(iter(scenario_files("ours", kind))).text

    comments = " ".join(line for line in text.split("\n") if line.startswith("#"))
    assert "Change first" in comments


def test_the_first_line_leads_an_editor_to_a_schema_beside_it(tmp_path: Path) -> None:
    written(library_files("Ours"), tmp_path)

    for file in tmp_path.rglob("*.yaml"):
        found = FIRST_LINE.match(file.read_text("utf-8"))
        assert found is not None
        assert (file.parent / found[1]).resolve().is_file()
        assert (file.parent / found[1]).resolve().parent == tmp_path / SCHEMAS


def test_a_library_has_what_an_editor_is_told_of(tmp_path: Path) -> None:
    written(library_files("Ours"), tmp_path)

    settings: Any = read_yaml(
        (tmp_path / ".vscode" / "settings.json").read_bytes(), ""
    ).value
    for schema, files in settings["yaml.schemas"].items():
        assert (tmp_path / schema).is_file()
        assert list(tmp_path.glob(files)) or files == "fits/*.yaml", files
    assert settings["yaml.schemaStore.enable"] is False


def test_a_readme_names_only_what_is_there(tmp_path: Path) -> None:
    written(library_files("Ours"), tmp_path)

    readme = (tmp_path / "README.md").read_text("utf-8")
    assert readme.startswith("# Ours\n")
    for folder in re.findall(r"^\| `(\w+)`", readme, re.MULTILINE):
        assert any((tmp_path / folder).iterdir())
    for file in re.findall(r"`(journeys/\S+)`", readme):
        assert (tmp_path / file).is_file()


def test_a_kind_without_an_example_of_its_own_has_a_shipped_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(beginning, "_folder", lambda: tmp_path)

    [file, *_] = scenario_files("ours", "hold")

    assert file.text.split("\n")[2] == "scenario: ours"
    assert "kind: hold" in file.text


def test_a_kind_of_which_there_is_no_example_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(beginning, "_folder", lambda: tmp_path)

    with pytest.raises(Usage, match="No example is about a seance yet"):
        list(scenario_files("ours", "seance"))


def test_every_kind_there_is_can_be_begun_with() -> None:
    assert kinds() == tuple(KINDS)
