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


def parts(edges: Edges, among: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Some places, those together that lead to each other, each part in its order."""
    inside = dict.fromkeys(among)
    within = {
        place: [to for to in edges.get(place, ()) if to in inside] for place in inside
    }
    back = turned_round(within)
    order, done = _last_first(within), set[str]()
    found: list[tuple[str, ...]] = []
    for place in order:
        if place not in done:
            part = _spread(back, place, done)
            found.append(tuple(each for each in inside if each in part))
    return tuple(found)


def first_parts(edges: Edges, among: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Those parts of some places that no other of these places leads to."""
    of = {place: part for part in parts(edges, among) for place in part}
    led = {
        of[to]
        for place in of
        for to in edges.get(place, ())
        if of.get(to, ()) != of[place] and to in of
    }
    return tuple(
        part for part in dict.fromkeys(of[place] for place in among) if part not in led
    )


def _last_first(edges: Edges) -> list[str]:
    """Places so that one comes before those that it leads to, circles apart."""
    done: set[str] = set()
    ended: list[str] = []
    for start in edges:
        waiting = [(start, False)]
        while waiting:
            place, is_left = waiting.pop()
            if is_left:
                ended.append(place)
            elif place not in done:
                done.add(place)
                waiting.append((place, True))
                waiting += [(to, False) for to in edges.get(place, ())]
    return ended[::-1]


def _spread(edges: Edges, start: str, done: set[str]) -> set[str]:
    """What is reached from a place and was not done before."""
    part: set[str] = set()
    waiting = [start]
    while waiting:
        place = waiting.pop()
        if place not in done:
            done.add(place)
            part.add(place)
            waiting.extend(edges.get(place, ()))
    return part


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
