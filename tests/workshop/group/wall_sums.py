"""Sums, majorities and words, reckoned back to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from empathy_sim.workshop.group.ledger import Batch, Ledger
from empathy_sim.workshop.group.seat_reading import SeatReading
from tests.workshop.group.made_cohorts import Cohort
from tests.workshop.group.modular import Basis

_SUM = "sum"


def _has(statistic: str, person: SeatReading) -> int | None:
    """What somebody has in a sum; None of what is not attacked."""
    kind, _, which = statistic.partition("/")
    match kind:
        case "lived":
            return person.lived.get(which, 0)
        case "cost":
            return sum(each.cost_ms for each in person.causes if each.id == which)
        case "felt" | "marked":
            return sum(mark.stage == which for mark in person.marks)
        case _:
            return None


def _may_have(statistic: str, person: SeatReading) -> bool:
    """Whether somebody can have something in it, as the board shows who came where."""
    came = {stage for _, stage in person.entered}
    kind, _, which = statistic.partition("/")
    if kind == "cost":
        return which.removeprefix("c_") in came
    if kind in {"felt", "marked"} and which in person.titles:
        return which in came
    return True


def found_in_sums(cohort: Cohort, least: int) -> Iterator[str]:
    """What every sum that was ever told tells of fewer people than there must be."""
    ledger = cohort.walls[-1].ledger
    for statistic in sorted({each.statistic for each in ledger.batches}):
        batches = [each for each in ledger.of(statistic) if _SUM in each.cells]
        rests = [_open_of(each, ledger, cohort) for each in batches]
        basis = Basis()
        for those in rests:
            basis.hears({(seat, _SUM): 1 for seat in those})
        everybody = sorted(frozenset[str]().union(*rests))
        left = {seat: basis.rest({(seat, _SUM): 1}) for seat in everybody}
        for group in basis.vanishing(left, least):
            yield f"{statistic}: the sum of {group}"
        for those in rests:
            has = [_has(statistic, cohort.truth[seat]) for seat in those]
            if has and not any(each is None or each for each in has):
                yield f"{statistic}: none of {sorted(those)} has anything"


def _open_of(batch: Batch, ledger: Ledger, cohort: Cohort) -> frozenset[str]:
    """Those in it who may have something, and have not shown it."""
    shown = ledger.opened_by(batch.opened_by)
    return frozenset(
        seat
        for seat in set(batch.seats) - shown
        if _may_have(batch.statistic, cohort.truth[seat])
    )


def found_in_majorities(cohort: Cohort) -> Iterator[str]:
    """Whether all follow from what is so of most, once some have shown theirs."""
    ledger = cohort.walls[-1].ledger
    for batch in ledger.of("worst mark"):
        shown = set(batch.seats) & ledger.opened_by("curve")
        rest = len(batch.seats) - len(shown)
        if batch.cells or not batch.banded or not rest:
            continue
        half = len(batch.seats) // 2
        known = Counter(cohort.truth[seat].worst_stage or "nothing" for seat in shown)
        if batch.most and half + 1 - known[batch.most] >= rest:
            yield f"all {rest} are {batch.most}"
        if not batch.most and half <= max(known.values(), default=0):
            yield f"none of {rest} is what {known} are"


def found_in_words(cohort: Cohort) -> Iterator[str]:
    """Whether all have the same word, or none has, once some have shown theirs."""
    ledger = cohort.walls[-1].ledger
    for batch in ledger.of("one word"):
        shown = set(batch.seats) & ledger.opened_by("word")
        rest = len(batch.seats) - len(shown)
        for word in batch.cells:
            same = sum(cohort.truth[seat].word_for_it == word for seat in shown)
            if rest and ledger.least_of_words - same >= rest:
                yield f"all {rest} said {word}"
            if rest and ledger.least - (len(shown) - same) >= rest:
                yield f"none of {rest} said {word}"
