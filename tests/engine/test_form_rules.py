"""The rules of a form's fields, one by one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from empathy_sim.engine.forms.rules import (
    NEEDS_TEXT,
    Known,
    keeps,
    rule_id,
    shape_of,
)
from empathy_sim.engine.forms.specimens import specimens
from empathy_sim.journey.touchpoints.form import Field, Rule, RuleKind

FACTS = {"surname": "O'Brien", "order_number": "HV-104233-QK"}
KNOWN = Known(lambda name: FACTS.get(name, ""), {"password": "Xk7-"})
KEPT: dict[tuple[RuleKind, int | str | None], tuple[list[str], list[str]]] = {
    ("at_least", 3): (["abc", "abcd"], ["ab"]),
    ("at_most", 3): (["abc"], ["abcd"]),
    ("has_digit", None): (["a1"], ["a"]),
    ("has_capital", None): (["aB", "É"], ["ab"]),
    ("has_symbol", None): (["a!", "a-b"], ["a b", "ab1"]),
    ("only_digits", None): (["0123"], ["01 23", "12a"]),
    ("only_letters", None): (["Brien", "Zoë"], ["O'Brien", "de Vries", "B2"]),
    ("no_spaces", None): (["a-b"], ["a b", "a\tb"]),
    ("no_symbol", None): (["a b 1"], ["a-b"]),
    ("no_word", None): (["Xk7-Qm2", "abc1abc"], ["Xkettle7"]),
    ("email", None): (
        ["someone@example.com", "a.b@c.d.example"],
        ["someone", "a@b", "a b@c.d", "a@b@c.d", "a@.d", "a@b."],
    ),
    ("is_fact", "order_number"): (["hv 104233 qk"], ["HV-1"]),
    ("not_fact", "surname"): (["Brian1"], ["x-OBRIEN-7"]),
    ("same_as", "password"): (["Xk7-"], ["Xk7"]),
    ("never", None): ([], ["anything"]),
}


def rule_of(kind: RuleKind, than: int | str | None) -> Rule:
    return Rule(is_=kind, than=than, says="No.")


@pytest.mark.parametrize(("kind", "than"), KEPT)
def test_a_rule_is_kept_or_broken(kind: RuleKind, than: int | str | None) -> None:
    rule, (good, bad) = rule_of(kind, than), KEPT[kind, than]

    assert [text for text in good if not keeps(rule, text, KNOWN)] == []
    assert [text for text in bad if keeps(rule, text, KNOWN)] == []


@given(st.text(max_size=30))
@example("\N{SUPERSCRIPT TWO}" * 4)
@example("\N{CIRCLED LATIN CAPITAL LETTER A}")
@example("\N{ROMAN NUMERAL EIGHT} \N{ARABIC-INDIC DIGIT ONE}")
def test_a_shape_keeps_and_breaks_the_same_rules(text: str) -> None:
    for kind, than in KEPT:
        if kind in NEEDS_TEXT or kind == "same_as":
            continue
        rule = rule_of(kind, than)
        assert keeps(rule, shape_of(text), KNOWN) == keeps(rule, text, KNOWN)


@given(st.text(max_size=30))
def test_a_shape_is_its_own_shape(text: str) -> None:
    assert shape_of(shape_of(text)) == shape_of(text)
    assert len(shape_of(text)) == len(text)


def test_rules_of_one_kind_go_by_what_they_compare_with() -> None:
    assert rule_id(rule_of("at_least", 8)) == "at_least 8"
    assert rule_id(rule_of("never", None)) == "never"


@pytest.mark.parametrize(("kind", "than"), KEPT)
def test_there_is_a_specimen_for_each_refusal(
    kind: RuleKind, than: int | str | None
) -> None:
    rule = rule_of(kind, than)
    field = Field(id="field", label="Field", rules=(rule,))

    answers = specimens(field, KNOWN)

    assert [text for text in answers if text and not keeps(rule, text, KNOWN)]
    assert "" in answers
    if kind != "never":
        assert keeps(rule, answers[0], KNOWN)


def test_a_strict_password_has_a_good_specimen() -> None:
    rules = (
        rule_of("at_least", 10),
        rule_of("at_most", 14),
        rule_of("has_capital", None),
        rule_of("has_digit", None),
        rule_of("has_symbol", None),
        rule_of("no_word", None),
    )
    field = Field(id="field", label="Field", shows="password", rules=rules)

    first = specimens(field, KNOWN)[0]

    assert all(keeps(rule, first, KNOWN) for rule in rules)


def test_specimens_are_of_what_this_customer_holds() -> None:
    field = Field(id="field", label="Field", rules=(rule_of("is_fact", "surname"),))
    other = Known(lambda _: "Okafor", {})

    held = [specimens(field, known)[0] for known in (KNOWN, other, KNOWN)]

    assert held == ["O'Brien", "Okafor", "O'Brien"]


def test_specimens_are_of_what_stands_elsewhere_on_the_page() -> None:
    field = Field(id="field", label="Field", rules=(rule_of("same_as", "password"),))
    other = Known(KNOWN.fact, {"password": "Qm2!"})

    found = [specimens(field, known)[0] for known in (KNOWN, other)]

    assert found == ["Xk7-", "Qm2!"]
