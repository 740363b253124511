"""Each code has a page with true examples."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from empathy_sim.library.codes import CODES
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.explained import Page, pages
from empathy_sim.library.shelf import Shelf, find_shelf
from tests.library.explained_files import JOURNEY, PLAYED, SCENARIO, written
from tests.library.small_library import put

WITHOUT = frozenset({"E110", "E207", "E209"})
"""Codes for what has not been foreseen."""
ELSEWHERE = frozenset({"E101", "E337", "E340"})
"""Codes about files and their bytes, and not about what stands in them."""
WITH_OTHERS = {"E109": {"E104", "E109"}}
PROVEN = [
    page
    for page in pages().values()
    if page.code not in WITHOUT and page.code not in ELSEWHERE
]


def found(page: Page, example: str, folder: Path) -> Collection[str]:
    """The codes of all that is told of an example."""
    file = written(page, example, folder)
    return {each.code for each in problems_in([file], find_shelf([folder]))}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert pages().keys() == CODES.keys()


def test_a_page_says_what_is_meant_and_why() -> None:
    for page in pages().values():
        assert page.means.endswith(".")
        assert page.why.endswith((".", "?"))
        assert (not page.wrong) == (page.code in WITHOUT)
        assert bool(page.wrong) == bool(page.mended)


def test_what_examples_stand_in_is_sound(tmp_path: Path) -> None:
    put(tmp_path / "scenarios" / "letter.yaml", PLAYED)
    files = [
        put(tmp_path / "scenarios" / "example.yaml", SCENARIO),
        put(tmp_path / "journeys" / "example.yaml", JOURNEY),
    ]

    assert problems_in(files, find_shelf([tmp_path])) == ()


@pytest.mark.parametrize("page", PROVEN, ids=lambda page: page.code)
def test_a_wrong_example_yields_its_code_and_no_other(
    page: Page, tmp_path: Path
) -> None:
    expected = WITH_OTHERS.get(page.code, {page.code})

    assert found(page, page.wrong, tmp_path) == expected


@pytest.mark.parametrize("page", PROVEN, ids=lambda page: page.code)
def test_a_mended_example_yields_nothing(page: Page, tmp_path: Path) -> None:
    assert found(page, page.mended, tmp_path) == set()


def test_a_file_saved_otherwise_is_not_utf_8(tmp_path: Path) -> None:
    page = pages()["E101"]
    file = written(page, page.wrong, tmp_path)
    file.write_bytes(file.read_text("utf-8").encode("latin-1"))

    assert [each.code for each in problems_in([file], Shelf())] == ["E101"]
    assert found(page, page.mended, tmp_path) == set()


def test_two_files_with_one_id_are_told(tmp_path: Path) -> None:
    files = [put(tmp_path / name, SCENARIO) for name in ("a.yaml", "b.yaml")]

    assert [each.code for each in problems_in(files, Shelf())] == ["E337"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    problems = problems_in([tmp_path / "moved.yaml"], Shelf())

    assert [each.code for each in problems] == ["E340"]
