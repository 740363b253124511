"""The month's report, read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.measures import Measure, Reading, reading_of
from empathy_sim.debrief.phrases import number
from empathy_sim.debrief.recorded_calls import answered, calls_counted, handled_ms
from empathy_sim.debrief.recorded_dates import dates
from empathy_sim.debrief.report_colours import over_the_month
from empathy_sim.engine import events as e
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.report_lights import Light, light_of
from empathy_sim.journey.report_metrics import MEASURED_BY
from empathy_sim.journey.units import Unreadable, duration

Verdict = Literal["for", "not_counted", "against"]


@dataclass(frozen=True, slots=True)
class LineAgain:
    """A line of the report, and what this journey did to it."""

    line: ReportLine
    verdict: Verdict
    """Counted in its favour, not counted at all, or counted against it."""
    why: str
    evidence: tuple[int, ...]

    @property
    def light(self) -> Light:
        """Whether it reaches its target over the month, whatever this journey did."""
        return light_of(self.line)

    @property
    def is_against(self) -> bool:
        """Whether this journey counts against it."""
        return self.verdict == "against"

    @property
    def left_green(self) -> bool:
        """Whether it was green, and this journey leaves it so."""
        return self.light == "green" and not self.is_against

    @property
    def says(self) -> str:
        """Its colour, and what this journey did to it: `still green`."""
        return _SAYS[self.light, self.verdict]


_SAYS: Mapping[tuple[Light, Verdict], str] = {
    ("green", "for"): "still green",
    ("green", "not_counted"): "still green: this journey is not in it",
    ("green", "against"): "green, though this journey counts against it",
    ("red", "for"): "misses its target, though this journey counts for it",
    ("red", "not_counted"): "misses its target; this journey is not in it",
    ("red", "against"): "misses its target, and this journey counts against it",
    ("unknown", "for"): "not held against its target; this journey counts for it",
    ("unknown", "not_counted"): (
        "not held against its target; this journey is not in it"
    ),
    ("unknown", "against"): (
        "not held against its target; this journey counts against it"
    ),
}


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
    """What one journey does to the report, and the report's colours; empty without."""
    if not lines:
        return ""
    return f"{against_in_words(lines)} {month_in_words(lines)}"


def month_in_words(lines: tuple[LineAgain, ...]) -> str:
    """That one journey changes no colour of a month's report."""
    return over_the_month(line.light for line in lines)


def against_in_words(lines: tuple[LineAgain, ...], report: str = "the report") -> str:
    """How many lines of a report a journey counts against; empty without a line."""
    if not lines:
        return ""
    of = len(lines)
    against = sum(line.is_against for line in lines)
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
        verdict = "for" if counted.good else "not_counted"
    return LineAgain(
        line=line,
        verdict=verdict,
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
        return LineAgain(line, "not_counted", why=_NOTHING, evidence=())
    evidence = sorted({seq for each in slipped for seq in each.evidence})
    return LineAgain(
        line,
        "for",
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
