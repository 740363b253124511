"""What pydantic finds becomes problems for designers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import pytest
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from empathy_sim.journey.marks import Duration, Id
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.scenario import ByKind
from empathy_sim.journey.units import Unreadable
from empathy_sim.library.codes import CODES
from empathy_sim.library.places import Path, Place, Places
from empathy_sim.library.problems import MOST_PROBLEMS, Problem
from empathy_sim.library.shape import shape_problems
from empathy_sim.library.validators import validator_of
from empathy_sim.library.yaml_reader import read_yaml


def in_minutes(value: object) -> object:
    if not str(value).endswith("m"):
        raise PydanticCustomError("E210", "{value} has no unit", {"value": value})
    return value


def a_department(value: str) -> str:
    if value == "agent":
        raise PydanticCustomError("E213", "no agent is to blame", {"hint": "staffing"})
    return value


def not_empty(value: str) -> str:
    if not value:
        raise ValueError("write something")
    return value


class Condition(Noun, frozen=True, kw_only=True):
    visits: str | None = None
    not_: Condition | None = None
    all_: tuple[Condition, ...] | None = None


class Order(Noun, frozen=True, kw_only=True):
    kind: Literal["order"]
    order: str
    price: float = 0.0
    when: Condition | None = None
    level: Annotated[int, Field(ge=1, le=3)] = 1
    above: Annotated[int, Field(gt=0)] = 1
    code: Annotated[str, Field(min_length=2, max_length=4)] = "ab"
    like: Annotated[str, Field(pattern="^[a-z]+$")] = "ab"
    pair: tuple[str, int] | None = None
    few: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] = (1,)


class Days(Noun, frozen=True, kw_only=True):
    kind: Literal["days"]
    lasts: Duration
    while_: Literal["phone", "clock"] | None = None
    waits: Annotated[str, BeforeValidator(in_minutes)] = "1m"
    department: Annotated[str, AfterValidator(a_department)] = "it"
    about: Annotated[str, AfterValidator(not_empty)] = "x"
    press: Literal["1", "2"] = "1"
    default: str | int | bool = 1
    either: int | Condition | None = None
    level: int = 1

    def __post_init__(self) -> None:
        if self.level > 3:
            raise Unreadable(
                f"level {self.level} is too high", "write 1 to 3", code="E213"
            )


KINDS = {"order": Order, "days": Days}


class Story(Noun, frozen=True, kw_only=True):
    story: str
    touchpoints: Mapping[Id, Annotated[Order | Days, ByKind(KINDS)]]


SHAPE = validator_of(Story)


def check(text: str, prefix: Path = ()) -> list[Problem]:
    """The problems of a story written in YAML."""
    reading = read_yaml(text.encode(), "x.yaml")
    assert reading.problems == ()
    value: Any = reading.value
    for step in prefix:
        value = value[step]
    try:
        SHAPE.of_json(json.dumps(value), {})
    except ValidationError as error:
        return list(
            shape_problems(error, reading.places, "x.yaml", prefix, shape=SHAPE.schema)
        )
    return []


def check_touchpoint(written: str) -> Problem:
    """The only problem of a story with one touchpoint, its value beginning at 2:18."""
    [problem] = check(f"story: a\ntouchpoints: {{a: {written}}}\n")
    return problem


CASES = {
    "a whole number where any will do": ("{kind: order, order: a, price: 5}", None),
    "unknown key": ("{kind: order, order: a, prize: 5.0}", "E201 price"),
    "unknown key without its underscore": ("{kind: days, lasts: 1m, wile: phone}", "E201 while"),
    "unknown key in a recursion": ("{kind: order, order: a, when: {not: {all: [{visit: a}]}}}", "E201 visits"),
    "missing": ("{kind: days}", "E202 add lasts"),
    "missing in a pair": ("{kind: order, order: a, pair: [a]}", "E202 add it"),
    "text": ("{kind: order, order: 5}", "E203 quotes"),
    "nothing": ("{kind: order, order: }", "E203 text"),
    "number": ("{kind: order, order: a, price: '5.0'}", "E203 without quotes"),
    "number from a word": ("{kind: order, order: a, price: five}", "E203 a number"),
    "keys": ("{kind: order, order: a, when: soon}", "E203 key"),
    "glued keys": ("{kind: order, order: a, when: 'visits:a'}", "E203 visits: a"),
    "list": ("{kind: order, order: a, when: {all: {visits: a}}}", "E203 dash"),
    "any of three types": ("{kind: days, lasts: 1m, default: [a]}", "E203"),
    "the type that was meant": ("{kind: days, lasts: 1m, either: {visit: a}}", "E201 visits"),
    "neither type": ("{kind: days, lasts: 1m, either: soon}", "E203"),
    "choice": ("{kind: days, lasts: 1m, while: fone}", "E204 phone"),
    "choice in no way close": ("{kind: days, lasts: 1m, while: xxxxx}", "E204 one of phone, clock"),
    "digit without quotes": ("{kind: days, lasts: 1m, press: 2}", 'E204 "2"'),
    "kind": ("{kind: dayz}", "E205 days"),
    "kind in no way close": ("{kind: hold}", "E205 one of order, days"),
    "no kind": ("{order: a}", "E206 add kind: and one of order, days"),
    "misspelt kind": ("{kid: order}", "E201 kind"),
    "too short": ("{kind: order, order: a, code: a}", "E207 2 or more characters"),
    "too long": ("{kind: order, order: a, code: abcde}", "E207 4 or fewer characters"),
    "too few": ("{kind: order, order: a, few: []}", "E207 1 or more entries"),
    "too many": ("{kind: order, order: a, few: [1, 2, 3]}", "E207 2 or fewer entries"),
    "too low": ("{kind: order, order: a, level: 0}", "E208 at least 1"),
    "too high": ("{kind: order, order: a, level: 4}", "E208 at most 3"),
    "not above": ("{kind: order, order: a, above: 0}", "E208 more than 0"),
    "pattern": ("{kind: order, order: a, like: A1}", "E209"),
    "a sentence of a validator": ("{kind: days, lasts: 1m, about: ''}", "E209"),
    "unit": ("{kind: days, lasts: 26}", "E210 write its unit"),
    "unit by a validator": ("{kind: days, lasts: 1m, waits: 9}", "E210"),
    "code and hint by a validator": ("{kind: days, lasts: 1m, department: agent}", "E213 staffing"),
    "values that do not go together": ("{kind: days, lasts: 1m, level: 9}", "E213 1 to 3"),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), CASES.values(), ids=CASES)
def test_each_kind_of_error_has_a_code_and_something_to_try(
    written: str, expected: str | None
) -> None:
    if expected is None:
        assert check(f"story: a\ntouchpoints: {{a: {written}}}\n") == []
        return
    problem = check_touchpoint(written)

    code, *words = expected.split(" ", 1)
    assert problem.code == code
    assert problem.code in CODES
    assert "".join(words) in problem.hint
    assert problem.line == 2


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("{kind: order, order: a, prize: 5.0}", "prize"),
        ("{kind: order, order: 5}", "5"),
        ("{kind: days}", "{"),
        ("{kind: dayz}", "dayz"),
        ("{order: a}", "{"),
        ("{kid: order}", "kid"),
        ("{kind: order, order: a, when: {not: {all: [{visit: a}]}}}", "visit"),
        ("{kind: order, order: a, when: {all: {visits: a}}}", "{visits"),
        ("{kind: order, order: a, few: [1, x]}", "x"),
        ("{kind: order, order: a, pair: [b]}", "[b]"),
        ("{kind: days, lasts: 1m, level: 9}", "9"),
        ("{kind: days, lasts: 1m, default: [a]}", "[a]"),
        ("{kind: days, lasts: 1m, either: {visit: a}}", "visit"),
    ],
)
def test_a_problem_stands_at_the_closest_thing_written(
    written: str, there: str
) -> None:
    assert check_touchpoint(written).column == 18 + written.index(there)


def test_the_name_of_a_kind_is_not_taken_for_a_key_of_that_name() -> None:
    [problem] = check("story: a\ntouchpoints:\n  a:\n    kind: order\n    order: [x]\n")

    assert (problem.line, problem.column) == (5, 12)
    assert problem.says == '"order" should be text, not a list'


def test_a_key_of_a_mapping_that_cannot_be_an_id_is_shown_itself() -> None:
    [problem] = check(
        'story: a\ntouchpoints:\n  Dead Line: {kind: order, order: "1"}\n'
    )

    assert (problem.code, problem.line, problem.column, problem.length) == (
        "E211",
        3,
        3,
        9,
    )


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    [problem] = check("stori: a\ntouchpoints: {}\n")

    assert problem.as_text() == (
        'x.yaml:1:1: E201 "stori" is not a key here\n    try: story'
    )


def test_two_missing_keys_are_two_problems() -> None:
    problems = check("{}\n")

    assert [problem.code for problem in problems] == ["E202", "E202"]
    assert [problem.hint for problem in problems] == [
        "add story: and its value",
        "add touchpoints: and its value",
    ]


def test_an_unknown_key_far_from_any_lists_what_is_possible() -> None:
    problem = check_touchpoint("{kind: days, lasts: 1m, zzzz: 1}")

    assert problem.hint == (
        "one of while, waits, department, about, press, default, either, level"
    )


def test_all_types_that_failed_are_one_problem() -> None:
    problem = check_touchpoint("{kind: days, lasts: 1m, default: [a]}")

    assert problem.says == (
        '"default" should be text, a whole number or true or false, not a list'
    )


def test_the_file_as_a_whole_may_be_of_the_wrong_type() -> None:
    [problem] = check("- story: a\n")

    assert (problem.line, problem.column, problem.code) == (1, 1, "E203")
    assert problem.says == "the file should be keys with values, not a list"


def test_problems_come_in_the_order_of_the_file() -> None:
    problems = check(
        "touchpoints:\n  a: {kind: dayz}\n  b: {kind: order, order: 1}\nstory: 5\n"
    )

    assert [(each.line, each.code) for each in problems] == [
        (2, "E205"),
        (3, "E203"),
        (4, "E203"),
    ]


def test_a_part_of_a_file_is_checked_under_its_path() -> None:
    problems = check("x:\n  - story: 5\n    touchpoints: {}\n    z: 1\n", ("x", 0))

    assert [(each.line, each.column) for each in problems] == [(2, 12), (4, 5)]


def test_without_places_a_problem_stands_at_the_top() -> None:
    with pytest.raises(ValidationError) as caught:
        SHAPE.of_json('{"story": 5}', {})

    problems = shape_problems(caught.value, Places(), "x.yaml", shape=SHAPE.schema)

    assert {(each.line, each.column) for each in problems} == {(1, 1)}
    assert Places().value(("a", 0)) == Place(1, 1)


def test_thousands_of_wrong_values_are_reported_in_time() -> None:
    wrong = "".join(f"  t{n}: {{kind: x{n}}}\n" for n in range(8_000))

    began = time.process_time()
    problems = check("story: 5\ntouchpoints:\n" + wrong)

    assert time.process_time() - began < 4
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "E109"


def test_a_problem_cites_a_long_text_in_short() -> None:
    long = "x" * 50_000

    assert all(
        len(problem.as_text()) < 400
        for problem in (
            check_touchpoint(f"{{kind: {long}}}"),
            check_touchpoint(f"{{kind: order, order: a, {long[:900]}: 1}}"),
            check_touchpoint(f"{{kind: order, order: a, when: {long}}}"),
            check_touchpoint(f"{{kind: order, order: a, when: 'a:{long}'}}"),
            check_touchpoint(f"{{kind: days, lasts: {long}}}"),
            check_touchpoint(f"{{kind: days, lasts: 1m, while: {long}}}"),
        )
    )


def test_every_case_of_the_table_is_worded_for_people() -> None:
    for written, expected in CASES.values():
        if expected:
            says = check_touchpoint(written).says
            assert not re.search(r"input|pydantic|dict|str\b|valid ", says), says
