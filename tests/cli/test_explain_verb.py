"""The verb explain says what a code means."""

from __future__ import annotations

import pytest

from empathy_sim.library.codes import CODES, GROUPS
from tests.cli.command_run import Command


def test_a_page_has_the_wrong_example_the_mended_one_and_why(command: Command) -> None:
    said = command("explain", "E305")

    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "E305: an unknown ending"
    assert lines.index("Wrong, in a journey:") < lines.index("Mended:")
    assert lines[-1] == "This is an error: it keeps the file from being played."


def test_a_warning_says_how_it_is_allowed(command: Command) -> None:
    assert "# check: allow W511 (and why)" in command("explain", "w511").out


def test_every_code_is_listed_in_its_group(command: Command) -> None:
    lines = command("explain").out.splitlines()

    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == list(CODES)
    assert [line for line in lines if line in GROUPS] == list(GROUPS)


@pytest.mark.parametrize("code", list(CODES))
def test_every_page_fits_a_terminal(code: str, command: Command) -> None:
    said = command("explain", code)

    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 100


def test_an_unknown_code_is_told_with_the_nearest(command: Command) -> None:
    said = command("explain", "E3O5")

    assert said.code == 2
    assert said.err.splitlines()[0] == "There is no code E3O5."
    assert "try: empathy-sim explain E3" in said.err


def test_no_code_acts_on_the_terminal(command: Command) -> None:
    said = command("explain", "\x1b]52;c;\x07")

    assert said.code == 2
    assert "\x1b" not in said.err
