"""The verb that rehearses files of authors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.library.walkthroughs import read_walkthrough
from tests.cli.command_run import Command

PIT = """\
scenario: pit
title: The pit
about: A page that leads to a page that leads nowhere.
channel: web
intensity: 1
exits: [helped, gave_up]
starts: page
touchpoints:
  page:
    kind: notice
    says: A page with two links.
    options:
      - {says: Contact us, leads: form}
      - {says: Close it, leads: gave_up}
  form:
    kind: notice
    says: We are sorry. This form is closed at present.
    options:
      - {says: Try again, leads: form}
      - {says: "2", id: ring, leads: helped, when: {met: requeued, at_least: 1}}
"""
MENDED = PIT.replace(", when: {met: requeued, at_least: 1}", "")


@pytest.fixture
def pit(tmp_path: Path) -> Path:
    file = tmp_path / "scenarios" / "pit.yaml"
    file.parent.mkdir()
    file.write_text(PIT, "utf-8")
    return file


def test_what_is_shipped_is_clean(command: Command) -> None:
    ran = command("rehearse", "slipping-hold", "--plays", "40")

    assert ran.code == 0
    assert "Everybody gets out, and everything is reached." in ran.out
    assert ran.err == ""
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_dead_end_ends_with_one_and_shows_the_way(
    pit: Path, command: Command
) -> None:
    ran = command("rehearse", str(pit), "--plays", "20")

    assert ran.code == 1
    assert "Where nobody gets out" in ran.out
    assert '- does: "choose Contact us"' in ran.out
    assert '- sees: "A page with two links."' in ran.out


def test_the_way_that_is_kept_fails_the_same_way_when_it_is_run(
    pit: Path, command: Command, tmp_path: Path
) -> None:
    command("rehearse", str(pit), "--plays", "0", "--keep", str(tmp_path / "kept"))
    [file] = (tmp_path / "kept").glob("*.yaml")

    kinds = [step.kind for step in read_walkthrough(file).steps]
    ran = command("rehearse", "--walkthrough", str(file))

    assert kinds == ["sees", "does", "sees"]
    assert ran.code == 1
    assert "Nobody gets out of alone/form." in ran.out


def test_the_way_that_is_kept_holds_once_it_is_mended(
    pit: Path, command: Command, tmp_path: Path
) -> None:
    command("rehearse", str(pit), "--plays", "0", "--keep", str(tmp_path / "kept"))
    [file] = (tmp_path / "kept").glob("*.yaml")
    pit.write_text(MENDED, "utf-8")

    ran = command("rehearse", "--walkthrough", str(file))

    assert ran.code == 0
    assert ran.out.strip().endswith("holds")


def test_the_walkthrough_that_is_shipped_holds(command: Command) -> None:
    repository = Path(__file__).parents[2]
    shipped = repository / "journeys" / "walkthroughs" / "the-birthday-kettle.yaml"

    assert command("rehearse", "--walkthrough", str(shipped)).code == 0


def test_a_walkthrough_says_where_it_diverges(
    pit: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "walk.yaml"
    file.write_text(
        f'walkthrough: W\nplays: "{pit}"\nsteps:\n  - sees: Another page\n'
        "  - does: choose Close it\n  - sees: a red kettle\n",
        "utf-8",
    )

    ran = command("rehearse", "--walkthrough", str(file))
    assert ran.code == 1
    assert "Line 4 of the walkthrough was not reached" in ran.out


def test_a_choice_that_is_not_there_is_told_with_what_is(
    pit: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "walk.yaml"
    file.write_text(
        f'walkthrough: W\nplays: "{pit}"\nsteps:\n  - does: choose Contcat us\n'
        "  - does: choose Close it\n",
        "utf-8",
    )

    ran = command("rehearse", "--walkthrough", str(file))

    assert ran.code == 1
    assert (
        'Line 4 of the walkthrough: nothing on offer is called "Contcat us".' in ran.out
    )
    assert 'Did you mean "Contact us"?' in ran.out
    assert "2. Close it" in ran.out or "1. Close it" in ran.out


def test_where_the_steps_run_out_the_last_is_named(
    pit: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "walk.yaml"
    file.write_text(
        f'walkthrough: W\nplays: "{pit}"\nends: helped\nsteps:\n'
        "  - sees: A page with two links.\n",
        "utf-8",
    )

    ran = command("rehearse", "--walkthrough", str(file))

    assert ran.code == 1
    assert "Its last step stands on line 5." in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("ends", "code"), [("gave_up", 0), ("helped", 1), ("somehow", 0)]
)
def test_a_walkthrough_may_name_its_ending(
    ends: str, code: int, pit: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "walk.yaml"
    file.write_text(
        f'walkthrough: W\nplays: "{pit}"\nends: {ends}\nsteps:\n'
        "  - does: choose Close it\n",
        "utf-8",
    )

    assert command("rehearse", "--walkthrough", str(file)).code == code


def test_the_files_are_written(pit: Path, command: Command, tmp_path: Path) -> None:
    page, out = tmp_path / "pit.html", tmp_path / "pit.json"

    command(
        "rehearse", str(pit), "--plays", "9", "--json", str(out), "--html", str(page)
    )

    assert json.loads(out.read_text("utf-8"))["rehearsal"]["plays"] == 9
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_json_on_standard_output_is_all_there_is(pit: Path, command: Command) -> None:
    ran = command("rehearse", str(pit), "--plays", "9", "--json", "-")

    lost = json.loads(ran.out)["rehearsal"]["lost"]
    assert "choose Contact us" in lost[0]["walkthrough"]


def test_the_same_seed_prints_the_same(command: Command) -> None:
    words = ("rehearse", "helpful-bot", "--plays", "30", "--seed", "4")

    assert command(*words).out == command(*words).out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("one", "two"),
        ("nothing-of-that-name",),
        ("slipping-hold", "--robot", "angry"),
        ("slipping-hold", "--plays", "-1"),
        ("--walkthrough", "no-such-file.yaml"),
    ],
)
def test_a_wrong_use_ends_with_two(words: tuple[str, ...], command: Command) -> None:
    assert command("rehearse", *words).code == 2
