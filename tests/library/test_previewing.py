"""A file and what it plays, as saved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from empathy_sim.library.file_stamps import stamps_of
from empathy_sim.library.previewing import version_of
from empathy_sim.library.saved_version import Version
from empathy_sim.library.shelf import shipped
from empathy_sim.library.wishes import Wishes

HOLD = "slipping-hold.yaml"
SAMPLES = Path(__file__).parents[1] / "samples" / "problems" / "journeys"
SHORT_QUEUE = SAMPLES / "scenarios" / "short-queue.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with one journey and all scenarios."""
    for name in ("journeys", "scenarios"):
        (tmp_path / name).mkdir()
        for file in (shipped() / name).glob("*.yaml"):
            shutil.copy(file, tmp_path / name)
    return tmp_path


def kettle(folder: Path, wishes: Wishes | None = None) -> Version:
    file = folder / "journeys" / "the-birthday-kettle.yaml"
    return version_of(file, [folder], wishes or Wishes())


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_sound_file_comes_with_somebody_to_play_it_as(folder: Path) -> None:
    version = kettle(folder, Wishes("holding.queue", facts=("order_number=HV-9",)))

    assert version.script is not None
    assert version.cast is not None
    assert version.cast.facts["order_number"] == "HV-9"
    assert (version.stage, version.touchpoint) == ("holding", "queue")
    assert version.errors == 0


def test_a_setting_is_in_the_script(folder: Path) -> None:
    version = kettle(folder, Wishes(with_=("holding.wait=2m",)))

    assert version.script is not None
    assert version.script.stages["holding"].settings["wait"] == "2m"


def test_a_scenario_alone_takes_settings_too(folder: Path) -> None:
    file = folder / "scenarios" / HOLD

    version = version_of(file, [folder], Wishes(with_=("wait=2m", "drops=false")))

    assert version.script is not None
    settings = version.script.stages["alone"].settings
    assert (settings["wait"], settings["drops"]) == ("2m", False)
    assert settings["apology"] == "40s"


def test_a_setting_that_a_scenario_cannot_be_played_with_is_refused() -> None:
    version = version_of(SHORT_QUEUE, [], Wishes(with_=("repeats=2s",)))

    (refused,) = version.refused
    assert "cannot be played so" in refused.says
    assert refused.try_
    assert version.script is not None
    assert version.script.stages["alone"].settings == {"repeats": "45s"}


def test_a_broken_scenario_is_told_of_with_its_place(folder: Path) -> None:
    changed(folder / "scenarios" / HOLD, "dropped: dead-line", "dropped: dead-lin")

    version = kettle(folder)

    assert version.script is None
    (problem,) = version.problems
    assert problem.code == "E302"
    assert problem.file.endswith(HOLD)


def test_every_touchpoint_and_ending_has_its_line(folder: Path) -> None:
    version = kettle(folder)

    assert version.script is not None
    for stage in version.script.stages.values():
        for name in stage.scenario.touchpoints:
            line = version.lines[stage.scenario.scenario, name]
            written = Path(line.file).read_text("utf-8").splitlines()
            assert written[line.line - 1].strip().startswith(f"{name}:")
    for name in version.script.journey.endings:
        assert version.lines["", name].file.endswith("the-birthday-kettle.yaml")


@pytest.mark.parametrize("wrecked", ["", ":", "journey: [", "\x00", "- a\n- b\n"])
def test_whatever_is_in_the_file_nothing_is_raised(folder: Path, wrecked: str) -> None:
    (folder / "journeys" / "the-birthday-kettle.yaml").write_text(wrecked, "utf-8")

    version = kettle(folder, Wishes("holding", ("wait=2m",)))

    assert version.script is None
    assert version.errors


def test_a_file_that_is_gone_is_a_problem_and_is_still_watched(folder: Path) -> None:
    file = folder / "journeys" / "the-birthday-kettle.yaml"
    file.unlink()

    version = kettle(folder)

    assert [each.code for each in version.problems] == ["E340"]
    assert file in version.watched.files


def test_a_save_a_rename_and_a_new_scenario_are_seen(folder: Path) -> None:
    version, scenarios = kettle(folder), folder / "scenarios"
    before = stamps_of(version.watched)
    assert stamps_of(version.watched) == before

    (scenarios / "new.yaml").write_text("scenario: new\n", "utf-8")
    with_new = stamps_of(version.watched)
    (scenarios / "x.tmp").write_text((scenarios / HOLD).read_text("utf-8"), "utf-8")
    (scenarios / "x.tmp").replace(scenarios / HOLD)
    replaced = stamps_of(version.watched)
    changed(scenarios / HOLD, "It is warm", "It is quite warm")
    saved = stamps_of(version.watched)

    assert len({str(each) for each in (before, with_new, replaced, saved)}) == 4


def test_what_an_editor_leaves_beside_a_file_is_not_seen(folder: Path) -> None:
    version = kettle(folder)
    before = stamps_of(version.watched)

    (folder / "scenarios" / ".slipping-hold.yaml.swp").write_text("x", "utf-8")
    (folder / "scenarios" / "slipping-hold.yaml~").write_text("x", "utf-8")

    assert stamps_of(version.watched) == before


def test_a_library_that_is_gone_is_seen_and_raises_nothing(folder: Path) -> None:
    version = kettle(folder)
    before = stamps_of(version.watched)

    folder.rename(folder.with_name("moved"))

    assert stamps_of(version.watched) != before
    assert kettle(folder).script is None
    folder.with_name("moved").rename(folder)
    assert stamps_of(version.watched) == before
