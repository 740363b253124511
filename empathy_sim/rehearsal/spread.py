"""How numbers of many plays are spread."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

_EXACT = 100
"""Up to here every number is kept; above it, two figures of each."""


class Spread(Struct, frozen=True):
    """How often each number came; large ones are rounded to two figures."""

    counts: tuple[tuple[int, int], ...] = ()
    """Each number with how many plays had it, the smallest first."""

    @property
    def plays(self) -> int:
        """How many plays were counted."""
        return sum(count for _, count in self.counts)

    def at(self, share: float) -> int:
        """The number that so much of the plays does not go over; 0 without plays."""
        wanted, reached = share * self.plays, 0
        for number, count in self.counts:
            reached += count
            if reached >= wanted:
                return number
        return 0

    @property
    def median(self) -> int:
        """What half of the plays do not go over."""
        return self.at(0.5)

    @property
    def least(self) -> int:
        """The smallest."""
        return self.counts[0][0] if self.counts else 0

    @property
    def most(self) -> int:
        """The largest."""
        return self.counts[-1][0] if self.counts else 0


class Spreading:
    """Counts numbers; what it holds does not grow with how many are added."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def add(self, number: int) -> None:
        """Count a number that is not negative."""
        self._counts[_rounded(number)] += 1

    def spread(self) -> Spread:
        """All that was counted."""
        return Spread(tuple(sorted(self._counts.items())))


def _rounded(number: int) -> int:
    if number <= _EXACT:
        return number
    size = int(10 ** (len(str(number)) - 2))
    return (number + size // 2) // size * size
