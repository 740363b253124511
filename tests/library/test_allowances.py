"""A comment allows a warning where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.shelf import Shelf
from tests.library.small_library import QUEUE, put

UNUSED = "  slow: {is: switch, default: false, about: Whether it is slow.}"


def found(folder: Path, setting: str) -> list[tuple[str, str]]:
    """What is told of a scenario with a setting that nothing uses."""
    file = put(
        folder / "queue.yaml", QUEUE.replace("settings:\n", f"settings:\n{setting}\n")
    )
    return [(each.code, each.says) for each in problems_in([file], Shelf())]


def codes(folder: Path, setting: str) -> list[str]:
    return [code for code, _ in found(folder, setting)]


@pytest.mark.parametrize(
    "setting",
    [
        f"{UNUSED}  # check: allow W401 (for the next version)",
        f"  # check: allow W401 (for the next version)\n{UNUSED}",
        f"  # check:allow W401 (why)\n\n  # Another comment.\n{UNUSED}",
        f"  # check: allow W401 (why (and how))\n{UNUSED}",
    ],
)
def test_a_warning_is_allowed_on_its_line_and_on_the_one_above(
    setting: str, tmp_path: Path
) -> None:
    assert found(tmp_path, setting) == []


def test_one_warning_in_one_place_is_allowed(tmp_path: Path) -> None:
    other = UNUSED.replace("slow", "quick")
    setting = f"  # check: allow W401 (for the next version)\n{UNUSED}\n{other}"

    ((code, says),) = found(tmp_path, setting)

    assert (code, says[:7]) == ("W401", '"quick"')


def test_another_code_is_not_allowed_with_it(tmp_path: Path) -> None:
    setting = f"{UNUSED}  # check: allow W101 (for the next version)"

    assert codes(tmp_path, setting) == ["W401", "W402"]


def test_an_error_cannot_be_allowed_and_that_is_said(tmp_path: Path) -> None:
    setting = "  slow: {is: swich}  # check: allow E204 (later)"

    told = found(tmp_path, setting)

    assert ("E204", '"is" cannot be "swich"') in told
    ((_, says),) = [each for each in told if each[0] == "W403"]
    assert says == "E204 keeps this from being played, and cannot be allowed"


def test_a_code_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    file = put(tmp_path / "queue.yaml", QUEUE + "# check: allow W4O1 (why)\n")

    (problem,) = problems_in([file], Shelf())

    assert (problem.code, problem.hint) == ("W403", "W401")


def test_in_a_file_with_errors_no_allowance_is_told_to_be_in_vain(
    tmp_path: Path,
) -> None:
    setting = "  slow: {is: swich}\n  # check: allow W511 (a quotation)"

    assert "W402" not in codes(tmp_path, setting)


def test_an_allowance_for_an_allowance_is_none(tmp_path: Path) -> None:
    setting = "  # check: allow W402 (why)"

    assert codes(tmp_path, setting) == ["W403"]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("# check: alow W401 (why)", ["W404"]),
        ("# check: W401", ["W404"]),
        ("# check: allow W401, W511 (why)", ["W404"]),
        ("# check: the wording, with Jean", []),
        ("# checked on Tuesday", []),
    ],
)
def test_a_note_is_no_allowance_and_a_misspelt_one_is_told(
    comment: str, told: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, f"  {comment}") == told
