"""The month's green report, read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.measures import Measure, Reading, reading_of
from empathy_sim.debrief.phrases import number
from empathy_sim.debrief.recorded_calls import answered, calls_counted, handled_ms
from empathy_sim.debrief.recorded_dates import dates
from empathy_sim.engine import events as e
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.report_metrics import MEASURED_BY
from empathy_sim.journey.units import Unreadable, duration

Verdict = Literal["green", "not_counted", "against"]


@dataclass(frozen=True, slots=True)
class LineAgain:
    """A line of the report, and what this journey did to it."""

    line: ReportLine
    verdict: Verdict
    """Counted in its favour, not counted at all, or counted against it."""
    left_green: bool
    """Whether this journey would have left the line green."""
    why: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    good: int = 0
    bad: int = 0


def report_again(
    account: Account, recorded: tuple[Reading, ...], counting: Counting = USUAL
) -> tuple[LineAgain, ...]:
    """Every line of the journey's report, in its order."""
    return tuple(
        _again(line, account, recorded, counting)
        for line in account.script.journey.report
    )


def left_green_in_words(lines: tuple[LineAgain, ...]) -> str:
    """How many lines are as green as before; empty without a report."""
    if not lines:
        return ""
    return f"{against_in_words(lines)} {month_in_words(lines)}"


def month_in_words(lines: tuple[LineAgain, ...]) -> str:
    """That one journey changes no colour of a month's report."""
    if len(lines) == 1:
        return "It stays green."
    return f"Over the month all {number(len(lines))} stay green."


def against_in_words(lines: tuple[LineAgain, ...], report: str = "the report") -> str:
    """How many lines of a report a journey counts against; empty without a line."""
    if not lines:
        return ""
    of = len(lines)
    against = of - sum(line.left_green for line in lines)
    if of == 1:
        what = "counts" if against else "does not count"
        return f"This journey {what} against the one line of {report}."
    which = number(against) if against else "none"
    every = f"all {number(of)}" if against == of else f"{which} of the {number(of)}"
    return f"This journey counts against {every} lines of {report}."


def _again(
    line: ReportLine,
    account: Account,
    recorded: tuple[Reading, ...],
    counting: Counting,
) -> LineAgain:
    measure = MEASURED_BY.get(line.metric, line.metric)
    if measure == "fill_rate":
        return _filled(line, account)
    reading = reading_of(recorded, measure)
    counted = _counts(line, reading, account, counting)
    if counted.bad:
        verdict: Verdict = "against"
    else:
        verdict = "green" if counted.good else "not_counted"
    return LineAgain(
        line=line,
        verdict=verdict,
        left_green=verdict != "against",
        why=reading.says if reading else _NOTHING,
        evidence=reading.evidence if reading else (),
    )


_NOTHING = "Nothing in this journey is counted here."


def _filled(line: ReportLine, account: Account) -> LineAgain:
    """What is in stock is counted at the order, whatever becomes of its date."""
    ordered = next(
        (
            each.seq
            for each in account.log.of(e.TouchpointEntered)
            if each.place.kind in {"form", "order"}
        ),
        None,
    )
    slipped = [
        each
        for each in dates(account)
        if (each.moved_later or each.is_broken)
        and ordered is not None
        and ordered < each.evidence[-1]
    ]
    if not slipped:
        return LineAgain(
            line, "not_counted", left_green=True, why=_NOTHING, evidence=()
        )
    evidence = sorted({seq for each in slipped for seq in each.evidence})
    return LineAgain(
        line,
        "green",
        left_green=True,
        why="An order that is put off still counts as in stock.",
        evidence=tuple(evidence),
    )


def _counts(
    line: ReportLine, reading: Reading | None, account: Account, counting: Counting
) -> _Counted:
    """How many things count for a line, and how many against it."""
    match reading:
        case Reading(measure=Measure(id="handle_time")):
            return _handled(line, account, counting)
        case Reading(measure=Measure(id="speed_of_answer")):
            return _speed(account, counting)
        case Reading(measure=Measure(id="csat" | "ces" | "nps" as rated)):
            return _rated(account, rated)
        case Reading(measure=Measure(unit="count")):
            return _shared(reading)
        case _:
            return _Counted()


def _shared(reading: Reading) -> _Counted:
    """A share; an abandoned call counts against the line."""
    value, of = reading.value or 0, reading.of or 0
    if reading.measure.id == "abandonment":
        return _Counted(of - value, value)
    return _Counted(value, of - value)


def _of(those: Iterable[bool]) -> _Counted:
    known = tuple(those)
    return _Counted(sum(known), len(known) - sum(known))


def _speed(account: Account, counting: Counting) -> _Counted:
    return _of(
        leg.queue_ms <= counting.target_ms
        for leg in answered(calls_counted(account, counting))
    )


def _handled(line: ReportLine, account: Account, counting: Counting) -> _Counted:
    """Against the line's own target, where that can be read as a duration."""
    try:
        most = duration(line.target)
    except Unreadable:
        return _Counted()
    return _of(
        handled_ms(account, leg, counting) <= most
        for leg in answered(calls_counted(account, counting))
    )


def _rated(account: Account, measures: str) -> _Counted:
    return _of(
        each.counts == "for"
        for each in account.ratings
        if each.measures == measures and each.counts != "neither"
    )
