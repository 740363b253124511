"""What may be told, as an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from empathy_sim.debrief.phrases import number
from empathy_sim.workshop.group.ledger import Batch


class Counted(Struct, frozen=True, kw_only=True):
    """People by what is so of each, as it may be told."""

    of: int
    """How many people it is about."""
    cells: dict[str, int]
    """Counts that are told."""
    elsewhere: int = 0
    """How many the others are together."""
    most: str = ""
    """Where no count is told: what is so of more than half of them, if anything."""
    banded: bool = False
    """Whether no count is told, and it is known whether anything is so of most."""
    withheld: str = ""
    """Why it is not told, or not all of it; a sentence, or nothing."""
    waiting: int = 0
    """People who came later and are not in it yet."""


class Summed(Struct, frozen=True, kw_only=True):
    """A sum over people; None where it may not be told."""

    of: int
    value: int | None
    withheld: str = ""
    waiting: int = 0


class Middle(Struct, frozen=True, kw_only=True):
    """What lies in the middle of many, and between which two half of them lie."""

    of: int
    middle: int | None
    low: int | None = None
    """None where there are too few for a half."""
    high: int | None = None
    withheld: str = ""
    waiting: int = 0


def too_few(least: int) -> str:
    """Why something is not told at all."""
    return f"It would be about fewer than {number(least)} people, so it is not shown."


def counted_in(batches: Sequence[Batch], known: Counter[str]) -> Counted:
    """People of some batches together with those who show their own part."""
    of = sum(len(each.seats) for each in batches) + known.total()
    if not batches:
        return Counted(of=of, cells={name: n for name, n in known.items() if n})
    first, *others = batches
    told = [name for name in first.cells if all(name in each.cells for each in others)]
    cells = {
        name: sum(each.cells[name] for each in batches) + known[name] for name in told
    }
    most = {_majority(each) for each in batches}
    if known:
        [(name, count)] = known.most_common(1)
        most.add(name if count * 2 > known.total() else "")
    banded = not cells and len(most) == 1 and all(each.banded for each in batches)
    return Counted(
        of=of,
        cells=cells,
        elsewhere=of - sum(cells.values()) if cells else 0,
        most=next(iter(most)) if banded else "",
        banded=banded,
    )


def _majority(batch: Batch) -> str:
    """What is told to be so of more than half of a batch."""
    half = len(batch.seats) / 2
    more = (name for name, count in batch.cells.items() if count > half)
    return batch.most or next(more, "")


LOW, MIDDLE, HIGH = "low", "middle", "high"
_QUARTER = 4


def quarters_of(those: Sequence[int], least: int, *, upper: bool) -> dict[str, int]:
    """The middle of values in order; with the ends of the half around it."""
    last = len(those) - 1
    told = {MIDDLE: those[len(those) // 2 if upper else last // 2]}
    if len(those) >= 2 * least:
        quarter = len(those) // _QUARTER
        told |= {LOW: those[quarter], HIGH: those[last - quarter]}
    return told
