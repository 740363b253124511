"""Which places of a graph lead where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

Edges = Mapping[str, Collection[str]]


def reached(edges: Edges, starts: Iterable[str]) -> frozenset[str]:
    """Every place one can come to from some places, these included."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting.extend(edges.get(place, ()))
    return frozenset(found)


def turned_round(edges: Edges) -> Edges:
    """The same graph with every edge the other way."""
    back: dict[str, list[str]] = {}
    for place, targets in edges.items():
        for target in targets:
            back.setdefault(target, []).append(place)
    return back


def on_circles(edges: Edges) -> frozenset[str]:
    """The places that lie on a circle, or on a way from one circle to another."""
    back = turned_round(edges)
    after, before = _not_first(edges), _not_first(back)
    return frozenset(after & before)


def _not_first(edges: Edges) -> set[str]:
    """What is left when places that nothing leads to are taken away, again and again."""
    leading = Counter(target for targets in edges.values() for target in targets)
    left = {*edges, *leading}
    free = [place for place in left if not leading[place]]
    while free:
        place = free.pop()
        left.discard(place)
        for target in edges.get(place, ()):
            leading[target] -= 1
            if not leading[target]:
                free.append(target)
    return left


def circles(onward: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Every circle in a graph in which each place leads to one other at most."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in onward:
        trail: dict[str, None] = {}
        place: str | None = start
        while place is not None and place not in done and place not in trail:
            trail[place] = None
            place = onward.get(place)
        if place in trail:
            walked = tuple(trail)
            found.append(walked[walked.index(place) :])
        done.update(trail)
    return tuple(found)
