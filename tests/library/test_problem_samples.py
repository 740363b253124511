"""Each code has a file that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.library.codes import CODES
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.shelf import Shelf

SAMPLES = Path(__file__).parents[1] / "samples" / "problems"
FILES = sorted(SAMPLES.rglob("*.yaml"))
_EXPECTED = re.compile(r"# ([EW]\d{3}) at (\d+)$")
_EXPECTED_ELSEWHERE = re.compile(r"# ([EW]\d{3}) in [\w-]+ at (\d+):(\d+)$")
ELSEWHERE = {
    "E101": "takes bytes that no text has",
    "E102": "takes a megabyte",
    "E106": "takes fifty thousand values",
    "E107": "takes a text of an hour",
    "E109": "takes very many problems",
    "E110": "is for what nobody has foreseen",
    "E207": "is for kinds that limit how much there is",
    "E209": "is for what nobody has foreseen",
    "E337": "takes two files",
    "E340": "takes a file that is not there",
}


def expected(file: Path) -> Iterator[tuple[str, int, int]]:
    """What the comments of a sample say: code, line and column."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if found := _EXPECTED.search(line):
            yield found[1], number, int(found[2])
        if found := _EXPECTED_ELSEWHERE.search(line):
            yield found[1], int(found[2]), int(found[3])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_sample_shows_just_what_its_comments_say(file: Path) -> None:
    problems = problems_in([file], Shelf())

    found = [(each.code, each.line, each.column) for each in problems]
    assert sorted(found) == sorted(expected(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_problem_says_what_to_try(file: Path) -> None:
    problems = problems_in([file], Shelf())

    assert [each for each in problems if not (each.says and each.hint)] == []


def test_each_code_has_a_sample() -> None:
    shown = {code for file in FILES for code, _, _ in expected(file)}

    assert CODES.keys() - shown == ELSEWHERE.keys()
