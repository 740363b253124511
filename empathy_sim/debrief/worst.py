"""The worst that happened, whatever it felt like."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.costs import Met, is_waiting
from empathy_sim.debrief.legs import Contact
from empathy_sim.debrief.lived_counts import days_past
from empathy_sim.debrief.phrases import lasting, many, sentence, times
from empathy_sim.debrief.promised import PromiseStory
from empathy_sim.engine import events as e
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.units import MINUTE, SECOND

_ENDERS = ("company", "battery")
_CUTS = frozenset(
    {
        *("line_dropped", "call_cut_short", "closed_on_silence"),
        *("menu_timed_out", "session_expired"),
    }
)
"""Frictions that are themselves the end of a contact."""


@dataclass(frozen=True, slots=True)
class Worst:
    """One thing that went against the customer, and what it cost."""

    code: str
    at_ms: int
    """Its story instant."""
    when: str
    """`Tuesday 17 June, 12:41`."""
    happened: str
    """A sentence: `The line went dead near the front of the queue.`."""
    cost: str
    """What it cost in the customer's time, and how often it came; a sentence."""
    cut_off: Contact | None
    """The contact that ended with it; None where none did."""

    @property
    def says(self) -> str:
        """All of it, to be read aloud."""
        return f"{self.when}. {self.happened} {self.cost}"


def worst_of(account: Account) -> Worst | None:
    """The worst by weight, by being cut off, by minutes and days; None without any."""
    if not account.met:
        return None
    met = min(account.met, key=lambda each: _order(account, each))
    code = met.event.code
    known = FRICTIONS.get(code)
    says = known.says if known else code.replace("_", " ")
    about = _promise(account, met)
    named = f': "{account.names.promise(about.id).rstrip(".")}"' if about else ""
    return Worst(
        code=code,
        at_ms=met.at.story_ms,
        when=account.names.when(met.at.story_ms),
        happened=sentence(f"{says}{named}"),
        cost=_cost(account, met),
        cut_off=cut_off_by(account, met) if code in _CUTS else None,
    )


def cut_off_by(account: Account, met: Met) -> Contact | None:
    """The contact that the company, or an empty battery, ended as this was met."""
    for each in account.contacts:
        ended = each.ended_seq is not None and each.ended_ms == met.at.story_ms
        if ended and each.by in _ENDERS and each.has(met.at.seq):
            return each
    return None


def _order(account: Account, met: Met) -> tuple[int, bool, int, int, int]:
    known = FRICTIONS.get(met.event.code)
    weight = known.weight if known else 1
    spared = met.event.code not in _CUTS or cut_off_by(account, met) is None
    lost = (-(_lost_ms(met) // MINUTE), -_days(account, met))
    return -weight, spared, *lost, met.at.seq


def _lost_ms(met: Met) -> int:
    return met.cost[1] - met.cost[0] if met.cost else 0


def _cost(account: Account, met: Met) -> str:
    code, lost, days = met.event.code, _lost_ms(met), _days(account, met)
    often = sum(each.event.code == code for each in account.met)
    again = f", and it happened {times(often)} in all" if often > 1 else ""
    if lost >= SECOND:
        of = " of waiting" if is_waiting(code) else ""
        return f"It cost {lasting(lost)}{of}{again}."
    if days:
        return f"It cost {many(days, 'day')}{again}."
    return f"No minutes are counted for it{again}."


def _days(account: Account, met: Met) -> int:
    """Calendar days past the first date of the promise it is about."""
    about = _promise(account, met)
    return days_past(account, about) if about else 0


def _promise(account: Account, met: Met) -> PromiseStory | None:
    """The promise that was put off or broken at that instant, if one was."""
    if met.event.code not in _OF_PROMISES:
        return None
    at = met.at.story_ms
    seqs = {
        each.seq
        for each in account.log.of(e.PromiseMade, e.PromiseMoved, e.PromiseBroken)
        if each.story_ms == at
    }
    return next((each for each in account.promises if seqs & {*each.evidence}), None)


_OF_PROMISES = frozenset({"promise_slipped", "promise_broken"})
