"""The verb check says what is wrong."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from empathy_sim.cli.check import check
from tests.cli.pseudo_terminal import terminal_running
from tests.library.small_library import JOURNEY, put, write_library


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(*paths: str) -> Result:
    return CliRunner().invoke(check, paths)


def test_a_sound_folder_is_checked_without_being_named() -> None:
    write_library(Path())

    result = checked()

    assert result.exit_code == 0
    assert result.output == "Looked in: this folder.\n3 files, 0 problems\n"


def test_a_journey_is_checked_by_its_name() -> None:
    write_library(Path())

    assert checked("the-parcel").output == "1 file, 0 problems\n"
    assert checked("letter").exit_code == 0
    refused = checked("the-parcels")
    assert refused.exit_code == 2
    assert 'No journey or scenario is called "the-parcels"' in refused.output
    assert "try: the-parcel\n" in refused.output


def test_the_library_that_a_variable_names_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_library(Path())
    write_library(tmp_path / "ours")
    (tmp_path / "empty").mkdir()
    named = [str(tmp_path / "ours"), str(tmp_path / "empty")]
    monkeypatch.setenv("EMPATHY_SIM_LIBRARY", os.pathsep.join(named))

    result = checked()

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"Looked in: this folder, {named[0]}, {named[1]}.",
        "6 files, 0 problems",
    ]


def test_a_library_that_is_not_there_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = str(tmp_path / "nowhere")
    monkeypatch.setenv("EMPATHY_SIM_LIBRARY", named)

    result = checked()

    assert result.exit_code == 2
    assert result.output.startswith(f"EMPATHY_SIM_LIBRARY names {named}, and there is")


def test_a_problem_is_told_with_its_place_and_what_to_try() -> None:
    put(write_library(Path()), JOURNEY.replace("end.well", "end.wel"))

    result = checked()

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Looked in: this folder.",
        'error[E305]: "wel" is not an ending of this journey',
        "  --> journeys/the-parcel.yaml:24:23",
        "   |",
        "24 |     leads: {answered: end.wel, gave_up: end.gave_up}",
        "   |                       ^^^^^^^",
        '   = help: did you mean "end.well"?',
        "",
        "3 files, 1 problem",
        "For what a code means: empathy-sim explain E305",
    ]


def test_a_warning_alone_is_no_failure() -> None:
    extra = "endings:\n  lost: {outcome: partly, says: It is lost.}"
    put(write_library(Path()), JOURNEY.replace("endings:", extra))

    result = checked("journeys")

    assert result.exit_code == 0
    assert "1 file, 0 problems, 1 warning\n" in result.output


def test_a_warning_fails_where_the_check_is_strict() -> None:
    extra = "endings:\n  lost: {outcome: partly, says: It is lost.}"
    put(write_library(Path()), JOURNEY.replace("endings:", extra))

    assert checked("journeys", "--strict").exit_code == 1
    assert checked("journeys").exit_code == 0


def test_json_is_one_object_with_a_number_for_its_shape() -> None:
    put(write_library(Path()), JOURNEY.replace("end.well", "end.wel"))

    result = checked("--format", "json")

    found = json.loads(result.output)
    assert result.exit_code == 1
    assert (found["format"], found["files"], found["errors"]) == (1, 3, 1)
    assert found["problems"] == [
        {
            "code": "E305",
            "severity": "error",
            "file": "journeys/the-parcel.yaml",
            "line": 24,
            "column": 23,
            "length": 7,
            "says": '"wel" is not an ending of this journey',
            "help": "end.well",
        }
    ]


def test_json_is_an_object_where_nothing_is_wrong() -> None:
    write_library(Path())

    found = json.loads(checked("--format", "json").output)

    assert found["problems"] == []


def test_a_workflow_gets_a_command_for_each_finding() -> None:
    write_library(Path())
    put(Path("100%,a:b.yaml"), JOURNEY.replace("end.well", "end.wel"))

    result = checked("--format", "github", "100%,a:b.yaml")

    command = next(line for line in result.output.splitlines() if "E305" in line)
    assert command == (
        "::error file=100%25%2Ca%3Ab.yaml,line=24,col=23,endColumn=30,title=E305::"
        '"wel" is not an ending of this journey%0Ahelp: did you mean "end.well"?'
    )


def test_what_an_author_wrote_cannot_act_on_the_terminal() -> None:
    put(write_library(Path()), JOURNEY.replace("end.well", "end.\x1b]52;c;\x07"))

    for form in ("text", "json", "github"):
        result = checked("--format", form)
        assert result.exit_code == 1
        assert "\x1b" not in result.output


@pytest.mark.parametrize(("variable", "coloured"), [("", True), ("1", False)])
def test_there_are_colours_on_a_terminal_unless_it_is_asked_for_none(
    variable: str, *, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(write_library(Path()), JOURNEY.replace("end.well", "end.wel"))
    monkeypatch.setenv("NO_COLOR", variable)

    with terminal_running(sys.executable, "-m", "empathy_sim", "check") as terminal:
        terminal.until("left with 1")

    assert (b"\x1b[" in terminal.output) is coloured
    assert b"E305" in terminal.output


@pytest.mark.parametrize(
    "path", ["pack", "pack/journeys", "pack/journeys/the-parcel.yaml"]
)
def test_a_file_a_folder_or_a_pack_can_be_named(path: str) -> None:
    write_library(Path("pack"))

    result = checked(path)

    assert result.exit_code == 0
    assert "0 problems" in result.output


def test_a_file_that_is_not_there_is_said_in_a_sentence() -> None:
    result = checked("journeys/nothing.yaml")

    assert result.exit_code == 2
    assert result.output == "There is no file journeys/nothing.yaml.\n"


def test_a_folder_without_journeys_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    result = checked("empty")

    assert result.exit_code == 2
    assert result.output.startswith("There is no journey or scenario in empty.\n")


def test_a_name_cannot_act_on_the_terminal() -> None:
    result = checked("\x1b]52;c;\x07.yaml")

    assert result.exit_code == 2
    assert "\x1b" not in result.output


def test_what_came_with_the_program_is_without_a_warning() -> None:
    result = checked("--strict")

    assert result.output.startswith("Nothing is in: this folder")

    assert result.exit_code == 0, result.output
    assert "0 problems" in result.output
