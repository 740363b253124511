"""What is told first; the rest unfolds."""

from __future__ import annotations

from collections.abc import Sequence

from empathy_sim.debrief.curve import ENOUGH, Curve, Point
from empathy_sim.debrief.receipt import Receipt

FIRST = 6
"""Receipts that are told before the others."""
_WEIGHS = (
    *("left", "waiting", "asked", "promises", "contacts", "needless", "in_all"),
    *("people", "help", "apologies", "money", "cut_off", "identity", "retyped"),
)
"""What receipts are about, what matters most first; what is not here comes last.

Which contacts were needless makes sense only after how many there were.
"""


def foremost(receipts: Sequence[Receipt]) -> tuple[Receipt, ...]:
    """The receipts that matter most, in the order of telling.

    All of them where there would be one more only.
    """
    if len(receipts) <= FIRST + 1:
        return tuple(receipts)
    first = sorted(receipts, key=_weight)[:FIRST]
    return tuple(each for each in receipts if each in first)


def _weight(receipt: Receipt) -> int:
    about = receipt.id.partition(".")[0]
    return _WEIGHS.index(about) if about in _WEIGHS else len(_WEIGHS)


def marks_first(curve: Curve) -> tuple[Point, ...]:
    """The worst mark, the last, and those with an insight, as they come.

    All of them where they are not more than four, or there would be one more only.
    """
    first = tuple(
        each for each in curve.points if each.aha or each in {curve.worst, curve.end}
    )
    few = len(curve.points) <= ENOUGH or len(curve.points) <= len(first) + 1
    return curve.points if few else first


def notes_on(point: Point, curve: Curve) -> tuple[str, ...]:
    """What there is to say of a mark among the others, each in a short sentence."""
    return tuple(
        note
        for note, holds in (
            ("The worst.", curve.joined and point == curve.worst),
            ("The last.", curve.joined and point == curve.end),
            ("An insight.", point.aha),
            ("Marked afterwards.", point.afterwards),
        )
        if holds
    )
