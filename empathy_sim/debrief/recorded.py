"""How contacts are recorded: the report's counting rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.legs import Contact, Leg
from empathy_sim.debrief.measures import Measure, Reading
from empathy_sim.debrief.promised import PromiseStory
from empathy_sim.journey.units import DAY, SECOND

PRACTICE = (
    "general practice in contact centres, not confirmed by a single source: let your "
    "own analyst correct it"
)
Fate = Literal["in_target", "late", "dropped", "abandoned", "short", "open"]


@dataclass(frozen=True, slots=True)
class Counting:
    """What differs from one company's report to another's."""

    target_ms: int = 20 * SECOND
    """A call is in target when it is answered by then."""
    short_abandons: int = 5 * SECOND
    """Who hangs up in the queue before this is left out; 0 leaves nobody out."""
    again_within_days: int = 7
    """Who does not come back by then on the same channel counts as solved."""
    rates_from: int = 20
    """Contacts under which a share or an average is not given."""


USUAL = Counting()


def fate_of(leg: Leg, counting: Counting = USUAL) -> Fate:
    """What a leg of a call counts as.

    A call that the company drops is neither answered nor abandoned. Who does not
    press a key in time counts as a caller who hung up.
    """
    if leg.answered_ms is not None:
        return "in_target" if leg.queue_ms <= counting.target_ms else "late"
    if leg.how == "open":
        return "open"
    if leg.how in {"lost_place", "timed_out"}:
        return "abandoned"
    if leg.by == "company":
        return "dropped"
    return "short" if leg.queue_ms < counting.short_abandons else "abandoned"


def rate(reading: Reading, counting: Counting = USUAL) -> float | None:
    """A share or an average, from enough contacts on; None under that."""
    if reading.value is None or not reading.of or reading.of < counting.rates_from:
        return None
    return reading.value / reading.of


def recorded_readings(
    account: Account, counting: Counting = USUAL
) -> tuple[Reading, ...]:
    """What the company's own report makes of a log, by its usual rules."""
    return (
        _answered_in_target(account, counting),
        _speed_of_answer(account),
        _waiting(account),
        _abandonment(account, counting),
        _handle_time(account),
        _first_contact_resolution(account, counting),
        _containment(account),
        _bot_resolution(account),
        _settled_online(account),
        _on_time(account),
        _refunds(account),
        _form_completion(account),
        *(_rating(account, each) for each in _RATINGS),
    )


def calls(account: Account) -> tuple[Contact, ...]:
    """Every contact by telephone."""
    return tuple(each for each in account.contacts if each.channel == "phone")


def legs_of(contacts: Iterable[Contact]) -> tuple[Leg, ...]:
    """Every leg of some contacts; each is a call to the report."""
    return tuple(leg for contact in contacts for leg in contact.legs)


def refunds(account: Account) -> tuple[PromiseStory, ...]:
    """Promises of money back, known by their ids."""
    return tuple(each for each in account.promises if "refund" in each.id)


def dates(account: Account) -> tuple[PromiseStory, ...]:
    """Every other promise."""
    return tuple(each for each in account.promises if "refund" not in each.id)


def is_met(promise: PromiseStory) -> bool | None:
    """Whether the last date given was met; None while it is not yet due."""
    if promise.lapsed:
        return False
    if promise.kept_ms is None:
        return None
    return promise.kept_ms <= promise.due_ms


def _seqs(those: Iterable[Leg | Contact | PromiseStory]) -> tuple[int, ...]:
    return tuple(sorted({seq for each in those for seq in each.evidence}))


def _answered_in_target(account: Account, counting: Counting) -> Reading:
    legs = legs_of(calls(account))
    fates = [fate_of(leg, counting) for leg in legs]
    counted = [fate for fate in fates if fate in {"in_target", "late", "abandoned"}]
    return Reading(
        Measure(
            "answered_in_target",
            "calls answered in target",
            "count",
            f"Calls answered within {counting.target_ms // SECOND} seconds of "
            "entering the queue, out of those answered or abandoned. The menu before "
            "the queue is left out, so is a call that the company drops, and so is "
            "who hangs up at once. A call that is passed on counts anew.",
            "Apex CX and The Taylor Reach Group on service level; Bright Pattern on "
            "short abandons; Off Center Insight: 80% in 20 seconds is common, and no "
            "standard",
        ),
        counted.count("in_target"),
        _seqs(legs),
        of=len(counted),
    )


def _speed_of_answer(account: Account) -> Reading:
    answered = _answered(legs_of(calls(account)))
    return Reading(
        Measure(
            "speed_of_answer",
            "speed of answer, all answered calls together",
            "story_ms",
            "From entering the queue to the answer, over answered calls only.",
            PRACTICE,
        ),
        sum(leg.queue_ms for leg in answered),
        _seqs(answered),
        of=len(answered),
    )


def _answered(legs: Iterable[Leg]) -> tuple[Leg, ...]:
    return tuple(leg for leg in legs if leg.answered_ms is not None)


def _waiting(account: Account) -> Reading:
    answered = _answered(legs_of(account.contacts))
    return Reading(
        Measure(
            "waiting_recorded",
            "waiting on record",
            "story_ms",
            "From entering a queue to the answer, over the answered legs of every "
            "call and chat. What was waited without an answer is not in it, and "
            "neither is what was waited after it.",
            PRACTICE,
        ),
        sum(leg.queue_ms for leg in answered),
        _seqs(answered),
        of=len(answered),
    )


def _abandonment(account: Account, counting: Counting) -> Reading:
    legs = legs_of(calls(account))
    fates = [(leg, fate_of(leg, counting)) for leg in legs]
    gone = [leg for leg, fate in fates if fate == "abandoned"]
    counted = [fate for _, fate in fates if fate in {"in_target", "late", "abandoned"}]
    return Reading(
        Measure(
            "abandonment",
            "calls abandoned",
            "count",
            "Calls that the caller ended in the queue, out of those answered or "
            "abandoned. Who hangs up within "
            f"{counting.short_abandons // SECOND} seconds is left out; a call that "
            "the company drops is not counted as abandoned.",
            "Bright Pattern on variants of the formula",
        ),
        len(gone),
        _seqs(gone),
        of=len(counted),
    )


def _handle_time(account: Account) -> Reading:
    answered = _answered(legs_of(calls(account)))
    return Reading(
        Measure(
            "handle_time",
            "handle time, all answered calls together",
            "story_ms",
            "From the answer to the end of a call, holds included. Time after the "
            "call is not simulated, and not counted.",
            PRACTICE,
        ),
        sum(leg.handled_ms for leg in answered),
        _seqs(answered),
        of=len(answered),
    )


def _first_contact_resolution(account: Account, counting: Counting) -> Reading:
    answered = tuple(each for each in account.contacts if each.is_answered)
    within = counting.again_within_days * DAY
    solved = tuple(
        each for each in answered if not came_back(account.contacts, each, within)
    )
    return Reading(
        Measure(
            "first_contact_resolution",
            "contacts solved at the first",
            "count",
            "Answered calls and chats after which nobody came back on the same "
            f"channel within {counting.again_within_days} days. Whether it was "
            "solved is not asked.",
            PRACTICE,
        ),
        len(solved),
        _seqs(answered),
        of=len(answered),
    )


def came_back(contacts: Iterable[Contact], after: Contact, within: int) -> bool:
    """Whether a further contact on the same channel began within so long."""
    return any(
        each.channel == after.channel
        and after.ended_ms <= each.began_ms <= after.ended_ms + within
        and each.began_seq > after.began_seq
        for each in contacts
    )


def _containment(account: Account) -> Reading:
    spoken = tuple(each for each in account.contacts if each.channel != "web")
    return Reading(
        Measure(
            "containment",
            "contacts settled without a person",
            "count",
            "Calls and chats that ended before any queue or person was reached.",
            PRACTICE,
        ),
        sum(not each.legs for each in spoken),
        _seqs(each for each in spoken if not each.legs),
        of=len(spoken),
    )


def _bot_resolution(account: Account) -> Reading:
    chats = tuple(each for each in account.contacts if each.channel == "chat")
    return Reading(
        Measure(
            "bot_resolution",
            "chats settled by the assistant",
            "count",
            "Chats that ended before a person was sent for. Silence after an answer "
            "counts as settled.",
            "Gartner and the Consumer Financial Protection Bureau describe the "
            "effect; the rule is " + PRACTICE,
        ),
        sum(not each.legs for each in chats),
        _seqs(each for each in chats if not each.legs),
        of=len(chats),
    )


def _settled_online(account: Account) -> Reading:
    visits = tuple(each for each in account.contacts if each.channel == "web")
    return Reading(
        Measure(
            "settled_online",
            "visits settled online",
            "count",
            "Visits to the website. A visit is not joined to the call that follows "
            "it, so each counts as settled.",
            PRACTICE,
        ),
        len(visits),
        _seqs(visits),
        of=len(visits),
    )


def _kept_dates(
    those: tuple[PromiseStory, ...], name: str, says: str, definition: str
) -> Reading:
    counted = tuple(each for each in those if is_met(each) is not None)
    return Reading(
        Measure(name, says, "count", definition, PRACTICE),
        sum(is_met(each) is True for each in counted),
        _seqs(those),
        of=len(counted),
    )


def _on_time(account: Account) -> Reading:
    return _kept_dates(
        dates(account),
        "on_time_delivery",
        "dates met",
        "Promises kept by the last date given, out of those kept or past that date. "
        "A date that was put off before it passed has not been missed.",
    )


def _refunds(account: Account) -> Reading:
    return _kept_dates(
        refunds(account),
        "refunds_in_target",
        "refunds in target",
        "Refunds paid by the last date given, in business days from when the clock "
        "was started, out of those paid or past that date.",
    )


def _form_completion(account: Account) -> Reading:
    reached = tuple(each for each in account.forms if each.is_at_last_page)
    return Reading(
        Measure(
            "form_completion",
            "forms completed",
            "count",
            "Forms sent and accepted, out of those whose last page was opened. What "
            "was left before that is not counted.",
            PRACTICE,
        ),
        sum(each.accepted for each in reached),
        tuple(sorted({seq for each in reached for seq in each.evidence})),
        of=len(reached),
    )


@dataclass(frozen=True, slots=True)
class _Rating:
    id: str
    says: str
    definition: str
    source: str


_RATINGS = (
    _Rating(
        "csat",
        "satisfied customers",
        "Answers on the two highest steps, out of the answers. Nobody who does not "
        "answer is in it.",
        PRACTICE,
    ),
    _Rating(
        "ces",
        "customers who found it easy",
        "Answers on the three highest steps of seven, out of the answers.",
        "Customer Effort Score 2.0, as described by CustomerGauge and Zonka",
    ),
    _Rating(
        "nps",
        "customers who would recommend",
        "Answers of 9 and 10, out of the answers; those of 0 to 6 are taken off.",
        "Net Promoter Score, as commonly published",
    ),
)


def _rating(account: Account, rating: _Rating) -> Reading:
    given = [each for each in account.ratings if each.measures == rating.id]
    measure = Measure(rating.id, rating.says, "count", rating.definition, rating.source)
    value = sum(each.counts == "for" for each in given)
    if rating.id == "nps":
        value -= sum(each.counts == "against" for each in given)
    return Reading(measure, value, tuple(each.seq for each in given), of=len(given))
