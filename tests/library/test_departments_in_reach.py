"""A misspelt department is told where it is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.shelf import find_shelf
from tests.library.explained_files import JOURNEY, PLAYED
from tests.library.small_library import put


def told(
    folder: Path, department: str, *, played: bool = False, alone: bool = False
) -> Sequence[tuple[str, int, int, str]]:
    """What is told of a scenario whose cause lies with a department."""
    text = PLAYED.replace("    department: post", f"    department: {department}")
    other = put(folder / "scenarios" / "letter.yaml", text if played else PLAYED)
    file = put(
        folder / "scenarios" / "other.yaml",
        text.replace("scenario: letter", "scenario: other"),
    )
    journey = put(folder / "journeys" / "example.yaml", JOURNEY)
    wanted = other if played else file
    files = [wanted] if alone else [journey, wanted]
    found = problems_in(files, find_shelf([folder]))
    return [(each.code, each.line, each.column, each.hint) for each in found]


@pytest.mark.parametrize("misspelt", ["posst", "psot", "pst", "Post"])
@pytest.mark.parametrize("alone", [True, False])
def test_a_department_misspelt_where_no_journey_plays_is_told(
    misspelt: str, alone: bool, tmp_path: Path
) -> None:
    assert told(tmp_path, misspelt, alone=alone) == [("W407", 25, 17, "post")]


@pytest.mark.parametrize("department", ["post", "past", "sorting", "postal-law"])
def test_a_department_of_another_name_is_perhaps_a_new_one(
    department: str, tmp_path: Path
) -> None:
    assert told(tmp_path, department) == []


def test_where_a_journey_plays_it_only_the_journey_tells(tmp_path: Path) -> None:
    [(code, line, column, hint)] = told(tmp_path, "posst", played=True)

    assert (code, line, column, hint) == ("E308", 25, 17, "post")


def test_what_any_journey_declares_is_not_misspelt(tmp_path: Path) -> None:
    put(
        tmp_path / "journeys" / "second.yaml",
        JOURNEY.replace("departments: [post]", "departments: [post, posts]").replace(
            "journey: example", "journey: second"
        ),
    )

    assert told(tmp_path, "posts") == []
