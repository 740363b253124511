"""Whether the stages lead to the endings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import END
from empathy_sim.journey.units import Unreadable
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_graph import (
    circles,
    first_parts,
    reached,
    turned_round,
)
from empathy_sim.library.meaning_needs import unmet
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_waits import endless_waits
from empathy_sim.library.meaning_ways import gives_up_to
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path

MOST_STAGES = 60
_RESERVED = END.rstrip(".")


def wrong_stages(
    journey: Journey, scenarios: Mapping[str, Known | None], doubt: Doubt = CERTAIN
) -> Iterator[Wrong]:
    """Stages that play or lead to what there is not, or whose needs are not met."""
    found = [*_each_stage(journey, scenarios, doubt)]
    yield from found
    ways = _Ways.of(journey, doubt)
    is_blank = ways.is_blank or any(wrong.code == "E320" for wrong in found)
    lost = [] if is_blank else [*_wrong_ways(journey, ways, doubt)]
    yield from lost
    is_sure = not (is_blank or lost or any(each.code == "E304" for each in found))
    yield from _endless(journey, scenarios)
    if is_sure and doubt is CERTAIN:
        yield from endless_waits(journey, scenarios)
    yield from unmet(journey, scenarios, doubt, is_sure=is_sure)
    if not is_blank:
        yield from declared.unused(
            journey.endings, ways.ends, ("endings",), "an ending"
        )


def _each_stage(
    journey: Journey, scenarios: Mapping[str, Known | None], doubt: Doubt
) -> Iterator[Wrong]:
    if len(journey.stages) > MOST_STAGES:
        says = f"a journey has {MOST_STAGES} stages at most"
        yield Wrong("E338", ("stages", MOST_STAGES), says, "split it into two")
        return
    stages = dict.fromkeys(stage.stage for stage in journey.stages)
    known = [*stages, *doubt.names("stages")]
    endings = [*journey.endings, *doubt.names("endings")]
    for index, stage in enumerate(journey.stages):
        at: Path = ("stages", index)
        if stage.stage == _RESERVED:
            says = '"end" is where a journey ends, so no stage is called that'
            yield Wrong("E331", (*at, "stage"), says, "call it otherwise")
        yield from _onward(stage, known, endings, at)
        yield from _played(stage, scenarios, at)


def _onward(
    stage: Stage, stages: Collection[str], endings: Collection[str], at: Path
) -> Iterator[Wrong]:
    ends = [f"{END}{name}" for name in endings]
    for exit_, onward in stage.leads.items():
        here: Path = (*at, "leads", exit_)
        ending = onward.removeprefix(END)
        if onward.startswith(END) and ending not in endings:
            says = f'"{ending}" is not an ending of this journey'
            meant = near(ending, endings)
            hint = f"{END}{meant}" if meant else nearest("", ends, "its endings:")
            yield Wrong("E305", here, says, hint, name=ending)
        elif not onward.startswith(END) and onward not in stages:
            says = f'"{onward}" is not a stage of this journey'
            hint = nearest(onward, [*stages, *ends])
            yield Wrong("E304", here, says, hint, name=onward)


def _played(
    stage: Stage, scenarios: Mapping[str, Known | None], at: Path
) -> Iterator[Wrong]:
    if stage.plays not in scenarios:
        says = f'there is no scenario "{stage.plays}"'
        hint = nearest(stage.plays, scenarios, "there are")
        yield Wrong("E318", (*at, "plays"), says, hint, name=stage.plays)
        return
    known = scenarios[stage.plays]
    if known is not None:
        if known.has_sure_exits:
            yield from _exits(stage, known.scenario, at)
        yield from _wrong_with(stage, known, at)


def _exits(stage: Stage, scenario: Scenario, at: Path) -> Iterator[Wrong]:
    exits = dict.fromkeys(scenario.exits)
    for exit_ in stage.leads:
        if exit_ not in exits:
            says = f'"{exit_}" is not an exit of {stage.plays}'
            hint = nearest(exit_, exits, "its exits:")
            here = (*at, "leads", exit_)
            yield Wrong("E306", here, says, hint, on_key=True, name=exit_)
    meant = {near(exit_, exits) for exit_ in stage.leads if exit_ not in exits}
    missing = [each for each in exits if each not in stage.leads and each not in meant]
    if missing:
        says = f"nothing says where {' and '.join(missing)} of {stage.plays} leads"
        hint = f"add {missing[0]}: ... to leads"
        yield Wrong("E320", (*at, "leads"), says, hint, on_key=True)


def _wrong_with(stage: Stage, known: Known, at: Path) -> Iterator[Wrong]:
    """Settings of a stage that its scenario does not have or cannot take."""
    for name, value in stage.with_.items():
        here: Path = (*at, "with", name)
        settings = known.scenario.settings
        setting = settings.get(name)
        if setting is None:
            says = f'"{name}" is not a setting of {stage.plays}'
            hint = nearest(name, settings, "its settings:")
            if known.has_sure_settings:
                yield Wrong("E301", here, says, hint, on_key=True, name=name)
            continue
        try:
            check_value(setting, value)
        except Unreadable as wrong:
            yield Wrong("E333", here, wrong.says, wrong.hint)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where each stage can lead: to stages, and to endings by `end.` and a name."""

    edges: Mapping[str, Collection[str]]
    ends: Collection[str]
    """The names of the endings that something leads to."""
    is_blank: bool
    """Whether something leads to what there is not, and nobody can tell what is meant."""

    @classmethod
    def of(cls, journey: Journey, doubt: Doubt) -> _Ways:
        """The ways through a journey; what is misspelt leads to what is meant."""
        stages = [stage.stage for stage in journey.stages]
        there = dict.fromkeys([*stages, *(f"{END}{name}" for name in journey.endings)])
        unclear = {*doubt.names("stages"), *doubt.names("endings")}
        edges: dict[str, list[str]] = {name: [] for name in stages}
        is_blank = doubt.is_blank or len({*stages}) < len(stages)
        for stage in journey.stages:
            for to in stage.leads.values():
                is_known = to in there or to.removeprefix(END) in unclear
                meant = to if is_known else near(to, there)
                is_blank = is_blank or not meant
                edges[stage.stage].append(meant)
        ends = {to.removeprefix(END) for led in edges.values() for to in led}
        return cls(edges, ends, is_blank)


def _wrong_ways(journey: Journey, ways: _Ways, doubt: Doubt) -> Iterator[Wrong]:
    index = {stage.stage: at for at, stage in enumerate(journey.stages)}
    found = reached(ways.edges, [journey.stages[0].stage])
    back = turned_round(ways.edges)
    unclear = [
        name
        for name in back.keys() | index.keys()
        if name.startswith(END)
        or name not in index
        or doubt.covers(("stages", index[name]))
    ]
    out = reached(back, unclear)
    for part in first_parts(ways.edges, [name for name in index if name not in found]):
        at: Path = ("stages", index[part[0]], "stage")
        if not any(doubt.mentions(name) for name in part):
            says = f'nothing leads to the stage "{part[0]}"'
            hint = "lead to it from a stage before it, or take it out"
            yield Wrong("E322", at, says, hint)
    trapped = [name for name in index if name in found and name not in out]
    for part in first_parts(back, trapped):
        at = ("stages", index[part[0]], "stage")
        says = f'from the stage "{part[0]}" no way leads to an ending'
        yield Wrong("E324", at, says, "lead one of its exits to end. and an ending")


def _endless(
    journey: Journey, scenarios: Mapping[str, Known | None]
) -> Iterator[Wrong]:
    """Ways out that lead through stages and back, when all visits are used up."""
    begins: dict[str, str] = {}
    gives_up: dict[str, str] = {}
    for stage in journey.stages:
        known = scenarios.get(stage.plays)
        if known is None or known.errors:
            continue
        scenario = known.scenario
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
