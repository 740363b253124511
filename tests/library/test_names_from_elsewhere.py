"""A scenario asks by name for what it uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.shelf import find_shelf
from tests.library.small_library import put

SCENARIO = """\
scenario: letters
title: A letter
about: A letter about a date.
channel: mail
intensity: 1
{needs}exits: [done]
starts: letter
touchpoints:
  letter:
    kind: notice
    says: It comes on {name}.
    leads: {{read: done}}
"""
OTHER = "needs: {promises: {piano: {in: 2 days}}}\n"


def hints(folder: Path, name: str, needs: str = "") -> list[str]:
    text = SCENARIO.format(name=name, needs=needs)
    file = put(folder / "scenarios" / "letters.yaml", text)
    found = problems_in([file], find_shelf([folder]))
    return [each.hint for each in found if each.code == "E317"]


@pytest.mark.parametrize("needs", ["", OTHER])
def test_a_promise_made_elsewhere_is_asked_for_with_what_to_write(
    tmp_path: Path, needs: str
) -> None:
    (hint,) = hints(tmp_path, "<promise.tuner.date>", needs)

    assert "needs: {promises: {tuner: {in: 3 days}}}" in hint


def test_what_the_hint_says_is_all_there_is_to_do(tmp_path: Path) -> None:
    needs = "needs: {promises: {tuner: {in: 3 days}}}\n"

    assert hints(tmp_path, "<promise.tuner.date>", needs) == []


def test_a_promise_of_nearly_that_name_is_offered_first(tmp_path: Path) -> None:
    assert hints(tmp_path, "<promise.paino.date>", OTHER) == ["<promise.piano.date>"]


def test_a_fact_is_asked_for_with_what_to_write(tmp_path: Path) -> None:
    (hint,) = hints(tmp_path, "<order_number>")

    assert "needs: {facts: {order_number: a stand-in}}" in hint


def test_a_name_of_ours_that_is_misspelt_is_offered(tmp_path: Path) -> None:
    assert hints(tmp_path, "<customer.frist_name>") == ["<customer.first_name>"]
