"""What a problem is, and how problems are collected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.errors import ContentRefused
from empathy_sim.library.codes import CODES
from empathy_sim.library.places import Place
from empathy_sim.library.problems import Findings, Problem, excerpt
from empathy_sim.library.yaml_reader import read_yaml
from tests.library.hostile_yaml import corpus

ROOMS = Path(__file__).parents[2] / "empathy_sim"
PROBLEM = Problem(
    code="E201",
    file="journeys/kettle.yaml",
    line=14,
    column=7,
    says='"leed" is not a key here',
    hint="leads",
)


def test_a_problem_is_a_line_with_its_place_and_a_line_with_a_hint() -> None:
    assert PROBLEM.as_text() == (
        'journeys/kettle.yaml:14:7: E201 "leed" is not a key here\n    try: leads'
    )
    assert "\n" not in replace(PROBLEM, hint="").as_text()


def test_the_letter_of_the_code_is_the_severity() -> None:
    assert (PROBLEM.severity, PROBLEM.is_error) == ("error", True)
    warning = replace(PROBLEM, code="W101")
    assert (warning.severity, warning.is_error) == ("warning", False)


def test_problems_are_ordered_as_they_are_read() -> None:
    first, *others = (
        replace(PROBLEM, file="a.yaml", line=99),
        replace(PROBLEM, line=9),
        replace(PROBLEM, line=14, column=2),
        replace(PROBLEM, code="E134"),
        PROBLEM,
    )

    assert sorted([*others, first]) == [first, *others]


def test_no_name_of_a_file_or_a_key_forges_a_line() -> None:
    forged = replace(
        PROBLEM, file="a.yaml\nb", says="x\n    try: \x1b[2J", hint="\x07\ny"
    )

    assert forged.as_text().split("\n") == [
        "a.yaml b:14:7: E201 x     try: \ufffd[2J",
        "    try: \ufffd y",
    ]


def test_a_refusal_lists_its_problems() -> None:
    refusal = ContentRefused(problems=(PROBLEM, PROBLEM))

    assert str(refusal).count(PROBLEM.as_text()) == 2


def test_an_excerpt_is_short_and_on_one_line() -> None:
    assert excerpt("Your\ncall") == '"Your call"'
    assert excerpt("x" * 50, most=5) == '"xxxxx…"'
    assert excerpt("a\x1bb") == '"a\ufffdb"'


def test_the_same_thing_is_noted_once() -> None:
    findings = Findings("x.yaml")
    for _ in range(3):
        findings.add("E202", Place(1, 1), '"a" is missing here')
    findings.add("E202", Place(1, 1), '"b" is missing here')

    assert len(findings.in_order()) == 2


def test_one_problem_too_many_says_so_and_ends_the_list() -> None:
    findings = Findings("x.yaml", most=2)
    for line in range(1, 9):
        findings.add("E202", Place(line, 1), "a key is missing")

    assert findings.is_full
    assert [problem.code for problem in findings.in_order()] == ["E202", "E202", "E109"]


@pytest.mark.parametrize(("code", "keeps"), [("W101", False), ("E202", True)])
def test_only_errors_keep_a_file_from_being_played(code: str, keeps: bool) -> None:
    findings = Findings("x.yaml")
    findings.add(code, Place(3, 1), "something")

    assert findings.has_errors is keeps
    assert findings.has_error_on(3) is keeps
    assert not findings.has_error_on(4)


def test_every_code_of_reading_and_shape_that_is_used_is_in_the_catalogue() -> None:
    used = {
        code
        for path in ROOMS.rglob("*.py")
        for code in re.findall(r'"([EW][12]\d\d)"', path.read_text("utf-8"))
    }

    assert used == {code for code in CODES if code[1] in "12"}


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("E1")])
def test_every_code_of_reading_has_a_file_that_earns_it(
    code: str, earned: frozenset[str]
) -> None:
    assert code in earned


@pytest.fixture(scope="module")
def earned() -> frozenset[str]:
    """The codes of the largest hostile file, and of others until there are all."""
    wanted = {code for code in CODES if code.startswith("E1")}
    *others, largest = sorted(corpus().values(), key=len)
    codes = set[str]()
    for raw in (largest, *others):
        codes |= {problem.code for problem in read_yaml(raw, "x.yaml").problems}
        if codes >= wanted:
            break
    return frozenset(codes)
