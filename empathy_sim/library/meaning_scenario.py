"""Whether a scenario means something, taken by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.touchpoint import Promising, Touchpoint
from empathy_sim.journey.touchpoints.form import Rule
from empathy_sim.journey.units import Unreadable
from empathy_sim.journey.walking import Mention, Walked
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_causes import uncaused, wrong_causes
from empathy_sim.library.meaning_complete import perhaps_nothing
from empathy_sim.library.meaning_conditions import conditions_of, wrong_conditions
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt, without_echoes
from empathy_sim.library.meaning_exits import wrong_exits
from empathy_sim.library.meaning_form import FACT_RULES
from empathy_sim.library.meaning_kinds import LOCAL_NAMES, wrong_in_kind
from empathy_sim.library.meaning_names import Names, names_in, wrong_names
from empathy_sim.library.meaning_never import never_holding
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_ways import Ways, wrong_ways
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.reading_texts import texts_in
from empathy_sim.library.walks import walk_of

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
        "if it was made before, write needs: {promises: {NAME: {in: 3 days}}}",
    ),
    "fact": (
        "E310",
        "is not among the facts that this scenario needs",
        "write needs: {facts: {NAME: a stand-in}}",
    ),
    "resource": (
        "E311",
        "is not among the resources that this scenario needs",
        "declare it under needs: resources, with a stand-in",
    ),
    "friction": ("E312", "is not the name of a friction", ""),
}
"""The code for each sort of thing, what is wrong, and what to try if nothing is near."""


def wrong_in_scenario(
    scenario: Scenario, written: object, doubt: Doubt = CERTAIN
) -> Iterator[Wrong]:
    """Everything that can be said of a scenario without its journey.

    Args:
        scenario: with its default settings, as far as it is understood.
        written: what it was read from, in which settings still have their names.
        doubt: what of it is not understood.
    """
    walk = walk_of(scenario)
    seen = Walked([*walk.mentions, *_facts_of_rules(walk)], walk.nouns)
    ways = Ways.of(scenario, seen, doubt)
    wrongs = _all_wrong(scenario, written, doubt, seen, ways)
    return without_echoes(wrongs, doubt, is_blank=ways.is_blank)


def _all_wrong(
    scenario: Scenario, written: object, doubt: Doubt, seen: Walked, ways: Ways
) -> Iterator[Wrong]:
    """Everything that seems wrong, some of it because of the rest."""
    yield from _wrong_declared(scenario)
    known = known_by(scenario, seen, doubt)
    yield from _unknown(seen, known, doubt)
    names = _names_of(scenario, known, doubt)
    yield from wrong_names(tuple(seen.of("text")), names, LOCAL_NAMES)
    yield from wrong_conditions(scenario, seen, doubt.names("settings"))
    yield from never_holding(scenario, seen)
    yield from perhaps_nothing(scenario)
    yield from wrong_causes(scenario, doubt.names("settings"))
    yield from uncaused(scenario, ways.again)
    yield from wrong_ways(scenario, ways, doubt)
    yield from declared.same_twice(seen.nouns)
    for name, touchpoint in scenario.touchpoints.items():
        yield from _wrong_touchpoint(touchpoint, ("touchpoints", name))
    yield from _unused(scenario, seen, used_settings(seen, written))


def made_by(seen: Walked) -> Collection[str]:
    """The promises that are made somewhere in a scenario."""
    made: dict[str, None] = {}
    for _, noun in seen.nouns:
        match noun:
            case Promising(promises=promises) if promises:
                made.update(dict.fromkeys(promises))
            case _:
                pass
    return made


def known_by(
    scenario: Scenario, seen: Walked, doubt: Doubt
) -> Mapping[str, Collection[str]]:
    """What there is of each sort of thing that a scenario can refer to."""
    needs, there = scenario.needs, doubt.names("touchpoints")
    promised = [*needs.promises, *made_by(seen), *doubt.names("needs", "promises")]
    facts = [*needs.facts, *doubt.names("needs", "facts")]
    resources = [*needs.resources, *doubt.names("needs", "resources")]
    return {
        "target": dict.fromkeys(
            [*scenario.touchpoints, *scenario.exits, *there, *doubt.names("exits")]
        ),
        "touchpoint": dict.fromkeys(
            [*scenario.touchpoints, *there, *doubt.names("starts")]
        ),
        "cause": dict.fromkeys([*scenario.causes, *doubt.names("causes")]),
        "promise": dict.fromkeys([*promised, *there]),
        "fact": dict.fromkeys(facts),
        "resource": dict.fromkeys(resources),
        "friction": FRICTIONS,
    }


def _names_of(
    scenario: Scenario, known: Mapping[str, Collection[str]], doubt: Doubt
) -> Names:
    """The names that the texts of a scenario may use."""
    settings = [*scenario.settings, *doubt.names("settings")]
    departments = [
        each
        for cause in scenario.causes.values()
        for each in (cause.department, cause.fix.department)
    ]
    return Names(
        settings,
        known["fact"],
        known["promise"],
        known["resource"],
        departments,
        alone=True,
    )


def _unknown(
    seen: Walked, known: Mapping[str, Collection[str]], doubt: Doubt
) -> Iterator[Wrong]:
    for mention in seen.mentions:
        there = known.get(mention.what)
        if there is None or mention.name in there:
            continue
        code, is_not, otherwise = _UNKNOWN[mention.what]
        said = doubt.said
        sure = [name for name in there if name not in said] if said else there
        hint = near(mention.name, sure) or otherwise.replace("NAME", mention.name)
        hint = hint or nearest(mention.name, sure)
        yield Wrong(
            code,
            mention.at,
            f'"{mention.name}" {is_not}',
            hint,
            mention.on_key,
            name=mention.name,
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
    yield from wrong_exits(touchpoint, at)
    if touchpoint.spoken_on == "phone" and "hung_up" not in {
        *kind.EXITS,
        *kind.MAY_EXIT,
    }:
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
        if "<" in text:
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
