"""Whether something can always be chosen, whatever is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.library.compose import compose_scenario
from tests.library.small_library import put

LETTER = """\
scenario: letter
title: A letter
about: A letter is read.
channel: mail
intensity: 1
settings:
  open: {is: switch, default: true, about: Whether it is open.}
  colour: {is: choice, choices: [red, blue], default: red, about: Its colour.}
exits: [done]
starts: letter
touchpoints:
  letter:
    kind: notice
    says: A letter of <colour> paper, <open>.
    at_most: {visits: 3, then: done}
    options:
      - {says: Read it, leads: done, when: FIRST}
      - {says: Frame it, leads: letter, when: SECOND}
"""
COMPLETE = {
    "a switch and its contrary": ("{setting: open}", "{not: {setting: open}}"),
    "both values of a switch": (
        "{setting: open, is: true}",
        "{setting: open, is: false}",
    ),
    "every choice": ("{setting: colour, is: red}", "{setting: colour, is: blue}"),
    "a count and its contrary": (
        "{not: {visits: letter, at_least: 2}}",
        "{visits: letter, at_least: 2}",
    ),
    "a whole and one of its parts": (
        "{all: [{setting: open}, {chosen: frame-it}]}",
        "{any: [{not: {setting: open}}, {not: {chosen: frame-it}}]}",
    ),
}
PERHAPS_NOTHING = {
    "one choice of two": ("{setting: colour, is: red}", "{setting: open}"),
    "the same twice": ("{setting: open}", "{setting: open}"),
    "counts with a gap": (
        "{not: {visits: letter, at_least: 2}}",
        "{visits: letter, at_least: 3}",
    ),
}


def codes(folder: Path, first: str, second: str) -> list[str]:
    text = LETTER.replace("FIRST", first).replace("SECOND", second)
    file = put(folder / "scenarios" / "letter.yaml", text)
    return [each.code for each in compose_scenario(file).problems]


@pytest.mark.parametrize("conditions", COMPLETE.values(), ids=COMPLETE)
def test_of_conditions_that_are_complete_nothing_is_told(
    conditions: tuple[str, str], tmp_path: Path
) -> None:
    assert codes(tmp_path, *conditions) == []


@pytest.mark.parametrize("conditions", PERHAPS_NOTHING.values(), ids=PERHAPS_NOTHING)
def test_where_perhaps_no_condition_holds_it_is_told(
    conditions: tuple[str, str], tmp_path: Path
) -> None:
    assert codes(tmp_path, *conditions) == ["E320"]


def test_what_a_setting_can_never_be_never_holds(tmp_path: Path) -> None:
    neither = "{not: {any: [{setting: colour, is: red}, {setting: colour, is: blue}]}}"

    assert codes(tmp_path, neither, "{not: {chosen: read-it}}") == ["E320", "E342"]
