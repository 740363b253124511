"""The verb kit makes what is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command_run import Command

KETTLE = "the-birthday-kettle"


def test_all_three_files_are_written(command: Command, tmp_path: Path) -> None:
    html, markdown, cues = (tmp_path / name for name in ("k.html", "k.md", "k.json"))
    said = command(
        *("kit", KETTLE, "--minutes", "90", "--people", "24", "--starts", "9:00"),
        *("--html", str(html), "--markdown", str(markdown), "--cues", str(cues)),
    )

    assert said.code == 0
    assert said.out.count("Written: ") == 3
    assert html.read_text("utf-8").lstrip().startswith("<!doctype html>")
    assert markdown.read_text("utf-8").startswith("# The birthday kettle")
    assert json.loads(cues.read_text("utf-8"))["minutes"] == 90


def test_without_a_file_it_is_printed(command: Command) -> None:
    said = command("kit", KETTLE)

    assert said.code == 0
    assert "## The run sheet" in said.out


def test_nothing_is_replaced_without_force(command: Command, tmp_path: Path) -> None:
    there = tmp_path / "kit.html"
    there.write_text("mine", "utf-8")

    assert command("kit", KETTLE, "--html", str(there)).code == 2
    assert there.read_text("utf-8") == "mine"
    assert command("kit", KETTLE, "--html", str(there), "--force").code == 0
    assert there.read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("--minutes", "30"), "30 minutes are too few"),
        (("--minutes", "30"), "--pace brisk"),
        (("--people", "1"), "at least two people"),
        (("--screens", "2"), "24 people need 8 screens"),
        (("--departments", "sorcery"), '"sorcery"'),
        (("--starts", "25:00"), "no time of day"),
        (("--starts", "noon"), "no time of day"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    asked: tuple[str, ...], says: str, command: Command
) -> None:
    said = command("kit", KETTLE, *asked)

    assert said.code == 2
    assert says in said.err
    assert "Traceback" not in said.err


def test_a_scenario_has_a_kit_too(command: Command) -> None:
    said = command("kit", "slipping-hold", "--people", "6", "--minutes", "60")

    assert said.code == 0
    assert "Prediction card" not in said.out


def test_a_waiting_room_takes_seven_minutes_unless_it_is_said(command: Command) -> None:
    said = command("kit", KETTLE, "--waiting-room", "--minutes", "120")

    assert said.code == 0
    assert "--waiting-room 7" in said.out
