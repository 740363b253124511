"""Waits that stages lead back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.scenario import Scenario
from empathy_sim.library.meaning_graph import on_circles, parts
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.walks import walk_of

WAITING = frozenset({"counter", "hold"})
"""Kinds of touchpoint at which one waits until something comes."""


def endless_waits(
    journey: Journey, scenarios: Mapping[str, Known | None]
) -> Iterator[Wrong]:
    """Waits that one can come back to through other stages, and nothing ends it.

    Nothing is said where a scenario is not known for certain.
    """
    stages = {stage.stage: stage for stage in journey.stages}
    circling = on_circles(
        {name: [*each.leads.values()] for name, each in stages.items()}
    )
    played: dict[str, Scenario] = {}
    for name in circling & stages.keys():
        known = scenarios.get(stages[name].plays)
        if known is None or known.errors:
            return
        played[name] = known.scenario
    edges = {
        place: onward
        for name, scenario in played.items()
        for place, onward in _ways(stages[name], scenario, played)
    }
    for part in parts(edges, edges):
        waits = [place for place in part if _is_hold(place, played)]
        through = {place.partition("/")[0] for place in part}
        if waits and len(through) > 1:
            stage = waits[0].partition("/")[0]
            says = f'one can come back to "{waits[0]}" and wait again, without end'
            yield Wrong(
                "E341",
                ("stages", [*stages].index(stage), "stage"),
                says,
                f"write at_most: {{visits: 3, then: ...}} at it, in {played[stage].scenario}",
            )


def _ways(
    stage: Stage, scenario: Scenario, played: Mapping[str, Scenario]
) -> Iterator[tuple[str, list[str]]]:
    """Each touchpoint without a last visit, and what it leads to."""
    for name, touchpoint in scenario.touchpoints.items():
        if touchpoint.at_most is None:
            onward = [
                _place(target.name, stage, scenario, played)
                for target in walk_of(touchpoint).of("target")
            ]
            yield f"{stage.stage}/{name}", onward


def _place(
    target: str, stage: Stage, scenario: Scenario, played: Mapping[str, Scenario]
) -> str:
    if target in scenario.touchpoints:
        return f"{stage.stage}/{target}"
    after = stage.leads.get(target, "")
    return f"{after}/{played[after].starts}" if after in played else ""


def _is_hold(place: str, played: Mapping[str, Scenario]) -> bool:
    stage, _, name = place.partition("/")
    return played[stage].touchpoints[name].kind in WAITING
