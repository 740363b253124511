"""Fixes are rehearsed from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command_run import Command
from tests.workbench.fixes_at_the_line import LINE


@pytest.fixture
def line(tmp_path: Path) -> Path:
    file = tmp_path / "scenarios" / "line.yaml"
    file.parent.mkdir()
    file.write_text(LINE, "utf-8")
    return file


def test_each_fix_is_told_and_one_that_traps_ends_with_one(
    line: Path, command: Command
) -> None:
    ran = command("rehearse", str(line), "--fixes", "--plays", "20")

    assert ran.code == 1
    assert "6 fixes declared; 3 change nothing; 1 traps somebody." in ran.out
    assert ran.err == ""


def test_without_that_one_all_is_well(line: Path, command: Command) -> None:
    text = line.read_text("utf-8").replace("sets: {shut: true}", "sets: {shut: false}")
    line.write_text(text, "utf-8")

    assert command("rehearse", str(line), "--fixes", "--plays", "20").code == 0


def test_fewer_plays_are_made_of_each_fix(line: Path, command: Command) -> None:
    ran = command("rehearse", str(line), "--fixes", "--json", "-")

    kept = json.loads(ran.out)
    assert kept["rehearsal"]["plays"] == 200
    assert {each["before"]["plays"] for each in kept["fixes"]} == {200}


@pytest.mark.parametrize("name", ["few", "line/few"])
def test_all_of_it_is_played_with_a_fix(
    name: str, line: Path, command: Command
) -> None:
    ran = command("rehearse", str(line), "--fix", name, "--plays", "20", "--json", "-")

    kept = json.loads(ran.out)
    assert kept["mended"] == ["line/few"]
    longest, _ = kept["rehearsal"]["minutes"]["story"]["counts"][-1]
    assert longest < 10


def test_the_way_into_a_trap_of_a_fix_is_kept_and_run_with_it(
    line: Path, command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    words = ("rehearse", str(line), "--fix", "memory", "--plays", "0")

    assert command(*words, "--keep", str(folder)).code == 1

    [file] = folder.glob("*.yaml")
    assert "--fix line/memory --walkthrough FILE" in file.read_text("utf-8")
    walk = ("rehearse", "--walkthrough", str(file))
    assert command(*walk).code == 0
    ran = command(*walk, "--fix", "line/memory")
    assert ran.code == 1
    assert "Nobody gets out of alone/form." in ran.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--fix", "fwe"), 'There is no fix "fwe".'),
        (("--fix", "haste"), "it has no sets"),
        (("--fix", "music"), "what it sets is so already"),
        (("--fix", "few", "--fixes"), "do not go together"),
    ],
)
def test_a_fix_that_cannot_be_rehearsed_is_said(
    words: tuple[str, ...], says: str, line: Path, command: Command
) -> None:
    ran = command("rehearse", str(line), *words)

    assert ran.code == 2
    assert says in " ".join(ran.err.split())


def test_a_name_that_is_nearly_one_is_guessed(line: Path, command: Command) -> None:
    assert "line/memory" in command("rehearse", str(line), "--fix", "line/memroy").err


def test_json_on_standard_output_stays_json_beside_a_page(
    line: Path, command: Command, tmp_path: Path
) -> None:
    page = tmp_path / "line.html"

    ran = command(
        *("rehearse", str(line), "--plays", "5"), *("--json", "-", "--html", str(page))
    )

    assert json.loads(ran.out)["rehearsal"]["plays"] == 5
    assert page.is_file()


def test_problems_are_told_as_check_tells_them(line: Path, command: Command) -> None:
    line.write_text(LINE.replace("starts: page", "starts: pgae"), "utf-8")

    ran = command("rehearse", str(line))

    assert ran.code == 1
    assert "error[E303]" in ran.out
