"""Somebody with every release, and linear algebra."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations

Unknown = tuple[str, str]
"""A seat, and a category that it may be in, or the one sum that it has a part in."""
Row = dict[Unknown, Fraction]


class Attacker:
    """Knows equations of one statistic, and takes them apart exactly.

    Of everybody each category is an unknown, nought or one; that they add up to one
    is known. What was ticked is known, and so is who is in what was told.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.known = set(known)
        self.equations: list[Row] = []
        self.unanimous: list[Unknown] = []

    def hears_count(self, seats: Iterable[str], category: str, count: int) -> None:
        """So many of these are in that category, those who ticked taken away."""
        those = [(seat, category) for seat in seats if seat not in self.known]
        self.hears_sum(those)
        if count in {0, len(those)}:
            self.unanimous.extend(those)

    def hears_sum(self, those: Iterable[Unknown]) -> None:
        """The sum of some unknowns, whatever it is."""
        row = {each: Fraction(1) for each in those if each[0] not in self.known}
        if row:
            self.equations.append(row)

    def parted(self, categories: Iterable[str], seats: Iterable[str]) -> None:
        """Everybody is in just one of the categories."""
        those = tuple(categories)
        for seat in seats:
            self.hears_sum((seat, each) for each in those)

    def determined(
        self, seats: Iterable[str], categories: Iterable[str], under: int
    ) -> list[tuple[Unknown, ...]]:
        """Groups of fewer people whose number in a category can be worked out."""
        basis = _reduced(self.equations)
        found: list[tuple[Unknown, ...]] = []
        everybody = sorted(set(seats) - self.known)
        for category in categories:
            rests = {
                seat: _rest({(seat, category): Fraction(1)}, basis)
                for seat in everybody
            }
            found += (
                tuple((seat, category) for seat in group)
                for size in range(1, under)
                for group in combinations(everybody, size)
                if not _sum(rests[seat] for seat in group)
            )
        return found


def _sum(rows: Iterable[Row]) -> Row:
    total: Row = {}
    for row in rows:
        for name, value in row.items():
            total[name] = total.get(name, Fraction(0)) + value
    return {name: value for name, value in total.items() if value}


def _reduced(rows: Iterable[Row]) -> dict[Unknown, Row]:
    """The same equations, each with an unknown that no other has."""
    basis: dict[Unknown, Row] = {}
    for row in rows:
        rest = _rest(row, basis)
        if not rest:
            continue
        lead = min(rest)
        scaled = {name: value / rest[lead] for name, value in rest.items()}
        for other, held in basis.items():
            if lead in held:
                basis[other] = _less(held, scaled, held[lead])
        basis[lead] = scaled
    return basis


def _rest(row: Mapping[Unknown, Fraction], basis: Mapping[Unknown, Row]) -> Row:
    """What is left of a row once everything known is taken away."""
    rest = dict(row)
    for lead, held in basis.items():
        if lead in rest:
            rest = _less(rest, held, rest[lead])
    return rest


def _less(row: Row, other: Row, times: Fraction) -> Row:
    found = dict(row)
    for name, value in other.items():
        found[name] = found.get(name, Fraction(0)) - times * value
    return {name: value for name, value in found.items() if value}
