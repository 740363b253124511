"""Answers that keep a field's rules or break them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from empathy_sim.engine.forms.rules import Known, keeps
from empathy_sim.journey.touchpoints.form import Field, Rule

_PATTERNS = ("Xk7-", "xk7-", "Xkq-", "Xk7q9", "4821", "kettle", "Kettle", "a b ")
_WHOLE = ("someone@example.com", "No idea")
_USUAL = 8
_OF_FACTS = ("is_fact", "not_fact")


def specimens(field: Field, known: Known) -> tuple[str, ...]:
    """The held fact or another good answer, one for each refusal, empty, a wrong one.

    They are found but once for a field and what the customer holds; what is written
    elsewhere on the page is not kept for that.

    Args:
        field: a field for text.
        known: what its rules compare with.
    """
    named = [str(rule.than) for rule in field.rules if rule.is_ in _OF_FACTS]
    if any(rule.is_ == "same_as" for rule in field.rules):
        return _found(field, known)
    names = dict.fromkeys((*named, field.asks or ""))
    held = tuple((name, known.fact(name)) for name in names)
    return _found_once(field, held, secret=known.secret)


@lru_cache(maxsize=256)
def _found_once(
    field: Field, held: tuple[tuple[str, str], ...], *, secret: bool
) -> tuple[str, ...]:
    facts = dict(held)
    return _found(field, Known(lambda name: facts.get(name, ""), {}, secret))


def _found(field: Field, known: Known) -> tuple[str, ...]:
    there = tuple(dict.fromkeys(_answers(field, known)))
    good = [each for each in there if all(_kept(field, each, known))]
    breaking = [
        each
        for number, _ in enumerate(field.rules)
        if (each := _breaks(field, number, there, known)) is not None
    ]
    held = (known.fact(field.asks),) if field.asks else ()
    return tuple(dict.fromkeys([*held, *good[:1], *breaking, "", _WHOLE[-1]]))


def _kept(field: Field, text: str, known: Known) -> Iterator[bool]:
    return (keeps(rule, text, known) for rule in field.rules)


def _breaks(
    field: Field, number: int, there: tuple[str, ...], known: Known
) -> str | None:
    """An answer that breaks one rule, and if possible none before it."""
    late: str | None = None
    for text in there:
        if keeps(field.rules[number], text, known):
            continue
        if all(keeps(rule, text, known) for rule in field.rules[:number]):
            return text
        late = late or text
    return late


def _answers(field: Field, known: Known) -> Iterator[str]:
    """Answers that differ in what rules look at; none is empty."""
    if field.asks and (held := known.fact(field.asks)):
        yield held
        yield "".join(each for each in held if each.isalnum())
    for rule in field.rules:
        yield from _compared(rule, known)
    for pattern in _PATTERNS:
        for length in _lengths(field):
            yield (pattern * length)[:length]
    yield from _WHOLE


def _compared(rule: Rule, known: Known) -> Iterator[str]:
    than = str(rule.than)
    match rule.is_:
        case "is_fact" | "not_fact":
            value = known.fact(than)
        case "same_as":
            value = known.values.get(than, "")
        case _:
            value = ""
    if value:
        yield value


def _lengths(field: Field) -> tuple[int, ...]:
    named = [rule.than for rule in field.rules if isinstance(rule.than, int)]
    near = [length for than in named for length in (than, than - 1, than + 1)]
    return tuple(length for length in dict.fromkeys([_USUAL, *near]) if length > 0)
