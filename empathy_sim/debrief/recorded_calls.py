"""How calls are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import PRACTICE, USUAL, Counting
from empathy_sim.debrief.legs import Contact, Leg
from empathy_sim.debrief.measures import Measure, Reading, named
from empathy_sim.debrief.promised import PromiseStory
from empathy_sim.engine import events as e
from empathy_sim.journey.units import SECOND

Fate = Literal["in_target", "late", "dropped", "abandoned", "short", "open"]
_OF_A_LEG = named(
    *(e.WaitBegan, e.WaitEnded, e.PersonAnswered, e.Transferred, e.ContactEnded)
)
_ANSWERED_OR_GONE: frozenset[Fate] = frozenset({"in_target", "late", "abandoned"})


def fate_of(leg: Leg, counting: Counting = USUAL) -> Fate:
    """What a leg of a call counts as.

    A call that the company drops is neither answered nor abandoned, unless the
    report says so. Who does not press a key in time counts as a caller who hung up.
    """
    if leg.answered_ms is not None:
        return "in_target" if leg.queue_ms <= counting.target_ms else "late"
    if leg.how == "open":
        return "open"
    if leg.how in {"lost_place", "timed_out"}:
        return "abandoned"
    if leg.by == "company":
        return "abandoned" if counting.dropped == "abandoned" else "dropped"
    return "short" if leg.queue_ms < counting.short_abandons else "abandoned"


def calls(account: Account) -> tuple[Contact, ...]:
    """Every contact by telephone."""
    return tuple(each for each in account.contacts if each.channel == "phone")


def calls_counted(account: Account, counting: Counting = USUAL) -> tuple[Leg, ...]:
    """What the report counts as calls: every leg of one, or each once."""
    return tuple(leg for call in calls(account) for leg in _counted(call, counting))


def _counted(call: Contact, counting: Counting) -> tuple[Leg, ...]:
    if not call.legs:
        return ()
    first, *others = call.legs
    if counting.passed_on == "once":
        first, others = _as_one(call), []
    if counting.clock_from == "first_ring":
        first = replace(first, queued_ms=call.began_ms)
    return (first, *others)


def _as_one(call: Contact) -> Leg:
    """All legs of a call as one, answered by the first who took it."""
    taken = (leg.answered_ms for leg in call.legs if leg.answered_ms is not None)
    return replace(
        call.legs[-1],
        queued_ms=call.legs[0].queued_ms,
        answered_ms=next(taken, None),
        people=call.people,
        passed_on=False,
        evidence=seqs_of(call.legs),
    )


def seqs_of(those: Iterable[Leg | Contact | PromiseStory]) -> tuple[int, ...]:
    """All evidence of some findings, in order."""
    return tuple(sorted({seq for each in those for seq in each.evidence}))


def answered(legs: Iterable[Leg]) -> tuple[Leg, ...]:
    """Those that somebody took."""
    return tuple(leg for leg in legs if leg.answered_ms is not None)


def call_readings(account: Account, counting: Counting) -> tuple[Reading, ...]:
    """Answered in target, speed of answer, waiting, abandonment and handle time."""
    legs = calls_counted(account, counting)
    fates = [(leg, fate_of(leg, counting)) for leg in legs]
    return (
        _answered_in_target(fates, counting),
        _speed_of_answer(legs, counting),
        _waiting(account),
        _abandonment(fates, counting),
        _handle_time(account, legs, counting),
    )


_CLOCK: Mapping[str, str] = {
    "queue": "entering the queue. The menu before the queue is left out",
    "first_ring": "the first ring. The menu before the queue is counted",
}
_ABANDONED: Mapping[str, str] = {
    "against": "out of those answered or abandoned. Who hangs up at once is left out",
    "left_out": "out of those answered. Who hangs up is left out",
    "for_if_short": (
        "out of those answered or abandoned. Who hangs up at once counts as answered "
        "in target"
    ),
}
_DROPPED: Mapping[str, str] = {
    "left_out": "A call that the company drops is left out.",
    "abandoned": "A call that the company drops counts as abandoned.",
}
_PASSED_ON: Mapping[str, str] = {
    "anew": "A call that is passed on counts anew.",
    "once": "A call that is passed on counts once.",
}


def _answered_in_target(fates: list[tuple[Leg, Fate]], counting: Counting) -> Reading:
    good: set[Fate] = {"in_target"}
    known: set[Fate] = {"in_target", "late", "abandoned"}
    if counting.abandoned == "left_out":
        known = {"in_target", "late"}
    if counting.abandoned == "for_if_short":
        good, known = {*good, "short"}, {*known, "short"}
    return Reading(
        Measure(
            "answered_in_target",
            "calls answered in target",
            "count",
            f"Calls answered within {counting.target_ms // SECOND} seconds of "
            f"{_CLOCK[counting.clock_from]}. They are counted "
            f"{_ABANDONED[counting.abandoned]}. {_DROPPED[counting.dropped]} "
            f"{_PASSED_ON[counting.passed_on]}",
            "Apex CX and The Taylor Reach Group on service level; Bright Pattern on "
            "short abandons; Off Center Insight: 80% in 20 seconds is common, and no "
            "standard",
            counts=_OF_A_LEG,
        ),
        sum(fate in good for _, fate in fates),
        seqs_of(leg for leg, _ in fates),
        of=sum(fate in known for _, fate in fates),
    )


def _speed_of_answer(legs: tuple[Leg, ...], counting: Counting) -> Reading:
    those = answered(legs)
    return Reading(
        Measure(
            "speed_of_answer",
            "speed of answer, all answered calls together",
            "story_ms",
            "To the answer, over answered calls only, from "
            f"{_CLOCK[counting.clock_from]}.",
            PRACTICE,
            counts=_OF_A_LEG,
        ),
        sum(leg.queue_ms for leg in those),
        seqs_of(those),
        of=len(those),
    )


def _waiting(account: Account) -> Reading:
    called = (each for each in account.contacts if each.channel != "counter")
    those = answered(leg for each in called for leg in each.legs)
    return Reading(
        Measure(
            "waiting_recorded",
            "waiting on record",
            "story_ms",
            "From entering a queue to the answer, over the answered legs of every "
            "call and chat. What was waited without an answer is not in it, and "
            "neither is what was waited after it.",
            PRACTICE,
            counts=_OF_A_LEG,
        ),
        sum(leg.queue_ms for leg in those),
        seqs_of(those),
        of=len(those),
    )


def _abandonment(fates: list[tuple[Leg, Fate]], counting: Counting) -> Reading:
    gone = [leg for leg, fate in fates if fate == "abandoned"]
    return Reading(
        Measure(
            "abandonment",
            "calls abandoned",
            "count",
            "Calls that the caller ended in the queue, out of those answered or "
            "abandoned. Who hangs up within "
            f"{counting.short_abandons // SECOND} seconds is left out. "
            f"{_DROPPED[counting.dropped]}",
            "Bright Pattern on variants of the formula",
            counts=_OF_A_LEG,
        ),
        len(gone),
        seqs_of(gone),
        of=sum(fate in _ANSWERED_OR_GONE for _, fate in fates),
    )


_HANDLED: Mapping[str, str] = {
    "with_holds": "holds included",
    "talk_only": "holds while somebody is asked left out",
}


def _handle_time(
    account: Account, legs: tuple[Leg, ...], counting: Counting
) -> Reading:
    those = answered(legs)
    return Reading(
        Measure(
            "handle_time",
            "handle time, all answered calls together",
            "story_ms",
            f"From the answer to the end of a call, {_HANDLED[counting.handled]}. "
            "Time after the call is not simulated, and not counted.",
            PRACTICE,
            counts=_OF_A_LEG,
        ),
        sum(handled_ms(account, leg, counting) for leg in those),
        seqs_of(those),
        of=len(those),
    )


def handled_ms(account: Account, leg: Leg, counting: Counting = USUAL) -> int:
    """How long a leg was handled, in story milliseconds."""
    if leg.answered_ms is None or counting.handled == "with_holds":
        return leg.handled_ms
    return leg.handled_ms - sum(
        wait.story_ms
        for wait in account.waits
        if wait.sort == "supervisor" and leg.answered_ms <= wait.began_ms < leg.ended_ms
    )
