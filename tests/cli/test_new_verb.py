"""The verb that writes something to begin with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.command_run import Command


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder to work in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def listed(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def next_commands(out: str) -> list[list[str]]:
    told = out.partition("Next:\n")[2]
    return [
        line.split() for line in re.findall(r"^  empathy-sim (.+)$", told, re.MULTILINE)
    ]


def test_a_journey_is_written_with_what_it_plays(command: Command, here: Path) -> None:
    ran = command("new", "journey", "our-refunds")

    assert ran.code == 0
    told = ran.out.removeprefix("Written:\n").partition("Next:")[0]
    assert told.split() == [
        "journeys/our-refunds.yaml",
        "scenarios/our-refunds-page.yaml",
        "scenarios/our-refunds-line.yaml",
        "scenarios/our-refunds-desk.yaml",
        "schemas/journey.schema.json",
        "schemas/scenario.schema.json",
        "schemas/walkthrough.schema.json",
        "schemas/fit.schema.json",
    ]
    assert {*listed(here)} == {*told.split()}


def test_the_three_next_commands_can_be_typed(command: Command) -> None:
    told = command("new", "journey", "our-refunds").out

    check, play, rehearse = next_commands(told)
    assert command(*check).code == 0
    assert command(*rehearse, "--plays", "4").code == 0
    played = command(*play, "--plain", typed="begin\n\n\nbegin\n")
    assert "Your return is on its way to us." in played.out


def test_a_scenario_is_about_the_kind_that_was_asked_for(
    command: Command, here: Path
) -> None:
    assert command("new", "scenario", "our-form", "--kind", "form").code == 0

    assert "kind: form" in listed(here)["scenarios/our-form.yaml"]
    assert command("check", "--strict").code == 0


def test_a_journey_goes_through_the_kinds_that_were_named(
    command: Command, here: Path
) -> None:
    told = command("new", "journey", "ours", "--kinds", "form, Chat,call").out

    plays = re.findall("plays: ours-(.+)", listed(here)["journeys/ours.yaml"])
    assert [each for each in plays if each not in {"opening", "quiet"}] == [
        "form",
        "chat",
        "call",
    ]
    assert command("check", "--strict").code == 0
    check, play, rehearse = next_commands(told)
    assert command(*check).code == 0
    assert command(*rehearse, "--plays", "4").code == 0
    played = command(*play, "--plain", typed="begin\n\n\nbegin\n")
    assert "Your lamp is here" in played.out


def test_a_library_checks_as_it_is_and_its_walkthrough_holds(
    command: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = command("new", "library", "our library")

    assert ran.code == 0
    assert "  cd 'our library'" in ran.out
    monkeypatch.chdir(here / "our library")
    assert command("check", "--strict").code == 0
    walked = command("rehearse", "--walkthrough", "walkthroughs/the-other-lamp.yaml")
    assert walked.out == "walkthroughs/the-other-lamp.yaml: holds\n"


def test_the_folder_of_a_library_cannot_write_its_readme(
    command: Command, here: Path
) -> None:
    command("new", "library", "<b>[x](y)")

    readme = listed(here)["<b>[x](y)/README.md"]
    assert readme.startswith("# \\<b\\>\\[x\\](y)\n")


@pytest.mark.parametrize(
    "words",
    [
        ("journey", "ours"),
        ("scenario", "ours"),
        ("scenario", "ours", "--kind", "chat"),
        ("library", "ours"),
    ],
)
def test_nothing_is_replaced_unless_that_was_asked_for(
    words: tuple[str, ...], command: Command, here: Path
) -> None:
    command("new", *words)
    for name in listed(here):
        (here / name).write_text("mine", "utf-8")

    ran = command("new", *words)

    assert ran.code == 2
    assert "there already. Nothing was written." in ran.err
    assert {*listed(here).values()} == {"mine"}
    assert command("new", *words, "--force").code == 0
    assert "mine" not in listed(here).values()


def test_what_lies_beside_is_left_as_it_is_and_named(
    command: Command, here: Path
) -> None:
    (here / "scenarios").mkdir()
    mine = here / "scenarios" / "ours-page.yaml"
    mine.write_text("mine", "utf-8")

    ran = command("new", "journey", "ours")

    assert mine.read_text("utf-8") == "mine"
    left = ran.out.partition("left as it is:\n")[2].partition("Next:")[0]
    assert left.split() == ["scenarios/ours-page.yaml"]


def test_a_link_is_not_written_through(command: Command, here: Path) -> None:
    (here / "scenarios").mkdir()
    elsewhere = here / "elsewhere"
    elsewhere.write_text("mine", "utf-8")
    (here / "scenarios" / "ours.yaml").symlink_to(elsewhere)

    assert command("new", "scenario", "ours").code == 2
    assert command("new", "scenario", "ours", "--force").code == 0

    assert elsewhere.read_text("utf-8") == "mine"


def test_the_library_around_a_folder_is_written_into(
    command: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "journeys").mkdir()
    monkeypatch.chdir(here / "journeys")

    assert command("new", "scenario", "ours").code == 0

    assert "scenarios/ours.yaml" in listed(here)


def test_another_library_can_be_named(command: Command, here: Path) -> None:
    assert command("new", "scenario", "ours", "--in", "pack").code == 0

    assert "pack/scenarios/ours.yaml" in listed(here)


@pytest.mark.parametrize(
    ("words", "says", "try_"),
    [
        (("jorney", "x"), '"jorney" cannot stand after new', "new journey"),
        (("poem", "x"), '"poem"', "one of journey, scenario, library"),
        (("journey", "Our Refunds"), "cannot be a name", "new journey our-refunds"),
        (("journey", "9-lives"), "cannot be a name", "new journey our-9-lives"),
        (("journey", "x" * 61), "60 at most", "new journey xxx"),
        (("scenario", "con"), "on Windows", "new scenario our-con"),
        (("scenario", "../up"), "cannot be a name", "new scenario up"),
        (("scenario", "\x1b]52;c;\x07"), "cannot be a name", "new scenario our-52-c"),
        (("scenario", "x", "--kind", "hodl"), '"hodl"', "--kind hold"),
        (("journey", "x", "--kind", "hold"), "Only a scenario", "--kinds hold"),
        (("library", "x", "--kind", "hold"), "Only a scenario", "leave out --kind"),
        (("scenario", "x", "--kinds", "form,chat"), "Only a journey", "--kind"),
        (
            ("journey", "x", "--kinds", "form,cat,call"),
            '"cat"',
            "--kinds form,chat,call",
        ),
        (("journey", "x", "--kinds", "form,seance"), "The kinds are", "survey"),
        (("journey", "x", "--kinds", "cat,\x1b]52;"), '"cat"', "chat in its place"),
        (("journey", "x", "--kinds", " , "), "No kind is named", "--kinds form"),
        (("journey", "x", "--kinds", "form," * 9), "9 touchpoints", "8 at most"),
        (("library", "no/where"), "There is no folder", ""),
    ],
)
def test_what_cannot_be_is_said_with_something_to_try(
    words: tuple[str, ...], says: str, try_: str, command: Command, here: Path
) -> None:
    ran = command("new", *words)

    assert ran.code == 2
    assert says in ran.err
    assert try_ in ran.err
    assert "\x1b" not in ran.err
    assert listed(here) == {}


def test_a_name_that_another_file_has_is_refused(command: Command, here: Path) -> None:
    command("new", "scenario", "ours")
    (here / "scenarios" / "ours.yaml").rename(here / "scenarios" / "other.yaml")

    ran = command("new", "scenario", "ours")

    assert ran.code == 2
    assert 'other.yaml is called "ours" already' in ran.err


def test_a_name_that_is_shipped_is_told_of(command: Command) -> None:
    ran = command("new", "scenario", "slipping-hold")

    assert ran.code == 0
    assert "here, yours is played" in ran.out


def test_a_file_name_is_a_name(command: Command, here: Path) -> None:
    assert command("new", "scenario", "ours.yaml").code == 0

    assert "scenarios/ours.yaml" in listed(here)


def test_a_folder_that_is_a_file_is_said_in_a_sentence(
    command: Command, here: Path
) -> None:
    (here / "scenarios").write_text("", "utf-8")

    ran = command("new", "scenario", "ours")

    assert ran.code == 1
    assert "Nothing can be saved in scenarios/ours.yaml" in ran.err
