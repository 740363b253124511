"""What has been told, and of whom."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

LEAST, LEAST_OF_WORDS = 5, 10
"""People of whom something is told together, where none of them ticked it."""
Tick = Literal["curve", "word"]
"""What somebody ticks that tells more of them than itself."""


class Batch(Struct, frozen=True, kw_only=True):
    """People of whom something was told together, and what was told.

    It stays as it was told, whoever leaves or changes something afterwards.
    """

    statistic: str
    seats: tuple[str, ...]
    """Those who had not ticked it; no two batches of a statistic share any."""
    cells: dict[str, int]
    elsewhere: int = 0
    most: str = ""
    banded: bool = True
    """Whether, where nothing else is told, it is told what is so of more than half."""
    spare: int = 0
    """How many of them may show their own part later, whatever it is, so that of the
    others not more is told than may be."""
    opened_by: Tick | None = None
    """What each of them can tick that tells their own part of it."""


class Ledger(Struct, frozen=True, kw_only=True):
    """Everything that was told of a room; the thresholds stand from its beginning."""

    least: int = LEAST
    least_of_words: int = LEAST_OF_WORDS
    admitted: tuple[str, ...] = ()
    """Seats that anything is told of; others wait until enough come together."""
    batches: tuple[Batch, ...] = ()
    opened: dict[Tick, tuple[str, ...]] = field(default_factory=dict)
    """Seats whose ticks were shown, also where they were taken back."""

    def __post_init__(self) -> None:
        if self.least < LEAST or self.least_of_words < LEAST_OF_WORDS:
            raise ValueError("a threshold is lower than it may ever be")

    def admitting(self, seats: Collection[str]) -> Ledger:
        """The ledger with whoever came since, where they are enough.

        So everything is told of the same people, and nobody can be had by comparing
        what was told sooner with what was told later.
        """
        fresh = set(seats) - set(self.admitted)
        if self.batches and len(fresh) < self.least:
            return self
        return replace(self, admitted=tuple(sorted({*self.admitted, *seats})))

    def of(self, statistic: str) -> tuple[Batch, ...]:
        """Everything that was told by a statistic, in order."""
        return tuple(each for each in self.batches if each.statistic == statistic)

    def covered(self, statistic: str) -> frozenset[str]:
        """Everybody of whom something was told by it without a tick."""
        return frozenset(seat for each in self.of(statistic) for seat in each.seats)

    def opened_by(self, tick: Tick | None) -> frozenset[str]:
        """Everybody who has shown what they ticked, now or before."""
        return frozenset(self.opened.get(tick, ())) if tick else frozenset()

    def opening(self, tick: Tick, seats: Collection[str]) -> Ledger:
        """The ledger with what may be opened of what these seats ticked."""
        opened = tuple(sorted(_openable(self, tick, frozenset(seats))))
        return replace(self, opened={**self.opened, tick: opened})

    def telling(self, batch: Batch) -> Ledger:
        """The ledger with something more that was told."""
        return replace(self, batches=(*self.batches, batch))


def _openable(ledger: Ledger, tick: Tick, seats: frozenset[str]) -> frozenset[str]:
    """The seats that may show what they ticked, with those that have.

    Opening one leaves fewer who have not; of each batch there must remain enough, or
    none. How many may open follows from what was told alone: nobody's own part
    decides it, so that nothing follows from who stays out.
    """
    before = ledger.opened_by(tick)
    told = [each for each in ledger.batches if each.opened_by == tick]
    opening = seats - before
    while True:
        short = [
            opening & set(batch.seats)
            for batch in told
            if opening & set(batch.seats)
            and not _bears(batch, before | opening, ledger)
        ]
        if not short:
            break
        opening -= frozenset().union(*short)
    now = before | opening
    for seat in sorted(seats - now):
        those = [batch for batch in told if seat in batch.seats]
        if all(_bears(batch, now | {seat}, ledger) for batch in those):
            now |= {seat}
    return now


def _bears(batch: Batch, opened: frozenset[str], ledger: Ledger) -> bool:
    """Whether what was told still tells of enough others, whatever these turn out."""
    rest = len(set(batch.seats) - opened)
    if not rest:
        return True
    return rest >= ledger.least and len(batch.seats) - rest <= batch.spare
