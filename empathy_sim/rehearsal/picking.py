"""One way out of many, by its time."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.journey import Outcome
from empathy_sim.rehearsal.prospects import Edge, Prospect, in_order
from empathy_sim.rehearsal.stepping import Step
from empathy_sim.rehearsal.visits import FAR

_BEST_FIRST: tuple[Outcome, ...] = (
    "solved",
    "partly",
    "still_waiting",
    "locked_out",
    "gave_up",
)
_Lengths = dict[tuple[int, int], int]
"""By prospect and time to help: the fewest steps that lead to it."""


def steps_to(root: Prospect, time: int) -> tuple[Step, ...]:
    """The steps of a way that reaches help after so many milliseconds.

    Of several the one with the fewest steps until then; after that, the best end.
    """
    lengths, steps = _lengths(root, time), list[Step]()
    prospect: Prospect | None = root
    while prospect is not None:
        if prospect.helped:
            edge = _to_the_best_end(prospect)
        else:
            edge = min(_to_help(prospect, time, lengths), key=lambda each: each[0])[1]
        steps.extend(edge.left)
        time -= edge.took
        prospect = edge.onward
    return tuple(steps)


def _lengths(root: Prospect, time: int) -> _Lengths:
    prospects = [each for each in in_order(root) if not each.helped]
    wanted: dict[int, set[int]] = {id(root): {time}}
    for prospect in prospects:
        for edge in prospect.edges:
            onward = edge.onward
            if edge.helped is None and onward is not None:
                left = (each - edge.took for each in wanted.get(id(prospect), ()))
                here = (each for each in left if each in onward.times)
                wanted.setdefault(id(onward), set()).update(here)
    lengths: _Lengths = {}
    for prospect in reversed(prospects):
        for each in wanted.get(id(prospect), ()):
            found = (length for length, _ in _to_help(prospect, each, lengths))
            lengths[id(prospect), each] = min(found, default=FAR)
    return lengths


def _to_help(
    prospect: Prospect, time: int, lengths: _Lengths
) -> Iterator[tuple[int, Edge]]:
    """The exits by which help is reached after a time, with how many steps it takes."""
    for edge in prospect.edges:
        if edge.helped is not None:
            if edge.helped == time and edge.leads_on:
                yield len(edge.left), edge
        elif edge.onward is not None:
            further = lengths.get((id(edge.onward), time - edge.took))
            if further is not None:
                yield len(edge.left) + further, edge


def _to_the_best_end(prospect: Prospect) -> Edge:
    return min((each for each in prospect.edges if each.leads_on), key=_rank)


def _rank(edge: Edge) -> int:
    known = edge.onward.outcomes if edge.onward else ()
    those = (edge.outcome, *known)
    ranks = (at for at, outcome in enumerate(_BEST_FIRST) if outcome in those)
    return min(ranks, default=len(_BEST_FIRST))
