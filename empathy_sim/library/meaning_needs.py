"""Whether a journey gives its scenarios what they need."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.scenario import Scenario
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_causes import uncaused
from empathy_sim.library.meaning_conditions import conditions_of
from empathy_sim.library.meaning_graph import on_circles, reached, turned_round
from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_scenario import made_by
from empathy_sim.library.meaning_walk import walked
from empathy_sim.library.meaning_ways import Ways
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path


@dataclass(frozen=True, slots=True)
class _Looked:
    """A scenario, looked through once."""

    scenario: Scenario
    made: Collection[str]
    """The promises it makes."""
    names: Collection[str]
    """The names its texts use."""
    left_by: Collection[tuple[str, object]]
    """The stages and exits that its conditions ask for."""
    again: Collection[str]
    """The touchpoints one can come back to."""

    @classmethod
    def at(cls, scenario: Scenario) -> _Looked:
        """Look through a scenario."""
        seen = walked(scenario)
        return cls(
            scenario,
            made_by(seen),
            {name for text in seen.of("text") for name in names_in(text.name)},
            {
                (condition.exit, condition.is_)
                for _, condition in conditions_of(seen)
                if condition.exit is not None
            },
            Ways.of(scenario, seen).again,
        )


@dataclass(frozen=True, slots=True)
class _Played:
    """A stage with what it plays."""

    at: Path
    stage: Stage
    looked: _Looked

    @property
    def name(self) -> str:
        return self.stage.plays

    @property
    def scenario(self) -> Scenario:
        return self.looked.scenario


def unmet(
    journey: Journey, scenarios: Mapping[str, Scenario | None]
) -> Iterator[Wrong]:
    """Everything that a stage's scenario refers to and this journey does not have."""
    known = {
        name: _Looked.at(scenario)
        for name in dict.fromkeys(stage.plays for stage in journey.stages)
        if (scenario := scenarios.get(name)) is not None
    }
    played = [
        _Played(("stages", index), stage, known[stage.plays])
        for index, stage in enumerate(journey.stages)
        if stage.plays in known
    ]
    for each in played:
        yield from _facts_and_resources(each, journey)
        yield from _left_by(each, journey)
        yield from _company(each, journey)
    yield from _undeclared(played, journey)
    if len(played) == len(journey.stages):
        yield from _unmade(played, journey)
    yield from _departments(known, journey)
    yield from _again(played, journey)


def _facts_and_resources(played: _Played, journey: Journey) -> Iterator[Wrong]:
    needs, customer = played.scenario.needs, journey.customer
    for there, needed, where in (
        (customer.holds, needs.facts, "customer: holds"),
        (customer.resources, needs.resources, "customer: resources"),
    ):
        for name in needed:
            if name not in there:
                says = f"{played.name} needs {name}, which this customer does not have"
                hint = f"add {name} to {where}"
                yield Wrong("E329", (*played.at, "plays"), says, hint)


def _left_by(played: _Played, journey: Journey) -> Iterator[Wrong]:
    """Conditions on how another stage was left."""
    stages = {stage.stage: stage for stage in journey.stages}
    for name, exit_ in sorted(played.looked.left_by, key=str):
        stage = stages.get(name)
        if stage is None:
            says = f'{played.name} asks for the stage "{name}"'
            hint = nearest(name, stages, "this journey has")
            yield Wrong("E304", (*played.at, "plays"), says, hint)
        elif exit_ not in stage.leads:
            asked = f'whether "{name}" was left by "{exit_}"'
            hint = nearest(str(exit_), stage.leads, "its exits:")
            says = f"{played.name} asks {asked}, which is not an exit of it"
            yield Wrong("E306", (*played.at, "plays"), says, hint)


def _company(played: _Played, journey: Journey) -> Iterator[Wrong]:
    """Names for what this company does not have."""
    given = {
        "company.phone": journey.company.phone,
        "company.site": journey.company.site,
        "company.hours": journey.hours,
    }
    for name in sorted(given.keys() & played.looked.names):
        if given[name] is None:
            says = f"{played.name} speaks of <{name}>, and this journey has none"
            field = name.partition(".")[2]
            hint = "add hours:" if field == "hours" else f"add {field}: to company"
            yield Wrong("E329", (*played.at, "plays"), says, hint)


def _undeclared(played: list[_Played], journey: Journey) -> Iterator[Wrong]:
    for each in played:
        here = [*each.scenario.needs.promises, *each.looked.made]
        for promise in dict.fromkeys(here):
            if promise not in journey.promises:
                says = f'{each.name} has the promise "{promise}", not declared here'
                hint = nearest(promise, journey.promises)
                if hint not in journey.promises:
                    hint = f"add {promise}: and what it says to promises"
                yield Wrong("E309", (*each.at, "plays"), says, hint)


def _unmade(played: list[_Played], journey: Journey) -> Iterator[Wrong]:
    """Promises that a scenario needs and no stage before it makes; those never made."""
    edges = {each.stage.stage: tuple(each.stage.leads.values()) for each in played}
    made = {each.stage.stage: set(each.looked.made) for each in played}
    back = turned_round(edges)
    for each in played:
        before = reached(back, back.get(each.stage.stage, ()))
        earlier = set().union(*(made.get(stage, set()) for stage in before))
        for promise in each.scenario.needs.promises:
            if promise not in earlier:
                says = f'no stage before this makes the promise "{promise}"'
                hint = f"let a stage that leads here make it, for {each.name} needs it"
                yield Wrong("E329", (*each.at, "plays"), says, hint)
    ever = set().union(*made.values())
    yield from declared.unused(journey.promises, ever, ("promises",), "a promise")


def _departments(known: Mapping[str, _Looked], journey: Journey) -> Iterator[Wrong]:
    there = frozenset(journey.departments)
    missing: dict[str, tuple[str, str]] = {}
    for scenario, looked in known.items():
        for name, cause in looked.scenario.causes.items():
            for department in (cause.department, cause.fix.department):
                if department not in there:
                    missing.setdefault(department, (scenario, name))
    for department, (scenario, name) in missing.items():
        says = (
            f'"{department}" is not among the departments, and {name} in {scenario} '
            "lies with it"
        )
        meant = near(department, journey.departments)
        instead = f", or write {meant} in {scenario}" if meant else ""
        hint = f"add {department}{instead}"
        yield Wrong("E308", ("departments",), says, hint, on_key=True)


def _again(played: list[_Played], journey: Journey) -> Iterator[Wrong]:
    """What happens only on a second visit, where a stage can be played twice."""
    edges = {stage.stage: tuple(stage.leads.values()) for stage in journey.stages}
    twice = on_circles(edges)
    found: dict[str, list[Wrong]] = {}
    for each in played:
        if each.stage.stage in twice:
            if each.name not in found:
                found[each.name] = [*_only_again(each.looked)]
            for wrong in found[each.name]:
                says = f"when {each.name} is played again, {wrong.says}"
                yield Wrong("E328", (*each.at, "plays"), says, wrong.hint)


def _only_again(looked: _Looked) -> Iterator[Wrong]:
    """What has no cause only where a scenario is played again."""
    alone = {wrong.at for wrong in uncaused(looked.scenario, looked.again)}
    for wrong in uncaused(looked.scenario, looked.scenario.touchpoints):
        if wrong.at not in alone:
            yield wrong
