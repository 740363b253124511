"""Whether touchpoints lead to exits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.journey.scenario import Scenario
from empathy_sim.library.meaning_graph import (
    circles,
    on_circles,
    reached,
    turned_round,
)
from empathy_sim.library.meaning_walk import Walked
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path


@dataclass(frozen=True, slots=True)
class Ways:
    """Where each touchpoint can lead, and what follows from that."""

    edges: Mapping[str, Collection[str]]
    """The targets of each touchpoint: touchpoints and exits."""
    found: Collection[str]
    """The touchpoints and exits one can come to."""
    again: Collection[str]
    """The touchpoints one can come back to."""

    @classmethod
    def of(cls, scenario: Scenario, seen: Walked) -> Ways:
        """The ways through a scenario."""
        edges: dict[str, list[str]] = {name: [] for name in scenario.touchpoints}
        for mention in seen.of("target"):
            edges[str(mention.at[1])].append(mention.name)
        return cls(edges, reached(edges, [scenario.starts]), on_circles(edges))


def wrong_ways(scenario: Scenario, ways: Ways) -> Iterator[Wrong]:
    """Touchpoints that cannot be come to or got out of, exits that nothing leads to."""
    if scenario.starts not in scenario.touchpoints:
        return
    exits = frozenset(scenario.exits)
    out = reached(turned_round(ways.edges), exits)
    for name in scenario.touchpoints:
        at: Path = ("touchpoints", name)
        if name in exits:
            says = (
                f'"{name}" is a touchpoint and an exit, so a way to it could be either'
            )
            yield Wrong("E330", at, says, "call one of them otherwise", on_key=True)
        if name not in ways.found:
            says = f'nothing leads to "{name}"'
            hint = "lead to it from a touchpoint that can be reached, or take it out"
            yield Wrong("E321", at, says, hint, on_key=True)
        elif name not in out:
            says = f'from "{name}" no way leads to an exit'
            hint = (
                "let something here lead to an exit, or write at_most: with a way out"
            )
            yield Wrong("E323", at, says, hint, on_key=True)
    yield from _wrong_exits(scenario, ways)
    for circle in circles(gives_up_to(scenario)):
        yield _endless(circle)


def _wrong_exits(scenario: Scenario, ways: Ways) -> Iterator[Wrong]:
    first: dict[str, int] = {}
    for index, exit_ in enumerate(scenario.exits):
        if first.setdefault(exit_, index) != index:
            says = f'the exit "{exit_}" is named twice'
            yield Wrong("E330", ("exits", index), says, "take one of them out")
        elif exit_ not in ways.found:
            says = f'nothing leads to the exit "{exit_}"'
            hint = "lead to it from a touchpoint that can be reached, or take it out"
            yield Wrong("E325", ("exits", index), says, hint)


def gives_up_to(scenario: Scenario) -> Mapping[str, str]:
    """Where each touchpoint with an `at_most` leads when it has had its visits."""
    return {
        name: touchpoint.at_most.then
        for name, touchpoint in scenario.touchpoints.items()
        if touchpoint.at_most
    }


def _endless(circle: tuple[str, ...]) -> Wrong:
    round_it = " to ".join(f'"{name}"' for name in (*circle, circle[0]))
    return Wrong(
        "E326",
        ("touchpoints", circle[0], "at_most", "then"),
        f"when all visits are used up, this leads in a circle: {round_it}",
        "let the last at_most lead to an exit",
    )
