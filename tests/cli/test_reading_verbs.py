"""Outline, proofread and stats: what a designer reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command_run import Command
from tests.workbench.small_house import SCENARIO, built

VERBS = ("outline", "proofread", "stats")


@pytest.fixture
def small(tmp_path: Path) -> str:
    return str(built(tmp_path / "house"))


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", ["the-birthday-kettle", "slipping-hold"])
def test_what_is_shipped_is_told_in_eighty_columns(
    verb: str, name: str, command: Command
) -> None:
    ran = command(verb, name)

    assert ran.code == 0
    assert ran.err == ""
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("verb", VERBS)
def test_a_name_that_is_nearly_right_is_guessed(verb: str, command: Command) -> None:
    ran = command(verb, "the-birthday-ketle")

    assert ran.code == 2
    assert "the-birthday-kettle" in ran.err


@pytest.mark.parametrize("verb", VERBS)
def test_problems_are_printed_as_check_prints_them(
    verb: str, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(SCENARIO.replace("leads: phone", "leads: fone"), "utf-8")

    ran = command(verb, str(file))
    assert ran.code == 1
    assert ran.out == command("check", str(file)).out
    assert "error[E302]" in ran.out


@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_use_ends_with_two(verb: str, command: Command) -> None:
    assert command(verb).code == 2
    assert command(verb, "one", "two").code == 2


def test_a_folded_outline_says_how_it_is_opened(small: str, command: Command) -> None:
    folded = command("outline", small).out
    opened = command("outline", small, "--stage", "again").out
    whole = command("outline", small, "--all").out

    assert "A stage as a whole: --stage first; all of them: --all" in folded
    assert "Nobody answers." not in folded
    assert opened.count("Nobody answers.") == 1
    assert whole.count("Nobody answers.") == 2


def test_a_scenario_by_itself_is_opened(command: Command) -> None:
    assert "queue (hold, phone)" in command("outline", "slipping-hold").out


def test_a_stage_that_is_nearly_right_is_guessed(small: str, command: Command) -> None:
    ran = command("outline", small, "--stage", "agian")

    assert ran.code == 2
    assert "again" in ran.err


def test_a_map_is_written_or_printed(
    small: str, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "maps" / "map.mmd"

    assert command("outline", small, "--mermaid", str(file)).code == 0
    assert file.read_text("utf-8") == command("outline", small, "--mermaid", "-").out
    assert file.read_text("utf-8").startswith("flowchart TD\n")


def test_a_proof_is_markdown_with_a_box_for_each_sentence(
    small: str, command: Command
) -> None:
    lines = command("proofread", small, "--markdown", "-").out.splitlines()
    boxes = [line for line in lines if line.startswith("- [ ] ")]

    assert lines[0] == "# A small matter"
    assert "- [ ] You do not need to do anything. *(letter.yaml:20)*" in boxes
    assert "**a letter from Ash & Elder:**" in lines
    assert "## Backstage" in lines
    assert all(":" in box.rpartition("*(")[2] for box in boxes if "*(" in box)


def test_a_proof_names_lines_of_the_file_that_it_names(
    small: str, command: Command
) -> None:
    out = command("proofread", small).out

    assert "      20  You do not need to do anything." in out
    assert "    a letter from Ash & Elder" in out


def test_numbers_are_written_with_their_form(small: str, command: Command) -> None:
    plain = json.loads(command("stats", small, "--json", "-").out)

    assert plain["format"] == 1
    assert plain["stats"]["journey"] == "small"


def test_a_place_that_cannot_be_written_is_named(
    small: str, command: Command, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("", "utf-8")
    ran = command("stats", small, "--json", str(tmp_path / "full" / "x.json"))

    assert ran.code == 2
    assert "cannot be written" in ran.err
