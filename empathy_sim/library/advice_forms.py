"""Fields of a form that no answer can satisfy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from empathy_sim.engine.forms.rules import Known, keeps, rule_id
from empathy_sim.engine.wording import NAME
from empathy_sim.journey.journey import Like
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoints.form import Field, Form, Rule
from empathy_sim.library.casting_draws import Draws
from empathy_sim.library.meaning_form import fields_of
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

_CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title)
_UNTOLD = ("same_as", "never")
"""Rules that depend on what stands elsewhere, or are meant never to be kept."""


def unanswerable_in_scenario(scenario: Scenario) -> Iterator[Wrong]:
    """Fields whose rules no answer keeps all, by the stand-ins of a scenario."""
    for at, field in _fields(scenario):
        for rule in _excluding(field, scenario.needs.facts):
            name = str(rule.than)
            yield _wrong(
                f'the stand-in "{scenario.needs.facts[name]}" of {name}',
                field,
                rule,
                (*at, "rules"),
            )


def unanswerable_in_journey(script: Script) -> Iterator[Wrong]:
    """The same by what the customer of a journey holds."""
    drawn = {
        name: Draws(1).like(fact.like, "fact", name) if isinstance(fact, Like) else fact
        for name, fact in script.journey.customer.holds.items()
    }
    for stage in script.stages.values():
        for at, field in _fields(stage.scenario):
            for rule in _excluding(field, drawn):
                name = str(rule.than)
                where = f"{stage.scenario.scenario}/{at[1]}"
                yield _wrong(
                    f'"{drawn[name]}", as the customer may hold {name},',
                    field,
                    rule,
                    ("customer", "holds", name),
                    f" ({where})",
                )


def _wrong(what: str, field: Field, rule: Rule, at: Path, where: str = "") -> Wrong:
    others = ", ".join(rule_id(each) for each in field.rules if each is not rule)
    return Wrong(
        "W408",
        at,
        f'no answer to "{field.label}"{where} can be {what} and keep its other rules: '
        f"{others}",
        "take one of the rules out, or give a fact that keeps them all; case, spaces, "
        "hyphens and other signs make no difference to is_fact",
        on_key=True,
    )


def _fields(scenario: Scenario) -> Iterator[tuple[Path, Field]]:
    for name, touchpoint in scenario.touchpoints.items():
        match touchpoint:
            case Form():
                for path, field in fields_of(touchpoint):
                    yield ("touchpoints", name, *path), field
            case _:
                pass


def _excluding(field: Field, facts: Mapping[str, str]) -> Iterator[Rule]:
    """The first rule for a fact, where no way to write that keeps all the others."""
    if any(rule.is_ == "never" for rule in field.rules):
        return
    for rule in field.rules:
        fact = facts.get(str(rule.than), "") if rule.is_ == "is_fact" else ""
        if not fact or NAME.search(fact):
            continue
        known = Known(lambda name: facts.get(name, ""), {})
        rules = [each for each in field.rules if each.is_ not in _UNTOLD]
        if not any(
            all(keeps(each, text, known) for each in rules)
            for text in _ways_to_write(fact, field)
        ):
            yield rule
            return


def _ways_to_write(fact: str, field: Field) -> Iterator[str]:
    """A fact with and without its signs, longer and parted, in capitals and not."""
    bare = "".join(filter(str.isalnum, fact))
    numbers = (rule.than for rule in field.rules if isinstance(rule.than, int))
    longest = max(numbers, default=0)
    forms = (
        fact,
        bare,
        f"{bare}-",
        bare.ljust(longest, "-"),
        "-".join(bare),
        "-".join(bare).ljust(longest, "-"),
    )
    for text, case in product(dict.fromkeys(forms), _CASES):
        yield case(text)
