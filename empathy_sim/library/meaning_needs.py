"""Whether a journey gives its scenarios what they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.walking import Walked
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_causes import is_nobody, uncaused
from empathy_sim.library.meaning_conditions import conditions_of
from empathy_sim.library.meaning_doubt import Doubt
from empathy_sim.library.meaning_graph import on_circles, reached, turned_round
from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_scenario import made_by
from empathy_sim.library.meaning_ways import Ways
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.walks import walk_of


@dataclass(frozen=True, slots=True)
class _Looked:
    """A scenario, looked through once."""

    scenario: Scenario
    made: Collection[str]
    """The promises it makes."""
    promised: Mapping[str, Path]
    """Where each promise is needed or made first."""
    named: Sequence[str]
    """The promises it makes, needs or speaks of, each as often as it does."""
    names: Collection[str]
    """The names its texts use."""
    left_by: Collection[tuple[str, object]]
    """The stages and exits that its conditions ask for."""
    again: Collection[str]
    """The touchpoints one can come back to."""

    @classmethod
    def at(cls, scenario: Scenario) -> _Looked:
        """Look through a scenario."""
        seen = walk_of(scenario)
        return cls(
            scenario,
            made_by(seen),
            _promised(scenario, seen),
            _named_promises(seen),
            {name for text in seen.of("text") for name in names_in(text.name)},
            {
                (condition.exit, condition.is_)
                for _, condition in conditions_of(seen)
                if condition.exit is not None
            },
            Ways.of(scenario, seen).again,
        )


def _named_promises(seen: Walked) -> Sequence[str]:
    mentioned = [each.name for each in seen.of("promise")]
    texts = [name for each in seen.of("text") for name in names_in(each.name)]
    spoken = [name.split(".")[1] for name in texts if name.startswith("promise.")]
    return [*mentioned, *spoken]


def _promised(scenario: Scenario, seen: Walked) -> Mapping[str, Path]:
    found: dict[str, Path] = {
        name: ("needs", "promises", name) for name in scenario.needs.promises
    }
    for mention in seen.of("promise"):
        if mention.on_key and mention.at[-2] == "promises":
            found.setdefault(mention.name, mention.at)
    return found


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
    journey: Journey,
    scenarios: Mapping[str, Known | None],
    doubt: Doubt,
    *,
    is_sure: bool,
) -> Iterator[Wrong]:
    """Everything that a stage's scenario refers to and this journey does not have.

    Args:
        journey: whose stages.
        scenarios: those it could play.
        doubt: what of the journey is not understood.
        is_sure: whether the ways from stage to stage are those that are meant.
    """
    names = dict.fromkeys(stage.plays for stage in journey.stages)
    there = {name: found for name in names if (found := scenarios.get(name))}
    if not doubt.names("departments"):
        yield from _departments(there, journey)
    known = {
        name: _Looked.at(each.scenario)
        for name, each in there.items()
        if not each.errors
    }
    played = [
        _Played(("stages", index), stage, known[stage.plays])
        for index, stage in enumerate(journey.stages)
        if stage.plays in known
    ]
    needed = {
        *(name for each in played for name in each.scenario.needs.facts),
        *(name for each in played for name in each.scenario.needs.resources),
    }
    for each in played:
        yield from _facts_and_resources(each, journey, doubt, needed)
        yield from _left_by(each, journey)
        yield from _company(each, journey, doubt)
    yield from _made_otherwise(there, journey)
    undeclared = [
        *_undeclared(known, [*journey.promises, *doubt.names("promises")], journey)
    ]
    yield from undeclared
    is_sure = is_sure and not doubt.names("stages")
    if is_sure and not undeclared and len(played) == len(journey.stages):
        yield from _unmade(played, journey)
    if is_sure:
        yield from _again(played, journey)


def _facts_and_resources(
    played: _Played, journey: Journey, doubt: Doubt, needed: Collection[str]
) -> Iterator[Wrong]:
    """What a scenario needs and this customer does not have.

    What the customer has, and no scenario needs, may be what is misspelt.
    """
    needs, customer = played.scenario.needs, journey.customer
    for there, names, field in (
        (customer.holds, needs.facts, "holds"),
        (customer.resources, needs.resources, "resources"),
    ):
        unclear = doubt.names("customer", field)
        spare = [name for name in there if name not in needed]
        for name in names:
            if name in there or name in unclear:
                continue
            if meant := near(name, spare):
                says = f'"{meant}" is what {played.name} needs as "{name}"'
                here: Path = ("customer", field, meant)
                yield Wrong("E329", here, says, name, on_key=True, name=name)
                continue
            says = f"{played.name} needs {name}, which this customer does not have"
            hint = f"add {name} to customer: {field}"
            yield Wrong("E329", (*played.at, "plays"), says, hint, name=name)


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


def _company(played: _Played, journey: Journey, doubt: Doubt) -> Iterator[Wrong]:
    """Names for what this company does not have."""
    given = {
        "company.phone": journey.company.phone,
        "company.site": journey.company.site,
        "company.hours": journey.hours,
    }
    for name in sorted(given.keys() & played.looked.names):
        field = name.partition(".")[2]
        if given[name] is None and not doubt.mentions(field):
            says = f"{played.name} speaks of <{name}>, and this journey has none"
            hint = "add hours:" if field == "hours" else f"add {field}: to company"
            yield Wrong("E329", (*played.at, "plays"), says, hint, name=name)


def _undeclared(
    known: Mapping[str, _Looked], promises: Collection[str], journey: Journey
) -> Iterator[Wrong]:
    """Promises that the journey does not have, where a scenario needs or makes them.

    One that is declared and that no scenario has may be what is misspelt, where it is
    called otherwise more than once.
    """
    had = Counter(promise for looked in known.values() for promise in looked.named)
    unused = [promise for promise in journey.promises if promise not in had]
    told: set[str] = set()
    for name, looked in known.items():
        for promise, at in looked.promised.items():
            if promise in promises or promise in told:
                continue
            told.add(promise)
            says = f'"{promise}" is a promise that {journey.journey} does not have'
            hint = nearest(promise, journey.promises)
            if (meant := near(promise, unused)) and had[promise] > 1:
                says = f'"{meant}" is what {name} and others call "{promise}"'
                here: Path = ("promises", meant)
                yield Wrong("E309", here, says, promise, on_key=True)
                continue
            if hint not in journey.promises:
                hint = f"add {promise}: and what it says to its promises"
            yield Wrong("E309", at, says, hint, on_key=True, of=name)


_UNKNOWN_PROMISE = frozenset({"E309", "E317"})


def _made_otherwise(there: Mapping[str, Known], journey: Journey) -> Iterator[Wrong]:
    """Promises that a scenario speaks of as the journey does, and makes otherwise.

    The scenario alone cannot tell which of its two words is misspelt.
    """
    for name, known in there.items():
        if not known.errors or not _UNKNOWN_PROMISE.issuperset(known.errors):
            continue
        looked = _Looked.at(known.scenario)
        for promise, at in looked.promised.items():
            meant = near(promise, journey.promises)
            is_meant = promise not in journey.promises and meant in looked.named
            if is_meant and meant not in looked.promised:
                says = f'"{meant}" is what {journey.journey} calls this promise'
                yield Wrong("E309", at, says, meant, on_key=True, name=meant, of=name)


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
                yield Wrong("E329", (*each.at, "plays"), says, hint, name=promise)
    ever = set().union(*made.values())
    yield from declared.unused(journey.promises, ever, ("promises",), "a promise")


def _departments(there: Mapping[str, Known], journey: Journey) -> Iterator[Wrong]:
    """Departments that the journey does not have, where a cause lies with them.

    One that is declared, and with which no cause lies, may be what is misspelt.
    """
    named = [each for name, known in there.items() for each in _named(name, known)]
    had = {department for _, _, department in named}
    unused = [each for each in journey.departments if each not in had]
    told: set[str] = set()
    for scenario, at, department in named:
        if department in journey.departments or department in told:
            continue
        told.add(department)
        says = f'"{department}" is not among the departments of {journey.journey}'
        hint = nearest(department, journey.departments)
        meant = near(department, unused)
        if meant and sum(each == department for _, _, each in named) > 1:
            here: Path = ("departments", journey.departments.index(meant))
            says = f'"{meant}" is what {scenario} and others call "{department}"'
            yield Wrong("E308", here, says, department)
            continue
        if hint not in journey.departments:
            hint = f"{hint}; or add {department} to departments in the journey"
        yield Wrong("E308", at, says, hint, of=scenario)


def _named(scenario: str, known: Known) -> Iterator[tuple[str, Path, str]]:
    """The departments of a scenario's causes, each with its scenario and its path."""
    for name, cause in known.scenario.causes.items():
        at: Path = ("causes", name)
        if not known.doubt.covers(at):
            paths = {(*at, "department"): cause.department}
            paths[(*at, "fix", "department")] = cause.fix.department
            for path, department in paths.items():
                if not is_nobody(department):
                    yield scenario, path, department


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
