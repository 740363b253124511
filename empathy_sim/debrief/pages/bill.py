"""What it took, as a bill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.debrief.pages.figures import called, in_figures
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.phrases import capital

_PARTS = (
    ("minutes_to_help", "minutes_waited", "longest_wait"),
    ("contacts", "channels", "needless_contacts", "people", "transfers", "cut_off"),
    ("identity_checks", "refusals", "retyped_fields", "apologies"),
    ("promises_made", "promises_moved", "promises_broken", "promises_kept"),
    ("days", "days_late", "days_without_money"),
)
"""Lived measures in the order of the bill; all of them in the customer's time."""
_AMONG_REPEATS = 2


@dataclass(frozen=True, slots=True)
class BillLine:
    """A thing, and how much of it."""

    says: str
    took: str
    begins: bool = False
    """Whether another part of the bill begins with it."""


def bill_of(subject: Subject) -> tuple[BillLine, ...]:
    """What it took the customer; only what happened."""
    found = by_id(subject.debrief.lived)
    lines: list[BillLine] = []
    for at, part in enumerate(_PARTS):
        known = [found[name] for name in part if name in found]
        told = [_line(each) for each in known if each.value]
        if at == _AMONG_REPEATS:
            told = [*_asked(subject), *told]
        if told:
            lines += [BillLine(told[0].says, told[0].took, begins=True), *told[1:]]
    return (*lines, *_resources(subject))


def _line(reading: Reading) -> BillLine:
    return BillLine(called(reading.measure), in_figures(reading))


def _asked(subject: Subject) -> Iterator[BillLine]:
    """How often each thing was asked for; once is no finding."""
    for each in subject.debrief.lived:
        if each.measure.id.startswith("times_asked.") and (each.value or 0) > 1:
            yield BillLine(capital(each.measure.says), f"{each.value} times")


def _resources(subject: Subject) -> Iterator[BillLine]:
    for each in subject.resources:
        if each.used > 0:
            left = each.level(each.lowest) if each.lowest > 0 else "nothing"
            says = f"Left of the {each.says}, at the lowest"
            yield BillLine(says, f"{left} of {each.level(each.started)}")
