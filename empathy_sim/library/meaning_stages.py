"""Whether the stages lead to the endings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import END
from empathy_sim.journey.units import Unreadable
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_graph import circles, reached, turned_round
from empathy_sim.library.meaning_needs import unmet
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_ways import gives_up_to
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path

MOST_STAGES = 60
_RESERVED = END.rstrip(".")


@dataclass(frozen=True, slots=True)
class _Setting:
    """Stages by name, and what they can play."""

    journey: Journey
    stages: Mapping[str, Stage]
    scenarios: Mapping[str, Scenario | None]


def wrong_stages(
    journey: Journey, scenarios: Mapping[str, Scenario | None]
) -> Iterator[Wrong]:
    """Stages that play or lead to what there is not, or whose needs are not met."""
    if len(journey.stages) > MOST_STAGES:
        says = f"a journey has {MOST_STAGES} stages at most"
        yield Wrong("E338", ("stages", MOST_STAGES), says, "split it into two")
        return
    stages = {stage.stage: stage for stage in journey.stages}
    for index, stage in enumerate(journey.stages):
        at: Path = ("stages", index)
        if stage.stage == _RESERVED:
            says = '"end" is where a journey ends, so no stage is called that'
            yield Wrong("E331", (*at, "stage"), says, "call it otherwise")
        yield from _onward(stage, stages, journey, at)
        yield from _played(stage, scenarios, at)
    yield from _ways(journey, stages)
    yield from _endless(journey, scenarios)
    yield from unmet(journey, scenarios)
    ends = {
        onward.removeprefix(END)
        for stage in journey.stages
        for onward in stage.leads.values()
    }
    yield from declared.unused(journey.endings, ends, ("endings",), "an ending")


def _onward(
    stage: Stage, stages: Collection[str], journey: Journey, at: Path
) -> Iterator[Wrong]:
    for exit_, onward in stage.leads.items():
        here: Path = (*at, "leads", exit_)
        ending = onward.removeprefix(END)
        if onward.startswith(END) and ending not in journey.endings:
            says = f'"{ending}" is not an ending of this journey'
            hint = nearest(ending, journey.endings, "its endings:")
            yield Wrong("E305", here, says, hint)
        elif not onward.startswith(END) and onward not in stages:
            ends = [f"{END}{name}" for name in journey.endings]
            says = f'"{onward}" is not a stage of this journey'
            yield Wrong("E304", here, says, nearest(onward, [*stages, *ends]))


def _played(
    stage: Stage, scenarios: Mapping[str, Scenario | None], at: Path
) -> Iterator[Wrong]:
    if stage.plays not in scenarios:
        says = f'there is no scenario "{stage.plays}"'
        hint = nearest(stage.plays, scenarios, "there are")
        yield Wrong("E318", (*at, "plays"), says, hint)
        return
    scenario = scenarios[stage.plays]
    if scenario is not None:
        yield from _exits(stage, scenario, at)
        yield from wrong_with(stage, scenario, at)


def _exits(stage: Stage, scenario: Scenario, at: Path) -> Iterator[Wrong]:
    exits = dict.fromkeys(scenario.exits)
    for exit_ in stage.leads:
        if exit_ not in exits:
            says = f'"{exit_}" is not an exit of {stage.plays}'
            hint = nearest(exit_, exits, "its exits:")
            yield Wrong("E306", (*at, "leads", exit_), says, hint, on_key=True)
    missing = [exit_ for exit_ in exits if exit_ not in stage.leads]
    if missing:
        says = f"nothing says where {' and '.join(missing)} of {stage.plays} leads"
        hint = f"add {missing[0]}: ... to leads"
        yield Wrong("E320", (*at, "leads"), says, hint, on_key=True)


def wrong_with(stage: Stage, scenario: Scenario, at: Path) -> Iterator[Wrong]:
    """Settings of a stage that its scenario does not have or cannot take."""
    for name, value in stage.with_.items():
        here: Path = (*at, "with", name)
        setting = scenario.settings.get(name)
        if setting is None:
            says = f'"{name}" is not a setting of {stage.plays}'
            hint = nearest(name, scenario.settings, "its settings:")
            yield Wrong("E301", here, says, hint, on_key=True)
            continue
        try:
            check_value(setting, value)
        except Unreadable as wrong:
            yield Wrong("E333", here, wrong.says, wrong.hint)


def _ways(journey: Journey, stages: Collection[str]) -> Iterator[Wrong]:
    edges = {stage.stage: tuple(stage.leads.values()) for stage in journey.stages}
    found = reached(edges, [journey.stages[0].stage])
    ends = [f"{END}{name}" for name in journey.endings]
    out = reached(turned_round(edges), ends)
    for index, stage in enumerate(journey.stages):
        at: Path = ("stages", index, "stage")
        if stage.stage not in found:
            says = f'nothing leads to the stage "{stage.stage}"'
            hint = "lead to it from a stage before it, or take it out"
            yield Wrong("E322", at, says, hint)
        elif stage.stage not in out and set(stage.leads.values()) <= {*stages, *ends}:
            says = f'from the stage "{stage.stage}" no way leads to an ending'
            yield Wrong("E324", at, says, "lead one of its exits to end. and an ending")


def _endless(
    journey: Journey, scenarios: Mapping[str, Scenario | None]
) -> Iterator[Wrong]:
    """Ways out that lead through stages and back, when all visits are used up."""
    begins: dict[str, str] = {}
    gives_up: dict[str, str] = {}
    for stage in journey.stages:
        if (scenario := scenarios.get(stage.plays)) is None:
            continue
        begins[stage.stage] = f"{stage.stage}/{scenario.starts}"
        for name, then in gives_up_to(scenario).items():
            onward = stage.leads.get(then)
            gives_up[f"{stage.stage}/{name}"] = (
                f"{stage.stage}/{then}" if onward is None else onward
            )
    instant = {place: begins.get(then, then) for place, then in gives_up.items()}
    order = {stage.stage: index for index, stage in enumerate(journey.stages)}
    for circle in circles(instant):
        if any(instant[place] != gives_up[place] for place in circle):
            index = min(order[place.partition("/")[0]] for place in circle)
            says = (
                "when all visits are used up, this leads in a circle: "
                + " to ".join(f'"{place}"' for place in (*circle, circle[0]))
            )
            hint = "let an exit of one of these stages lead elsewhere"
            yield Wrong("E326", ("stages", index, "leads"), says, hint, on_key=True)
