"""Whether touchpoints lead to exits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_graph import (
    circles,
    first_parts,
    on_circles,
    parts,
    reached,
    turned_round,
)
from empathy_sim.library.meaning_never import closed
from empathy_sim.library.meaning_waits import WAITING
from empathy_sim.library.meaning_wrong import Wrong, near
from empathy_sim.library.places import Path

_COMPARED = 50
"""How many unknown targets are looked at closely."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where each touchpoint can lead, and what follows from that."""

    edges: Mapping[str, Collection[str]]
    """The targets of each touchpoint: touchpoints and exits; those meant, if misspelt."""
    open: Mapping[str, Collection[str]]
    """The same, without what cannot be chosen with the settings as declared."""
    found: Collection[str]
    """The touchpoints and exits one can come to."""
    entered: Collection[str]
    """Those one can come to with the settings as declared."""
    again: Collection[str]
    """The touchpoints one can come back to."""
    is_blank: bool
    """Whether something leads to what there is not, and nobody can tell what is meant."""

    @classmethod
    def of(cls, scenario: Scenario, seen: Walked, doubt: Doubt = CERTAIN) -> Ways:
        """The ways through a scenario."""
        there = dict.fromkeys([*scenario.touchpoints, *scenario.exits])
        unclear = doubt.names("touchpoints") or doubt.names("exits")
        edges: dict[str, list[str]] = {name: [] for name in scenario.touchpoints}
        open_: dict[str, list[str]] = {name: [] for name in scenario.touchpoints}
        shut = closed(scenario, seen) if doubt is CERTAIN else ()
        is_blank, unknown = False, 0
        for mention in seen.of("target"):
            to = mention.name
            if to not in there and to not in unclear:
                unknown += 1
                to = near(to, there) if unknown <= _COMPARED else ""
                is_blank = is_blank or not to
            if to:
                edges[str(mention.at[1])].append(to)
                if not any(mention.at[: len(at)] == at for at in shut):
                    open_[str(mention.at[1])].append(to)
        begins = scenario.starts
        if begins not in there:
            begins = near(begins, scenario.touchpoints)
        found = reached(edges, [begins])
        entered = reached(open_, [begins])
        again = on_circles(edges)
        return cls(edges, open_, found, entered, again, is_blank or not begins)


def wrong_ways(
    scenario: Scenario, ways: Ways, doubt: Doubt = CERTAIN
) -> Iterator[Wrong]:
    """Touchpoints that cannot be come to or got out of, exits that nothing leads to."""
    exits = frozenset(scenario.exits)
    for name in scenario.touchpoints.keys() & exits:
        says = f'"{name}" is a touchpoint and an exit, so a way to it could be either'
        hint = "call one of them otherwise"
        yield Wrong("E330", ("touchpoints", name), says, hint, on_key=True)
    unreached = [name for name in scenario.touchpoints if name not in ways.found]
    yield from _unreached(ways, unreached, doubt)
    yield from _trapped(scenario, ways, doubt)
    yield from _wrong_exits(scenario, ways, unreached)
    yield from _uncapped(scenario, ways, doubt)
    for circle in circles(gives_up_to(scenario)):
        yield _endless(circle)


def _unreached(ways: Ways, unreached: Collection[str], doubt: Doubt) -> Iterator[Wrong]:
    """The first of those that nothing leads to; what only they lead to will follow."""
    for part in first_parts(ways.edges, unreached):
        if not any(doubt.mentions(name) for name in part):
            at: Path = ("touchpoints", part[0])
            says = f'nothing leads to "{part[0]}"'
            hint = "lead to it from a touchpoint that can be reached, or take it out"
            yield Wrong("E321", at, says, hint, on_key=True)


def _trapped(scenario: Scenario, ways: Ways, doubt: Doubt) -> Iterator[Wrong]:
    """The last of those that no way leads out of; what leads to them will follow."""
    back = turned_round(ways.open)
    unclear = [
        name
        for name in ways.edges.keys() | back.keys()
        if name not in scenario.touchpoints or doubt.covers(("touchpoints", name))
    ]
    out = reached(back, [*scenario.exits, *unclear])
    trapped = [
        name
        for name in scenario.touchpoints
        if name in ways.entered and name not in out
    ]
    for part in first_parts(back, trapped):
        says = f'from "{part[0]}" no way leads to an exit'
        hint = "let something here lead to an exit, or write at_most: with a way out"
        yield Wrong("E323", ("touchpoints", part[0]), says, hint, on_key=True)


def _wrong_exits(
    scenario: Scenario, ways: Ways, unreached: Collection[str]
) -> Iterator[Wrong]:
    first: dict[str, int] = {}
    found = {*ways.found, *reached(ways.edges, unreached)}
    for index, exit_ in enumerate(scenario.exits):
        if first.setdefault(exit_, index) != index:
            says = f'the exit "{exit_}" is named twice'
            yield Wrong("E330", ("exits", index), says, "take one of them out")
        elif exit_ not in found:
            says = f'nothing leads to the exit "{exit_}"'
            hint = "lead to it from a touchpoint that can be reached, or take it out"
            yield Wrong("E325", ("exits", index), says, hint, name=exit_)


def _uncapped(scenario: Scenario, ways: Ways, doubt: Doubt) -> Iterator[Wrong]:
    """Waits that one can come back to again and again, and nothing ends it."""
    free = {
        name: touchpoint
        for name, touchpoint in scenario.touchpoints.items()
        if touchpoint.at_most is None and not doubt.covers(("touchpoints", name))
    }
    for part in parts(ways.edges, free):
        waits = [name for name in part if free[name].kind in WAITING]
        if waits and (len(part) > 1 or part[0] in ways.edges[part[0]]):
            name = waits[0]
            says = f'one can come back to "{name}" and wait again, without end'
            hint = "write at_most: {visits: 3, then: ...}, and where it leads then"
            yield Wrong("E341", ("touchpoints", name), says, hint, on_key=True)


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
