"""What a designer mistypes is found where it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Literal

import pytest
from pydantic import ValidationError

from empathy_sim.journey.noun import Noun
from empathy_sim.journey.scenario import ByKind
from empathy_sim.library.codes import CODES
from empathy_sim.library.problems import Problem
from empathy_sim.library.shape import shape_problems
from empathy_sim.library.validators import validator_of
from empathy_sim.library.yaml_events import LIBYAML, PURE, EventSource
from empathy_sim.library.yaml_reader import read_yaml

EVENTS = pytest.mark.parametrize("events", [LIBYAML, PURE], ids=lambda each: each.name)


class Option(Noun, frozen=True, kw_only=True):
    says: str
    leads: str


class Menu(Noun, frozen=True, kw_only=True):
    kind: Literal["menu"]
    says: str
    options: tuple[Option, ...] = ()
    barge_in: bool = True


class Hold(Noun, frozen=True, kw_only=True):
    kind: Literal["hold"]
    lasts: str
    rises: int = 0
    looks_like: Literal["phone", "letter", "notice"] = "phone"


KINDS = {"menu": Menu, "hold": Hold}


class Scenario(Noun, frozen=True, kw_only=True):
    scenario: str
    title: str
    intensity: int
    exits: tuple[str, ...]
    touchpoints: Mapping[str, Annotated[Menu | Hold, ByKind(KINDS)]]


SHAPE = validator_of(Scenario)
GOOD = """\
scenario: slipping-hold
title: Your call is important
intensity: 2
exits: [answered, gave_up]
touchpoints:
  front:
    kind: menu
    says: Welcome to Hearth & Vale.
    options:
      - {says: Orders, leads: queue}
      - {says: Anything else, leads: front}
    barge_in: false
  queue:
    kind: hold
    lasts: 26m
    rises: 3
    looks_like: phone
"""

TYPOS = {
    "unknown key at the top": ("title:", "titel:", "2:1 E201 title"),
    "unknown key with a capital": ("title:", "Title:", "2:1 E201 title"),
    "unknown key far from any": (
        "intensity: 2",
        "intensity: 2\ncolour: red",
        "4:1 E201",
    ),
    "unknown key in a touchpoint": ("barge_in", "bargein", "12:5 E201 barge_in"),
    "unknown key with a dash": ("barge_in", "barge-in", "12:5 E201 barge_in"),
    "unknown key in braces": ("leads: front", "lead: front", "11:31 E201 leads"),
    "unknown key for the kind": ("    rises: 3", "    says: x", "16:5 E201"),
    "misspelt kind key": ("kind: hold", "knd: hold", "14:5 E201 kind"),
    "missing key at the top": ("intensity: 2\n", "", "1:1 E202 add intensity"),
    "missing key in braces": (", leads: front", "", "11:9 E202 add leads"),
    "missing key in a touchpoint": ("    lasts: 26m\n", "", "14:5 E202 add lasts"),
    "missing kind": ("    kind: hold\n", "", "14:5 E206 add kind"),
    "unknown kind": ("kind: hold", "kind: holt", "14:11 E205 hold"),
    "number for text": ("Your call is important", "2024", "2:8 E203 quotes"),
    "truth value for text": ("Your call is important", "true", "2:8 E203 quotes"),
    "nothing for text": (" Your call is important", "", "2:7 E203 write text"),
    "list for text": ("Your call is important", "[a, b]", "2:8 E203 bracket"),
    "word for a number": ("intensity: 2", "intensity: two", "3:12 E203 whole number"),
    "quotes around a number": ("intensity: 2", 'intensity: "2"', "3:12 E203 without"),
    "decimal for a whole number": ("intensity: 2", "intensity: 2.5", "3:12 E203 as in"),
    "No for false": ("barge_in: false", "barge_in: No", "12:15 E203 false"),
    "True for true": ("barge_in: false", "barge_in: True", "12:15 E203 true"),
    "text for a list": ("[answered, gave_up]", "answered", "4:8 E203 [answered]"),
    "keys for a list": ("[answered, gave_up]", "{a: b}", "4:8 E203 dash"),
    "text for a touchpoint": ("{says: Orders, leads: queue}", "Orders", "10:9 E203"),
    "list for the touchpoints": ("\n  front:", "\n- front:", "6:1 E203 dashes"),
    "number in a list of text": ("gave_up]", "404]", "4:19 E203 quotes"),
    "misspelt choice": ("looks_like: phone", "looks_like: fone", "17:17 E204 phone"),
    "capital in a choice": ("looks_like: phone", "looks_like: Letter", "17:17 E204"),
    "same key twice": ("intensity: 2", "title: Again", "3:1 E134 keep one"),
    "same touchpoint twice": ("  queue:\n", "  front:\n", "13:3 E134 keep one"),
    "same key twice in braces": ("leads: front", "says: front", "11:31 E134"),
    "no space after a colon": ("intensity: 2", "intensity:2", "3:1 E114 intensity: 2"),
    "no colon": ("intensity: 2", "intensity 2", "3:1 E115 colon"),
    "no space after a dash": (
        "      - {says: Or",
        "      -{says: Or",
        "10:7 E114 - {says",
    ),
    "tab for indentation": ("    kind: menu", "\tkind: menu", "7:1 E111 spaces"),
    "one space too few": ("    barge_in", "   barge_in", "12:4 E112 column"),
    "one space too many": ("intensity: 2", " intensity: 2", "3:2 E112 column"),
    "one list item further out": (
        "      - {says: Any",
        "     - {says: Any",
        "11:6 E112",
    ),
    "double quote not closed": ("Your call", '"Your call', "2:8 E116"),
    "single quote not closed": ("Your call", "'Your call", "2:8 E116"),
    "apostrophe in single quotes": ("Your call is important", "'It's us'", "2:12 E118"),
    "text after quotes": ("Your call", '"Your" call', "2:15 E118"),
    "bracket not closed": ("gave_up]", "gave_up", "4:8 E117 ]"),
    "brace not closed": ("leads: front}", "leads: front", "11:9 E117 }"),
    "colon in a sentence": ("Your call is", "Please note: it is", "2:19 E113 quotes"),
    "comma in a sentence in braces": ("Anything else", "Or, wait", "11:16 E121 quotes"),
    "colon in a sentence in braces": ("Anything else", "Or: wait", "11:18 E121 quotes"),
    "key without value in braces": ("{says: Anything else, ", "{says, ", "11:10 E122"),
    "glued key in braces": ("leads: front}", "leads:front}", "11:31 E114 leads: front"),
    "text with a bracket first": ("Your call", "[Your] call", "2:15 E119 quotes"),
    "text with an at sign first": ("Your call", "@Your call", "2:8 E119 quotes"),
    "text with a star first": ("Your call", "*Your call", "2:8 E130 quotes"),
    "text with an ampersand first": ("Your call", "& call", "2:8 E119 quotes"),
    "text with an exclamation first": ("Your call", "!Your call", "2:8 E131 quotes"),
    "text with a greater sign first": ("Your call", ">50 calls", "2:8 E119 quotes"),
    "list item beside a key": ("exits: [answered, gave_up]", "exits: - a", "4:8 E123"),
    "two commas": ("[answered, gave_up]", "[answered,, gave_up]", "4:18 E124"),
    "backslash in double quotes": ("Your call is", r'"C:\Your" ', "2:11 E120 single"),
    "hash after a word that needs it": ("Orders, l", '"Press", l', ""),
    "hash in a sentence": ("Your call is important", "Press # now", "2:14 W101 quotes"),
    "number as a key": ("title:", "7: x\ntitle:", '2:1 E133 "7":'),
    "anchor": ("title: ", "title: &t ", "2:8 E130 write the value out"),
    "merge key": ("title:", "<<: {}\ntitle:", "2:1 E132 write its keys out"),
    "pasted zero-width space": ("Your call", "Your\u200b call", "2:12 E104 by hand"),
    "three dashes in the middle": ("exits:", "---\nexits:", "4:1 E108 one document"),
}


def problems_of(text: str, events: EventSource) -> list[Problem]:
    """What reading and then checking a scenario says."""
    reading = read_yaml(text.encode(), "hold.yaml", events=events)
    problems = list(reading.problems)
    try:
        SHAPE.of_json(json.dumps(reading.value), {})
    except ValidationError as error:
        if reading.value is not None:
            problems += shape_problems(
                error, reading.places, "hold.yaml", shape=SHAPE.schema
            )
    return sorted(problems)


@EVENTS
def test_the_scenario_without_a_typo_has_no_problem(events: EventSource) -> None:
    assert problems_of(GOOD, events) == []


@EVENTS
@pytest.mark.parametrize(("old", "new", "expected"), TYPOS.values(), ids=TYPOS)
def test_a_typo_is_found_where_it_stands_with_something_to_try(
    old: str, new: str, expected: str, events: EventSource
) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD

    found = problems_of(text, events)

    if not expected:
        assert found == []
        return
    where, code, *words = expected.split(" ", 2)
    first = next(problem for problem in found if problem.code.startswith(code))
    assert f"{first.line}:{first.column}" == where
    assert first.code in CODES
    assert first.says
    assert first.hint
    assert "".join(words) in first.hint


def test_there_are_more_than_forty_typos_in_the_table() -> None:
    found = sum(1 for _, _, expected in TYPOS.values() if expected)
    print(f"typos {found}, each found by 2 parsers")
    assert found >= 40


@EVENTS
def test_one_typo_is_one_problem(events: EventSource) -> None:
    for old, new, _ in (
        TYPOS["unknown key at the top"],
        TYPOS["unknown key in braces"],
        TYPOS["misspelt kind key"],
        TYPOS["comma in a sentence in braces"],
        TYPOS["no space after a colon"],
        TYPOS["glued key in braces"],
    ):
        found = problems_of(GOOD.replace(old, new, 1), events)

        assert len([each for each in found if each.code != "E202"]) == 1


def test_a_problem_reads_as_one_line_and_a_hint() -> None:
    [problem] = problems_of(GOOD.replace("barge_in", "bargein"), LIBYAML)

    assert problem.as_text() == (
        'hold.yaml:12:5: E201 "bargein" is not a key here\n    try: barge_in'
    )
    assert problem.length == len("bargein")
