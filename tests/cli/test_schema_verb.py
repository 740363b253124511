"""Schemas are printed, and written for editors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from empathy_sim.library.schema_names import SCHEMA_NAMES
from tests.cli.command_run import Command


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_a_schema_is_printed(name: str, command: Command) -> None:
    ran = command("schema", name)

    assert ran.code == 0
    Draft7Validator.check_schema(json.loads(ran.out))


def test_all_are_listed(command: Command) -> None:
    out = command("schema").out

    assert all(f"{name} " in out for name in SCHEMA_NAMES)


def test_all_are_written_into_a_folder(command: Command, here: Path) -> None:
    ran = command("schema", "--into", "schemas")

    assert ran.code == 0
    files = sorted(each.name for each in (here / "schemas").iterdir())
    assert files == sorted(f"{name}.schema.json" for name in SCHEMA_NAMES)
    assert "(as it was)" in command("schema", "--into", "schemas").out


def test_another_file_is_not_replaced_unless_that_was_asked_for(
    command: Command, here: Path
) -> None:
    mine = here / "scenario.schema.json"
    mine.write_text("mine", "utf-8")

    ran = command("schema", "--into", ".")

    assert ran.code == 2
    assert [each.name for each in here.iterdir() if each.is_file()] == [mine.name]
    assert command("schema", "scenario", "--into", ".", "--force").code == 0
    assert mine.read_text("utf-8") != "mine"


def test_an_unknown_schema_is_said_with_one_that_is_meant(command: Command) -> None:
    ran = command("schema", "scenery\x1b")

    assert ran.code == 2
    assert "There is no schema" in ran.err
    assert "journey, scenario, walkthrough, fit" in ran.err
    assert "\x1b" not in ran.err
