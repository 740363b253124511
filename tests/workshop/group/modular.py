"""Equations whose coefficients are whole numbers modulo a prime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random

Unknown = tuple[str, str]
"""A seat, and a category that it may be in."""
Row = dict[Unknown, int]
PRIME = 2**61 - 1


class Basis:
    """What follows from equations, whatever their right sides are."""

    def __init__(self) -> None:
        self._rows: dict[Unknown, Row] = {}
        self._weights: dict[Unknown, int] = {}
        self._random = Random(0)

    def hears(self, row: Mapping[Unknown, int]) -> None:
        """One more equation: the sum of these is known."""
        rest = self.rest(row)
        if not rest:
            return
        lead = min(rest)
        one = pow(rest[lead], -1, PRIME)
        new = {name: value * one % PRIME for name, value in rest.items()}
        for other, held in self._rows.items():
            if lead in held:
                self._rows[other] = _less(held, new, held[lead])
        self._rows[lead] = new

    def rest(self, row: Mapping[Unknown, int]) -> Row:
        """What is left of a sum once everything that is known is taken away."""
        rest = dict(row)
        for lead in [name for name in rest if name in self._rows]:
            rest = _less(rest, self._rows[lead], rest[lead])
        return rest

    def vanishing(
        self, rests: Mapping[str, Row], under: int
    ) -> Iterator[tuple[str, ...]]:
        """Groups of fewer whose rests add up to nothing: their sum is known.

        Each rest is first made one number by random weights, and two halves of a group
        are looked for that make up for each other; what vanishes there is reckoned out
        whole.
        """
        marks = {seat: self._mark(rest) for seat, rest in rests.items()}
        halves: dict[int, list[frozenset[str]]] = {}
        for size in range(under // 2 + 1):
            for some in combinations(sorted(rests), size):
                mark = sum(marks[seat] for seat in some) % PRIME
                halves.setdefault(mark, []).append(frozenset(some))
        found = {
            one | other
            for mark, those in halves.items()
            for other in halves.get(-mark % PRIME, ())
            for one in those
            if not one & other and 0 < len(one | other) < under
        }
        for group in sorted(sorted(each) for each in found):
            total: Row = {}
            for seat in group:
                total = _less(total, rests[seat], -1)
            if not total:
                yield tuple(group)

    def _mark(self, rest: Row) -> int:
        for name in rest:
            if name not in self._weights:
                self._weights[name] = self._random.randrange(PRIME)
        return sum(value * self._weights[name] for name, value in rest.items()) % PRIME


def _less(row: Row, other: Row, times: int) -> Row:
    found = dict(row)
    for name, value in other.items():
        found[name] = (found.get(name, 0) - times * value) % PRIME
    return {name: value for name, value in found.items() if value}
