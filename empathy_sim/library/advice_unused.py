"""What is written and comes to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.engine.wording import NAME
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.journey import Journey
from empathy_sim.journey.report_metrics import METRICS
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Promising, Touchpoint
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_declared import unused
from empathy_sim.library.meaning_frictions import possible
from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.walks import walk_of

_ANYWHERE = frozenset({"call_cut_short", "promise_broken"})
"""What time and a battery bring about, whatever is written."""


def in_vain(scenario: Scenario) -> Iterator[Wrong]:
    """Causes and evidence of what cannot happen at their touchpoint."""
    for name, touchpoint in scenario.touchpoints.items():
        held: Mapping[str, Mapping[str, str]] = {
            "causes": touchpoint.causes,
            "evidence": touchpoint.evidence,
        }
        can = _can_happen(touchpoint) if any(held.values()) else ()
        for key, those in held.items():
            for code in those:
                if code not in can:
                    at: Path = ("touchpoints", name, key, code)
                    yield _for_nothing(code, touchpoint, at)


def _for_nothing(code: str, touchpoint: Touchpoint, at: Path) -> Wrong:
    return Wrong(
        "W405",
        at,
        f'"{code}" ({FRICTIONS[code].says}) cannot happen at this {touchpoint.kind}',
        "take it out, or write what makes it happen",
        on_key=True,
    )


def _can_happen(touchpoint: Touchpoint) -> frozenset[str]:
    seen = walk_of(touchpoint)
    promises = {"promise_broken", "promise_slipped", "contradicted"}
    is_promising = any(_promises(noun) for _, noun in seen.nouns)
    named = {
        each.name
        for each in seen.of("friction")
        if not each.on_key and each.at[-1] != "met"
    }
    own = frozenset(possible(touchpoint, again=True)) | named | _ANYWHERE
    return own | promises if is_promising else own


def _promises(noun: object) -> bool:
    match noun:
        case Promising():
            return bool(noun.promises or noun.moves or noun.denies)
        case _:
            return False


def uncounted(journey: Journey) -> Iterator[Wrong]:
    """Lines of the report that no debrief can count anything for or against."""
    for index, line in enumerate(journey.report):
        if line.metric not in METRICS:
            yield Wrong(
                "W406",
                ("report", index, "metric"),
                f'"{line.metric}" is not among what is counted in a debrief',
                nearest(line.metric, METRICS),
                name=line.metric,
            )


def unused_in_journey(script: Script, seen: Walked) -> Iterator[Wrong]:
    """Departments that own nothing, and facts that nobody asks for."""
    journey, inside = script.journey, _inside(script)
    owners = {
        department
        for stage in script.stages.values()
        for cause in stage.scenario.causes.values()
        for department in (cause.department, cause.fix.department)
    }
    for index, department in enumerate(journey.departments):
        if department not in owners:
            yield Wrong(
                "W401",
                ("departments", index),
                f'"{department}" is declared as a department, and owns no cause and '
                "no fix",
                "use it, or take it out",
                name=department,
            )
    facts = {each.name for each in inside.of("fact")} | {
        name for walk in (inside, seen) for name in _named(walk)
    }
    measured = {each.measures.rpartition(".")[2] for each in journey.predictions}
    holds = journey.customer.holds
    yield from unused(holds, facts | measured, ("customer", "holds"), "a fact")


def _inside(script: Script) -> Walked:
    """All that is in the scenarios of a journey."""
    together = Walked()
    for stage in script.stages.values():
        seen = walk_of(stage.scenario)
        together.mentions.extend(seen.mentions)
        together.nouns.extend(seen.nouns)
    return together


def _named(seen: Walked) -> Iterator[str]:
    for text in seen.of("text"):
        if NAME.search(text.name):
            yield from names_in(text.name)
