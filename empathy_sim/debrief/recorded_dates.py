"""How dates, refunds and orders are recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import PRACTICE, USUAL, Counting
from empathy_sim.debrief.measures import Measure, Reading, named
from empathy_sim.debrief.promised import PROMISES, PromiseStory
from empathy_sim.debrief.recorded_calls import seqs_of
from empathy_sim.engine import events as e
from empathy_sim.journey.touchpoints.order import Order

_ON_ITS_WAY, _DELIVERED = 2, 3
"""How far the picture on an order's page has come."""


def date_readings(account: Account, counting: Counting) -> tuple[Reading, ...]:
    """On-time delivery, refunds in target and the fill rate."""
    return (
        _on_time(account, counting),
        _refunds(account, counting),
        _fill_rate(account, counting),
    )


def refunds(account: Account) -> tuple[PromiseStory, ...]:
    """Promises of money back, known by their ids."""
    return tuple(each for each in account.promises if "refund" in each.id)


def dates(account: Account) -> tuple[PromiseStory, ...]:
    """Every other promise."""
    return tuple(each for each in account.promises if "refund" not in each.id)


def kept_late(account: Account, promise: PromiseStory) -> int:
    """Calendar days from a promise's first date to its keeping; 0 if in time, or open."""
    if promise.kept_ms is None:
        return 0
    day = account.names.state.calendar.day_number
    return max(0, day(promise.kept_ms) - day(promise.first_due_ms))


def is_met(
    promise: PromiseStory, account: Account, counting: Counting = USUAL
) -> bool | None:
    """Whether the date that counts was met; None while it is not yet due."""
    to_first = counting.on_time_to == "first_date"
    due = promise.first_due_ms if to_first else promise.due_ms
    if promise.lapsed:
        return False
    if promise.kept_ms is None:
        return False if to_first and account.log[-1].story_ms > due else None
    return promise.kept_ms <= due


def _kept_dates(
    account: Account,
    those: tuple[PromiseStory, ...],
    measure: Measure,
    counting: Counting,
) -> Reading:
    met = [is_met(each, account, counting) for each in those]
    return Reading(
        measure,
        met.count(True),
        seqs_of(those),
        of=len(met) - met.count(None),
    )


_DATE: Mapping[str, str] = {"last_date": "last date", "first_date": "first date"}


def _on_time(account: Account, counting: Counting) -> Reading:
    put_off = (
        " A date that was put off before it passed has not been missed."
        if counting.on_time_to == "last_date"
        else ""
    )
    measure = Measure(
        "on_time_delivery",
        "dates met",
        "count",
        f"Promises kept by the {_DATE[counting.on_time_to]} given, out of those kept "
        f"or past that date.{put_off}",
        PRACTICE,
        counts=named(*PROMISES),
    )
    return _kept_dates(account, dates(account), measure, counting)


def _refunds(account: Account, counting: Counting) -> Reading:
    measure = Measure(
        "refunds_in_target",
        "refunds in target",
        "count",
        f"Refunds paid by the {_DATE[counting.on_time_to]} given, in business days "
        "from when the clock was started, out of those paid or past that date.",
        PRACTICE,
        counts=named(*PROMISES),
    )
    return _kept_dates(account, refunds(account), measure, counting)


@dataclass(frozen=True, slots=True)
class _Look:
    """An order's page, as it was seen."""

    order: str
    """The fact that is its number."""
    reached: int
    in_part: bool
    seq: int


def _looks(account: Account) -> tuple[_Look, ...]:
    found = []
    steps = account.log.of(e.StepTaken)
    for each in (step for step in steps if step.place.kind == "order"):
        match each.event:
            case e.StepTaken(step="shown", facts=facts):
                noun = account.names.noun(each.place)
                order = noun.number if isinstance(noun, Order) else ""
                reached = int(str(facts.get("reached", 0)))
                in_part = bool(facts.get("charged_in_full", False))
                found.append(_Look(order, reached, in_part, each.seq))
            case _:
                pass
    return tuple(found)


def _is_filled(look: _Look, counting: Counting) -> bool:
    match counting.filled_at:
        case "order":
            return True
        case "dispatch":
            return look.reached >= _ON_ITS_WAY
        case "delivery":
            return look.reached >= _DELIVERED and not look.in_part


_FILLED: Mapping[str, str] = {
    "order": "each counts as filled as it is taken, whatever becomes of its date",
    "dispatch": "one counts as filled as soon as any of it is shown as on its way",
    "delivery": "one counts as filled once all of it is shown as delivered",
}


def _fill_rate(account: Account, counting: Counting) -> Reading:
    looks = _looks(account)
    filled = {each.order for each in looks if _is_filled(each, counting)}
    return Reading(
        Measure(
            "fill_rate",
            "orders filled",
            "count",
            f"Orders whose page was opened; {_FILLED[counting.filled_at]}.",
            PRACTICE,
            counts=named(e.StepTaken),
        ),
        len(filled),
        tuple(each.seq for each in looks),
        of=len({each.order for each in looks}),
    )
