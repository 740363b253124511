"""Whether lines of a report reach their targets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.report_metrics import METRICS
from empathy_sim.journey.units import Unreadable, duration

Light = Literal["green", "red", "unknown"]
"""Whether a reading meets its target, misses it, or cannot be held against it."""
Better = Literal["more", "less"]
SHARE, TIME, NUMBER = "%", "time", ""
"""Units of quantities; that of `4.6 of 5` is `of 5`."""

_LESS = frozenset({"speed_of_answer", "abandonment", "handle_time"})
_EITHER_WAY = frozenset({"effort", "ces"})
"""Asked both as ease and as effort: only a share of customers says which."""
_SAID: Mapping[str, Better] = {
    "at least": "more",
    "over": "more",
    "more than": "more",
    "above": "more",
    ">=": "more",
    "≥": "more",
    ">": "more",
    "at most": "less",
    "under": "less",
    "less than": "less",
    "below": "less",
    "within": "less",
    "up to": "less",
    "<=": "less",
    "≤": "less",
    "<": "less",
}
_BEGINS = re.compile("|".join(map(re.escape, _SAID)))
_COUNTED = re.compile(
    r"([+\-\u2212]?\d[\d,]*(?:\.\d+)?) ?(%|per cent|(?:of|out of|/) ?(\d+))?"
)


class Quantity(Struct, frozen=True):
    """What a reading or a target says, with its unit."""

    unit: str
    value: float
    """In hundredths for a share, in milliseconds for a time."""


def quantity(text: str) -> Quantity | None:
    """What is said by `84% in 20 s`, `4.6 of 5`, `18 s` or `+42`; None for others."""
    plain = text.strip().casefold()
    plain = plain[len(_said(plain)) :].strip()
    found = _COUNTED.match(plain)
    rest = plain[found.end() :] if found else ""
    if found is None or (rest and not (found[2] and rest.startswith(" "))):
        try:
            return Quantity(TIME, duration(plain))
        except Unreadable:
            return None
    value = float(found[1].replace(",", "").replace("\u2212", "-"))
    if found[3]:
        return Quantity(f"of {found[3]}", value)
    return Quantity(SHARE if found[2] else NUMBER, value)


def is_alike(reads: Quantity, target: Quantity) -> bool:
    """Whether one can be held against the other: `4.6 of 5` against `4.5` too."""
    if target.unit == NUMBER and reads.unit.startswith("of "):
        return True
    return reads.unit == target.unit


def light_of(line: ReportLine) -> Light:
    """Whether a line reads what it should, or better; by what its metric counts.

    Less is better of waits, lengths and calls given up, more of all else that is known
    by name. Of other metrics only a reading that is its target, or a target as `at
    least 80%`, can be told.
    """
    reads, target = quantity(line.reads), quantity(line.target)
    if reads is None or target is None or not is_alike(reads, target):
        return "unknown"
    if reads.value == target.value:
        return "green"
    better = _SAID.get(_said(line.target.strip().casefold())) or _better(
        line.metric, reads.unit
    )
    if better is None:
        return "unknown"
    is_more = reads.value > target.value
    return "green" if is_more == (better == "more") else "red"


def _said(text: str) -> str:
    """How a target begins that says which way is better; empty where it does not."""
    begins = _BEGINS.match(text)
    return begins[0] if begins else ""


def _better(metric: str, unit: str) -> Better | None:
    """Whether more is better; None where nobody can tell."""
    if metric in _LESS:
        return "less"
    if metric not in METRICS or (metric in _EITHER_WAY and unit != SHARE):
        return None
    return "more"
