"""Whether a scenario means something, taken by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.touchpoint import Promising, Touchpoint
from empathy_sim.journey.touchpoints.form import Rule
from empathy_sim.journey.units import Unreadable
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_causes import uncaused, wrong_causes
from empathy_sim.library.meaning_conditions import conditions_of, wrong_conditions
from empathy_sim.library.meaning_form import FACT_RULES
from empathy_sim.library.meaning_kinds import LOCAL_NAMES, wrong_in_kind
from empathy_sim.library.meaning_names import Names, names_in, wrong_names
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_walk import Mention, Walked, walked
from empathy_sim.library.meaning_ways import Ways, wrong_ways
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.reading_texts import texts_in

_UNKNOWN = {
    "target": ("E302", "is neither a touchpoint nor an exit of this scenario", ""),
    "touchpoint": ("E303", "is not a touchpoint of this scenario", ""),
    "cause": (
        "E307",
        "is not among the causes of this scenario",
        "declare it under causes",
    ),
    "promise": (
        "E309",
        "is a promise that this scenario neither makes nor needs",
        "declare it under needs: promises, or make it first",
    ),
    "fact": (
        "E310",
        "is not among the facts that this scenario needs",
        "declare it under needs: facts, with a stand-in",
    ),
    "resource": (
        "E311",
        "is not among the resources that this scenario needs",
        "declare it under needs: resources, with a stand-in",
    ),
    "friction": ("E312", "is not the name of a friction", ""),
}
"""The code for each sort of thing, what is wrong, and what to try if nothing is near."""


def wrong_in_scenario(scenario: Scenario, written: object) -> Iterator[Wrong]:
    """Everything that can be said of a scenario without its journey.

    Args:
        scenario: with its default settings.
        written: what it was read from, in which settings still have their names.
    """
    seen = walked(scenario)
    seen.mentions.extend(_facts_of_rules(seen))
    ways = Ways.of(scenario, seen)
    yield from _wrong_declared(scenario)
    yield from _unknown(seen, known_by(scenario, seen))
    yield from wrong_names(
        tuple(seen.of("text")), names_of(scenario, seen), LOCAL_NAMES
    )
    yield from wrong_conditions(scenario, seen)
    yield from wrong_causes(scenario)
    yield from uncaused(scenario, ways.again)
    yield from wrong_ways(scenario, ways)
    yield from declared.same_twice(seen.nouns)
    for name, touchpoint in scenario.touchpoints.items():
        yield from _wrong_touchpoint(touchpoint, ("touchpoints", name))
    yield from _unused(scenario, seen, used_settings(seen, written))


def made_by(seen: Walked) -> Collection[str]:
    """The promises that are made somewhere in a scenario."""
    made: dict[str, None] = {}
    for _, noun in seen.nouns:
        match noun:
            case Promising(promises=promises):
                made.update(dict.fromkeys(promises))
            case _:
                pass
    return made


def known_by(scenario: Scenario, seen: Walked) -> Mapping[str, Collection[str]]:
    """What there is of each sort of thing that a scenario can refer to."""
    return {
        "target": dict.fromkeys([*scenario.touchpoints, *scenario.exits]),
        "touchpoint": scenario.touchpoints,
        "cause": scenario.causes,
        "promise": dict.fromkeys([*scenario.needs.promises, *made_by(seen)]),
        "fact": scenario.needs.facts,
        "resource": scenario.needs.resources,
        "friction": FRICTIONS,
    }


def names_of(scenario: Scenario, seen: Walked) -> Names:
    """The names that the texts of a scenario may use."""
    known = known_by(scenario, seen)
    return Names(scenario.settings, known["fact"], known["promise"], known["resource"])


def _unknown(seen: Walked, known: Mapping[str, Collection[str]]) -> Iterator[Wrong]:
    for mention in seen.mentions:
        there = known.get(mention.what)
        if there is None or mention.name in there:
            continue
        code, is_not, otherwise = _UNKNOWN[mention.what]
        hint = near(mention.name, there) or otherwise or nearest(mention.name, there)
        yield Wrong(
            code,
            mention.at,
            f'"{mention.name}" {is_not}',
            hint,
            mention.on_key,
        )


def _facts_of_rules(seen: Walked) -> list[Mention]:
    return [
        Mention("fact", str(noun.than), (*at, "than"), on_key=False, within=noun)
        for at, noun in seen.nouns
        if isinstance(noun, Rule) and noun.is_ in FACT_RULES
    ]


def _wrong_declared(scenario: Scenario) -> Iterator[Wrong]:
    needs = scenario.needs
    yield from declared.wrong_ids(scenario.causes, ("causes",))
    yield from declared.wrong_for_text(scenario.settings, ("settings",), "a setting")
    for field, what in _NEEDED.items():
        names = getattr(needs, field)
        yield from declared.wrong_for_text(names, ("needs", field), what)
    for name in scenario.settings.keys() & needs.facts.keys():
        says = f'"{name}" is a setting and a fact, so "<{name}>" could be either'
        at: Path = ("needs", "facts", name)
        yield Wrong("E330", at, says, "call one of them otherwise", on_key=True)
    for name, setting in scenario.settings.items():
        try:
            check_value(setting, setting.default)
        except Unreadable as wrong:
            yield Wrong("E333", ("settings", name, "default"), wrong.says, wrong.hint)


_NEEDED = {"facts": "a fact", "promises": "a promise", "resources": "a resource"}


def _wrong_touchpoint(touchpoint: Touchpoint, at: Path) -> Iterator[Wrong]:
    kind = type(touchpoint)
    exits = (*kind.EXITS, *kind.MAY_EXIT)
    for exit_ in touchpoint.leads:
        if exit_ not in exits:
            says = f'no {touchpoint.kind} can be left by "{exit_}"'
            hint = nearest(exit_, exits) or "lead there with an option instead"
            yield Wrong("E306", (*at, "leads", exit_), says, hint, on_key=True)
    if missing := [each for each in kind.EXITS if each not in touchpoint.leads]:
        says = f"nothing says where {' and '.join(missing)} leads"
        hint = f"add {missing[0]}: ... to leads"
        yield Wrong("E320", at, says, hint, on_key=True)
    if touchpoint.spoken_on == "phone" and "hung_up" not in exits:
        says = f"a {touchpoint.kind} cannot be hung up, so it is not on the phone"
        hint = "leave out channel; a notice can have looks_like: phone"
        yield Wrong("E333", (*at, "channel"), says, hint)
    yield from wrong_in_kind(touchpoint, at)


def used_settings(seen: Walked, written: object) -> Collection[str]:
    """The settings that are used in a text, as a value, or in a condition."""
    used = {
        condition.setting for _, condition in conditions_of(seen) if condition.setting
    }
    for text in texts_in(written):
        used.update(names_in(text))
    return used


def _unused(
    scenario: Scenario, seen: Walked, named: Collection[str]
) -> Iterator[Wrong]:
    def mentioned(what: str) -> set[str]:
        return {
            each.name for each in seen.of(what) if each.at[0] not in {"needs", "causes"}
        }

    causes = mentioned("cause")
    facts = mentioned("fact") | set(named)
    yield from declared.unused(scenario.settings, named, ("settings",), "a setting")
    yield from declared.unused(scenario.causes, causes, ("causes",), "a cause")
    yield from declared.unused(
        scenario.needs.facts, facts, ("needs", "facts"), "a fact"
    )
    promised = mentioned("promise") | {
        name.split(".")[1] for name in named if name.startswith("promise.")
    }
    yield from declared.unused(
        scenario.needs.promises, promised, ("needs", "promises"), "a promise"
    )
