"""Whether an answer keeps a form's rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from empathy_sim.engine.turn import same_answer
from empathy_sim.journey.touchpoints.form import Rule, RuleKind

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_WORD = re.compile(r"[Aa]{4}")
"""No list of words is asked: four letters in a row are one."""
NEEDS_TEXT = ("email", "is_fact", "not_fact")
"""Rules that cannot be told from an answer's shape."""


class Known(Struct, frozen=True):
    """What rules compare an answer with."""

    fact: Callable[[str], str]
    """What the customer holds under a name."""
    values: Mapping[str, str]
    """What stands in each field; of a secret one only the shape."""
    secret: bool = False
    """Whether only the shape of the answer is known."""


def rule_id(rule: Rule) -> str:
    """What a rule goes by in its field: `at_least 8`."""
    return rule.is_ if rule.than is None else f"{rule.is_} {rule.than}"


def shape_of(text: str) -> str:
    """A text of which only the sorts of its characters are left; its own shape."""
    if text.isascii():
        return text.translate(_ASCII)
    return "".join(map(_sort_of, text))


def _sort_of(character: str) -> str:
    if character.isalpha():
        return "A" if character.isupper() else "a"
    if character.isdecimal():
        return "0"
    return " " if character.isspace() else "#"


_ASCII = {code: _sort_of(chr(code)) for code in range(128)}
"""The sorts of those characters that are nearly all that is typed."""


def keeps(rule: Rule, text: str, known: Known) -> bool:
    """Whether an answer that is not empty keeps a rule."""
    test = _TESTS.get(rule.is_)
    return test(text) if test else _compared(rule, text, known)


def _compared(rule: Rule, text: str, known: Known) -> bool:
    than = str(rule.than)
    match rule.is_:
        case "at_least":
            kept = len(text) >= int(than)
        case "at_most":
            kept = len(text) <= int(than)
        case "is_fact":
            kept = same_answer(text, known.fact(than))
        case "not_fact":
            held = _bare(known.fact(than))
            kept = not held or held not in _bare(text)
        case _:
            other = known.values.get(than, "")
            kept = _same_shape(text, other) if known.secret else text == other
    return kept


def _same_shape(text: str, other: str) -> bool:
    return shape_of(text) == shape_of(other)


def _bare(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


_TESTS: Mapping[RuleKind, Callable[[str], bool]] = {
    "has_digit": lambda text: "0" in shape_of(text),
    "has_capital": lambda text: "A" in shape_of(text),
    "has_symbol": lambda text: "#" in shape_of(text),
    "only_digits": str.isdecimal,
    "only_letters": str.isalpha,
    "no_spaces": lambda text: " " not in shape_of(text),
    "no_symbol": lambda text: "#" not in shape_of(text),
    "no_word": lambda text: _WORD.search(shape_of(text)) is None,
    "email": lambda text: _EMAIL.fullmatch(text) is not None,
    "never": lambda _: False,
}
