"""The month's green report, read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.recorded import (
    USUAL,
    Counting,
    calls,
    came_back,
    dates,
    fate_of,
    is_met,
    legs_of,
    refunds,
)
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.units import DAY, Unreadable, duration

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
    green = sum(line.left_green for line in lines)
    return f"This journey leaves {green} of {len(lines)} lines as green as they were."


def _again(
    line: ReportLine,
    account: Account,
    recorded: tuple[Reading, ...],
    counting: Counting,
) -> LineAgain:
    measure = _MEASURED_BY.get(line.metric, line.metric)
    if measure == "fill_rate":
        return _filled(line, account)
    reading = reading_of(recorded, measure)
    counted = _counts(line, measure, account, counting)
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
        (each.seq for each in account.log if each.place.kind in {"form", "order"}), None
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


_MEASURED_BY: Mapping[str, str] = {
    "service_level": "answered_in_target",
    "bot_containment": "bot_resolution",
    "digital_resolution": "settled_online",
    "satisfaction": "csat",
    "effort": "ces",
    "on_time": "on_time_delivery",
}
"""What a report's line is counted by, where it is called otherwise."""


def _counts(
    line: ReportLine, measure: str, account: Account, counting: Counting
) -> _Counted:
    if measure == "handle_time":
        return _handled(line, account)
    count = _COUNTS.get(measure)
    return count(account, counting) if count else _Counted()


def _of(those: Iterable[bool | None]) -> _Counted:
    known = [each for each in those if each is not None]
    return _Counted(sum(known), len(known) - sum(known))


def _answered(account: Account, counting: Counting) -> _Counted:
    fates = [fate_of(leg, counting) for leg in legs_of(calls(account))]
    return _of(
        fate == "in_target"
        for fate in fates
        if fate in {"in_target", "late", "abandoned"}
    )


def _speed(account: Account, counting: Counting) -> _Counted:
    return _of(
        leg.queue_ms <= counting.target_ms
        for leg in legs_of(calls(account))
        if leg.answered_ms is not None
    )


def _handled(line: ReportLine, account: Account) -> _Counted:
    """Against the line's own target, where that can be read as a duration."""
    try:
        most = duration(line.target)
    except Unreadable:
        return _Counted()
    return _of(
        leg.handled_ms <= most
        for leg in legs_of(calls(account))
        if leg.answered_ms is not None
    )


def _solved(account: Account, counting: Counting) -> _Counted:
    answered = [each for each in account.contacts if each.is_answered]
    within = counting.again_within_days * DAY
    return _of(not came_back(account.contacts, each, within) for each in answered)


def _abandoned(account: Account, counting: Counting) -> _Counted:
    fates = [fate_of(leg, counting) for leg in legs_of(calls(account))]
    return _of(
        fate != "abandoned"
        for fate in fates
        if fate in {"in_target", "late", "abandoned"}
    )


def _by_bot(account: Account, _counting: Counting) -> _Counted:
    return _of(not each.legs for each in account.contacts if each.channel == "chat")


def _contained(account: Account, _counting: Counting) -> _Counted:
    return _of(not each.legs for each in account.contacts if each.channel != "web")


def _online(account: Account, _counting: Counting) -> _Counted:
    return _of(True for each in account.contacts if each.channel == "web")


def _dates(account: Account, _counting: Counting) -> _Counted:
    return _of(is_met(each) for each in dates(account))


def _refunds(account: Account, _counting: Counting) -> _Counted:
    return _of(is_met(each) for each in refunds(account))


def _forms(account: Account, _counting: Counting) -> _Counted:
    return _of(each.accepted for each in account.forms if each.is_at_last_page)


def _rated(measures: str) -> Callable[[Account, Counting], _Counted]:
    return lambda account, _counting: _of(
        None if each.counts == "neither" else each.counts == "for"
        for each in account.ratings
        if each.measures == measures
    )


_COUNTS: Mapping[str, Callable[[Account, Counting], _Counted]] = {
    "answered_in_target": _answered,
    "speed_of_answer": _speed,
    "abandonment": _abandoned,
    "first_contact_resolution": _solved,
    "containment": _contained,
    "bot_resolution": _by_bot,
    "settled_online": _online,
    "on_time_delivery": _dates,
    "refunds_in_target": _refunds,
    "form_completion": _forms,
    "csat": _rated("csat"),
    "ces": _rated("ces"),
    "nps": _rated("nps"),
}
