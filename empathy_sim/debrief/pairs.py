"""What was lived, beside how it was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.curve import Curve
from empathy_sim.debrief.feelings import feeling_in_words
from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.debrief.phrases import capital, lasting, many, number, times, was
from empathy_sim.debrief.receipt import outcome_of
from empathy_sim.debrief.recorded_dates import dates
from empathy_sim.journey.units import SECOND

AT_FIRST = 5
"""Pairs on the first screen."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing, lived and recorded."""

    id: str
    head: str
    """What it is about, in a word or two."""
    lived: str
    recorded: str
    lived_measures: tuple[str, ...]
    recorded_measures: tuple[str, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Both:
    """Both readings of one log."""

    account: Account
    curve: Curve
    found: Mapping[str, Reading]
    """Lived and recorded readings, by the ids of their measures."""

    def value(self, measure: str) -> int:
        found = self.found.get(measure)
        return (found.value or 0) if found else 0

    def counted(self, measure: str) -> int:
        """Out of how many a recorded measure was counted."""
        found = self.found.get(measure)
        return (found.of or 0) if found else 0

    def says(self, measure: str) -> str:
        found = self.found.get(measure)
        return found.says if found else ""

    def pair(
        self,
        name: tuple[str, str],
        lived: str,
        lived_measures: tuple[str, ...],
        *recorded: str,
    ) -> Pair:
        found = (self.found.get(each) for each in (*lived_measures, *recorded))
        seqs = {seq for each in found if each for seq in each.evidence}
        says = " ".join(capital(self.says(each)) for each in recorded)
        return Pair(*name, lived, says, lived_measures, recorded, tuple(sorted(seqs)))


def pairs_of(
    account: Account,
    curve: Curve,
    lived: tuple[Reading, ...],
    recorded: tuple[Reading, ...],
) -> tuple[Pair, ...]:
    """Every pair that this log has something to say for, in the order of telling.

    The first five are for the first screen.
    """
    return tuple(_pairs(_Both(account, curve, by_id((*lived, *recorded)))))


def _pairs(both: _Both) -> Iterator[Pair]:
    yield from _help(both)
    yield from _waiting(both)
    yield from _contacts(both)
    yield from _dates(both)
    yield from _rating(both)
    yield from _assistant(both)
    yield from _forms(both)
    yield from _lost(both)


def _help(both: _Both) -> Iterator[Pair]:
    if not any(each.channel == "phone" for each in both.account.contacts):
        return
    took = both.account.help.took_ms
    if took is None and not both.account.help.needed:
        says = "Nothing went wrong, and nobody was needed."
    elif took is None:
        says = both.account.help.without(outcome_of(both.account))
    elif took < SECOND:
        says = "Somebody able to help was there at once."
    else:
        says = f"{lasting(took)} from the first contact to somebody able to help."
    yield both.pair(
        ("help", "Getting help"), says, ("minutes_to_help",), "answered_in_target"
    )


def _waiting(both: _Both) -> Iterator[Pair]:
    waited = both.value("minutes_waited")
    if waited < SECOND:
        return
    waits = sum(each.sort != "days" for each in both.account.waits)
    says = f"{lasting(waited)} of waiting, in {many(waits, 'stretch', 'stretches')}."
    yield both.pair(
        ("waiting", "Waiting"), says, ("minutes_waited",), "waiting_recorded"
    )


def _contacts(both: _Both) -> Iterator[Pair]:
    contacts = both.value("contacts")
    if not contacts or not both.counted("first_contact_resolution"):
        return
    ended = _OUTCOMES.get(outcome_of(both.account), "and it was not solved")
    says = f"{capital(many(contacts, 'contact'))}, {ended}."
    yield both.pair(
        ("contacts", "Coming back"), says, ("contacts",), "first_contact_resolution"
    )


_OUTCOMES = {"solved": "and it was solved", "partly": "and it was partly solved"}


def _dates(both: _Both) -> Iterator[Pair]:
    those = dates(both.account)
    if not those:
        return
    moved = sum(each.moved_later for each in those)
    broken = sum(each.is_broken for each in those)
    late = both.value("days_late")
    says = f"{capital(many(len(those), 'promise'))} with a date"
    says += f", put off {times(moved)}" if moved else ", never put off"
    if broken:
        says += f"; {number(broken)} {was(broken)} broken"
    if late:
        says += f"; {many(late, 'day')} past the first date given"
    yield both.pair(
        ("dates", "Dates"),
        f"{says}.",
        ("promises_made", "promises_moved", "promises_broken", "days_late"),
        "on_time_delivery",
    )


def _rating(both: _Both) -> Iterator[Pair]:
    worst, end = both.curve.worst, both.curve.end
    if not both.account.ratings or worst is None or end is None:
        return
    says = f"{_felt('At the end', end.pleasant, end.aroused)}"
    if worst.seq != end.seq:
        says += f" {_felt('At the worst', worst.pleasant, worst.aroused)}"
    measures = tuple(name for name in ("csat", "ces", "nps") if both.counted(name))
    if measures:
        yield both.pair(("rating", "Satisfaction"), says, (), *measures)


def _felt(when: str, pleasant: int, aroused: int) -> str:
    return f"{when}: {feeling_in_words(pleasant, aroused)}."


def _assistant(both: _Both) -> Iterator[Pair]:
    chats = both.counted("bot_resolution")
    if not chats:
        return
    last = [each for each in both.account.contacts if each.channel == "chat"][-1]
    after = sum(each.began_seq > last.began_seq for each in both.account.contacts)
    on = (
        f"then {many(after, 'further contact')} for the same thing"
        if after
        else "and no further contact"
    )
    says = f"{capital(many(chats, 'chat'))}, {on}."
    yield both.pair(
        ("assistant", "The assistant"), says, ("contacts",), "bot_resolution"
    )


def _forms(both: _Both) -> Iterator[Pair]:
    forms = both.account.forms
    if not forms:
        return
    done = sum(each.accepted for each in forms)
    refused = sum(each.refusals for each in forms)
    says = f"{capital(many(len(forms), 'form'))} begun, "
    says += f"{number(done) if done else 'none'} finished"
    if refused:
        says += f"; {many(refused, 'answer')} refused"
    yield both.pair(("forms", "Forms"), f"{says}.", ("refusals",), "form_completion")


def _lost(both: _Both) -> Iterator[Pair]:
    lost = sum(
        each.by == "company" and each.channel == "phone"
        for each in both.account.contacts
    )
    if not lost:
        return
    says = f"Cut off by the company {times(lost)}."
    yield both.pair(("lost", "Lost calls"), says, ("cut_off",), "abandonment")
