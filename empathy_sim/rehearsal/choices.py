"""Where it mattered which option was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.engine.state import State
from empathy_sim.engine.wording import worded
from empathy_sim.rehearsal.prospects import Edge, Prospect, in_order
from empathy_sim.rehearsal.visits import FAR
from empathy_sim.rehearsal.ways import Choice, WayOption


@dataclass
class _Exit:
    """An exit, wherever ways leave by it before there is help."""

    says: str
    best: int = FAR
    """The soonest help, from the start."""


_Exits = Mapping[str, dict[str, _Exit]]
"""By `stage/touchpoint`, and by exit."""


def choices_of(root: Prospect, start: State) -> tuple[Choice, ...]:
    """The touchpoints at which the best still reachable differs by the exit taken."""
    found = (
        _choice(place, exits, start)
        for place, exits in _exits(root).items()
        if len({each.best for each in exits.values()}) > 1
    )
    return tuple(sorted(found, key=lambda each: (-each.differs_ms, -each.can_lose)))


def _exits(root: Prospect) -> _Exits:
    exits: dict[str, dict[str, _Exit]] = {}
    soonest = {id(root): 0}
    for prospect in in_order(root):
        if prospect.helped:
            continue
        at = soonest[id(prospect)]
        for edge in prospect.edges:
            onward = edge.onward
            if onward is not None:
                known = soonest.get(id(onward), FAR)
                soonest[id(onward)] = min(known, at + edge.took)
            if edge.leads_on:
                place, exit_ = edge.left[0]
                found = exits.setdefault(place, {}).setdefault(exit_, _Exit(edge.says))
                helps = (at + each for each in _helps(edge))
                found.best = min(found.best, *helps, FAR)
    return exits


def _helps(edge: Edge) -> Iterator[int]:
    """The soonest help by an exit, from the place that it leaves."""
    if edge.helped is not None:
        yield edge.helped
    elif edge.onward is not None and edge.onward.times:
        yield edge.took + min(edge.onward.times)


def _choice(place: str, exits: Mapping[str, _Exit], start: State) -> Choice:
    stage, _, touchpoint = place.partition("/")
    title = worded(start.script.stages[stage].title, start)
    by_prospect = sorted(exits.items(), key=lambda each: (each[1].best, each[0]))
    return Choice(
        stage,
        title,
        touchpoint,
        tuple(
            WayOption(name, found.says, found.best if found.best < FAR else None)
            for name, found in by_prospect
        ),
    )
