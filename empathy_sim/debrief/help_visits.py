"""Visits to a help centre, and where they led."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import PRACTICE, USUAL, Counting
from empathy_sim.debrief.legs import Contact
from empathy_sim.debrief.measures import Measure, Reading, named
from empathy_sim.debrief.phrases import capital, many, number, was
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.engine import events as e
from empathy_sim.journey.units import DAY

_KIND = "search"
_SPOKEN_ON = ("phone", "chat")
_FOLLOWED = (e.TouchpointEntered, e.StepTaken, e.TouchpointLeft, e.ContactBegan)


@dataclass(frozen=True, slots=True)
class HelpVisit:
    """One visit to a help centre."""

    left_ms: int
    """The story instant at which it was over, or at which the log ends."""
    left_seq: int
    led_back: int
    """How often a link led back to where one had been."""
    went_on: bool
    """Whether a call or a chat was begun straight from it."""
    evidence: tuple[int, ...]


def help_visits(log: Log) -> tuple[HelpVisit, ...]:
    """Every visit to a help centre, in order."""
    return tuple(_visits(log))


def _visits(log: Log) -> Iterator[HelpVisit]:
    events = log.of(*_FOLLOWED)
    for at, entered in enumerate(events):
        if entered.place.kind == _KIND and _is(entered, e.TouchpointEntered):
            stay = [each for each in events[at:] if each.place == entered.place]
            after = events[events.index(stay[-1]) + 1 :]
            yield HelpVisit(
                stay[-1].story_ms,
                stay[-1].seq,
                sum(_leads_back(each) for each in stay),
                _goes_on(stay[-1], after),
                (entered.seq, stay[-1].seq),
            )


def _is(at: Placed, kind: type[e.Event]) -> bool:
    return type(at.event) is kind


def _leads_back(at: Placed) -> bool:
    match at.event:
        case e.StepTaken(step="led_back"):
            return True
        case _:
            return False


def _goes_on(left: Placed, after: Sequence[Placed]) -> bool:
    """Whether a call or a chat begins before anything else is come to."""
    if not _is(left, e.TouchpointLeft):
        return False
    for each in after:
        match each.event:
            case e.ContactBegan(channel=channel):
                return channel in _SPOKEN_ON
            case e.TouchpointEntered():
                return False
            case _:
                pass
    return False


def is_settled(visit: HelpVisit, account: Account, counting: Counting) -> bool:
    """Whether the report has a visit as settled by the help centre."""
    if visit.went_on:
        return False
    return counting.settled == "no_person" or not _came_back(visit, account, counting)


def _came_back(visit: HelpVisit, account: Account, counting: Counting) -> bool:
    until = visit.left_ms + counting.again_within_days * DAY
    on_any = counting.again_on == "any_channel"
    return any(
        visit.left_seq < each.began_seq
        and each.began_ms <= until
        and (on_any or each.channel == "web")
        for each in account.contacts
    )


def help_readings(account: Account, counting: Counting = USUAL) -> tuple[Reading, ...]:
    """Self-service: what the help centre is said to have settled."""
    visits = help_visits(account.log)
    settled = [each for each in visits if is_settled(each, account, counting)]
    besides = ""
    if counting.settled == "not_back":
        where = "" if counting.again_on == "any_channel" else " to the website"
        days = counting.again_within_days
        besides = f", and after which nobody came back{where} within {days} days"
    reading = Reading(
        Measure(
            "self_service",
            "visits settled by the help centre",
            "count",
            "Visits to the help centre from which nobody went straight to a call or a "
            f"chat{besides}. Whether an article answered is not asked, and neither is "
            "what was said of it.",
            PRACTICE,
            counts=named(*_FOLLOWED),
        ),
        len(settled),
        tuple(sorted(seq for each in settled for seq in each.evidence)),
        of=len(visits),
    )
    return (reading,)


def helped_itself(reading: Reading, _account: Account, counting: Counting) -> str:
    """How visits to the help centre were recorded, in a sentence."""
    of, value = reading.of or 0, reading.value or 0
    if not of:
        return "No visit to a help centre."
    why = _SETTLED[counting.settled]
    if of == 1:
        how = "settled by it" if value else "not settled by it"
        return f"One visit to the help centre: {how}, {why[not value]}."
    told = "none" if not value else number(value)
    told = "all" if value == of else told
    return (
        f"Of {many(of, 'visit')} to the help centre, {told} {was(value)} settled by it."
    )


_SETTLED: Mapping[str, tuple[str, str]] = {
    "no_person": (
        "for it ended without a call or a chat",
        "for a call or a chat began from it",
    ),
    "not_back": (
        "for nobody came back",
        "for it led to a further contact",
    ),
}
"""Why it counts as settled, and why not."""


def lived_there(account: Account) -> str:
    """What visits to the help centre were, in a sentence; empty where there was none."""
    visits = help_visits(account.log)
    if not visits:
        return ""
    back = sum(each.led_back for each in visits)
    after = _after(account.contacts, visits[0].left_seq)
    says = capital(many(len(visits), "visit"))
    if back:
        says += f", led back {number(back)} {'time' if back == 1 else 'times'}"
    on = f"then {many(after, 'further contact')} for the same thing"
    return f"{says}, {on if after else 'and no further contact'}."


def _after(contacts: tuple[Contact, ...], seq: int) -> int:
    return sum(each.began_seq > seq for each in contacts)
