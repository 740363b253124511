"""A field that no answer satisfies is told."""

from __future__ import annotations

import pytest

from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.shelf import find_shelf
from tests.library.small_library import put

SCENARIO = """\
scenario: sign-in
title: A form
about: A form that asks for a number.
channel: web
intensity: 1
needs: {{facts: {{held: "{fact}"}}}}
exits: [done]
starts: page
touchpoints:
  page:
    kind: form
    site: fold.example
    pages:
      - title: Your order
        fields:
          - id: number
            label: Number
            asks: held
            rules:
              - {{is: {rule}, says: No.}}
              - {{is: is_fact, than: held, says: Not that.}}
    cause: haste
    leads: {{accepted: done, left: done}}
causes:
  haste:
    kind: system
    department: digital
    kept_by: Forms sent
    why: The field is older than the numbers.
    fix: {{change: Let letters in, department: digital, cost: low}}
"""


def codes(tmp_path_factory: pytest.TempPathFactory, fact: str, rule: str) -> list[str]:
    folder = tmp_path_factory.mktemp("pack")
    text = SCENARIO.format(fact=fact, rule=rule)
    file = put(folder / "scenarios" / "sign-in.yaml", text)
    return [each.code for each in problems_in([file], find_shelf([folder]))]


@pytest.mark.parametrize(
    ("fact", "rule"),
    [
        ("HV-104233-QK", "only_digits"),
        ("4821 0099", "only_letters"),
        ("4821 0099", "has_capital"),
        ("4821 0099", "at_most, than: 7"),
        ("O'Brien", "has_digit"),
        ("O'Brien", "email"),
        ("O'Brien", "not_fact, than: held"),
    ],
)
def test_no_way_to_write_a_fact_keeps_a_rule_against_it(
    tmp_path_factory: pytest.TempPathFactory, fact: str, rule: str
) -> None:
    assert codes(tmp_path_factory, fact, rule) == ["W408"]


@pytest.mark.parametrize(
    ("fact", "rule"),
    [
        ("HV-104233-QK", "no_symbol"),
        ("4821 0099", "only_digits"),
        ("4821 0099", "at_most, than: 8"),
        ("4821 0099", "at_least, than: 20"),
        ("4821 0099", "has_symbol"),
        ("O'Brien", "only_letters"),
        ("O'Brien", "no_word"),
        ("obrien", "has_capital"),
        ("me@home.example", "email"),
        ("<customer.last_name>", "only_digits"),
        ("HV-104233-QK", "never"),
    ],
)
def test_what_signs_and_capitals_can_mend_is_not_told(
    tmp_path_factory: pytest.TempPathFactory, fact: str, rule: str
) -> None:
    assert codes(tmp_path_factory, fact, rule) == []
