"""Conditions that can never hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

_MOST_CASES = 256
_ONE_VALUE = ("setting", "exit")
_COUNTED = ("visits", "asked_for", "met")

Literal = tuple[Condition, bool]
Case = tuple[Literal, ...]
"""Things that must be so, or must not be, all at once."""
Choices = Mapping[str, frozenset[SettingValue]]
"""All that some settings can be, by their names."""


def never_holding(scenario: Scenario, seen: Walked) -> Iterator[Wrong]:
    """Conditions that nothing can fulfil: the innermost of each.

    Args:
        scenario: whose conditions.
        seen: all that is in it.
    """
    caps = {
        name: touchpoint.at_most.visits
        for name, touchpoint in scenario.touchpoints.items()
        if touchpoint.at_most
    }
    known = _Known(caps, choices=choices_of(scenario))
    never: list[Path] = []
    for at, noun in reversed(seen.nouns):
        match noun:
            case Condition() if not _can_hold(noun, known):
                if not any(inner[: len(at)] == at for inner in never):
                    never.append(at)
                    yield Wrong(
                        "E342",
                        at,
                        "this can never be so",
                        _hint(noun, caps),
                    )
            case _:
                pass


def closed(scenario: Scenario, seen: Walked) -> Collection[Path]:
    """Where something stands that nobody can choose, with the settings as declared."""
    defaults = {name: each.default for name, each in scenario.settings.items()}
    known = _Known(settings=defaults)
    return [
        at
        for at, noun in seen.nouns
        if (when := getattr(noun, "when", None)) is not None
        and not _can_hold(when, known)
    ]


def is_complete(conditions: Iterable[Condition], choices: Choices) -> bool:
    """Whether one of some conditions holds, come what may.

    Args:
        conditions: such as stand beside the options of a touchpoint.
        choices: all that the settings of its scenario can be.
    """
    some = tuple(conditions)
    either = Condition(any_=some)
    return bool(some) and not _can_hold(either, _Known(choices=choices), so=False)


def choices_of(scenario: Scenario) -> Choices:
    """All that the settings of a scenario can be, where that can be listed."""
    return {
        name: _SWITCHED if each.is_ == "switch" else frozenset(each.choices)
        for name, each in scenario.settings.items()
        if each.is_ == "switch" or (each.is_ == "choice" and each.choices)
    }


_SWITCHED: frozenset[SettingValue] = frozenset({True, False})


def _hint(condition: Condition, caps: Mapping[str, int]) -> str:
    most = caps.get(condition.visits or "")
    if most is not None:
        return f'"{condition.visits}" has at most {most} visits'
    if condition.below is not None:
        return "a level is never below nothing; write a higher one"
    return "its parts exclude each other, or there are none; take one of them out"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the things that conditions are about."""

    caps: Mapping[str, int] = field(default_factory=dict)
    """How many visits a touchpoint has at most."""
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    """What settings are."""
    choices: Choices = field(default_factory=dict)


def _can_hold(condition: Condition, known: _Known, *, so: bool = True) -> bool:
    """Whether a condition can be so, or can be not so."""
    cases = list(islice(_cases(condition, so=so), _MOST_CASES + 1))
    return len(cases) > _MOST_CASES or any(_is_possible(case, known) for case in cases)


def _cases(condition: Condition, *, so: bool) -> Iterator[Case]:
    """All the ways in which a condition can be so, or not so."""
    if condition.not_ is not None:
        yield from _cases(condition.not_, so=not so)
        return
    both = condition.all_ if so else condition.any_
    either = condition.any_ if so else condition.all_
    if both is not None:
        every = [list(islice(_cases(each, so=so), _MOST_CASES)) for each in both]
        for chosen in product(*every):
            yield tuple(literal for case in chosen for literal in case)
    elif either is not None:
        for each in either:
            yield from _cases(each, so=so)
    else:
        yield ((condition, so),)


@dataclass(slots=True)
class _Facts:
    """What must be so of one thing."""

    least: float = 0
    below: float = float("inf")
    values: set[object] = field(default_factory=set)
    excluded: set[object] = field(default_factory=set)
    choices: frozenset[object] = frozenset()
    """All that it can be; empty where that is not known."""

    @property
    def are_possible(self) -> bool:
        return (
            self.least < self.below
            and len(self.values) <= 1
            and not self.values & self.excluded
            and not (self.choices and self.choices <= self.excluded)
        )


def _is_possible(case: Case, known: _Known) -> bool:
    facts: dict[tuple[str, str], _Facts] = {}
    for condition, so in case:
        _take(condition, facts, so=so)
    for (subject, name), fact in facts.items():
        if subject == "visits" and name in known.caps:
            fact.below = min(fact.below, known.caps[name] + 1)
        if subject == "setting" and name in known.settings:
            fact.values.add(known.settings[name])
        if subject == "setting":
            fact.choices = known.choices.get(name, fact.choices)
    return all(fact.are_possible for fact in facts.values())


def _take(
    condition: Condition, facts: dict[tuple[str, str], _Facts], *, so: bool
) -> None:
    for subject in (*_ONE_VALUE, *_COUNTED, "resource", "promise", "chosen"):
        name = getattr(condition, subject)
        if name is None:
            continue
        of = facts.setdefault((subject, str(name)), _Facts())
        if subject in _ONE_VALUE:
            is_ = True if condition.is_ is None else condition.is_
            (of.values if so else of.excluded).add(is_)
        elif subject in _COUNTED:
            _bound(of, condition.at_least or 1, so=so)
        elif subject == "resource":
            _bound(of, condition.below or 0, so=not so)
        else:
            so_or_not = of.values if so else of.excluded
            so_or_not.add(condition.is_ or True)


def _bound(of: _Facts, least: int, *, so: bool) -> None:
    if so:
        of.least = max(of.least, least)
    else:
        of.below = min(of.below, least)
