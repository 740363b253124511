"""What was lived, beside how it was recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.appointments import awaited_visits
from empathy_sim.debrief.curve import Curve
from empathy_sim.debrief.feelings import feeling_in_words
from empathy_sim.debrief.help_visits import lived_there
from empathy_sim.debrief.legs import Ender
from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.debrief.outcome import IN_A_CLAUSE, NOT_SOLVED
from empathy_sim.debrief.phrases import (
    capital,
    lasting,
    listed,
    many,
    number,
    times,
    was,
)
from empathy_sim.debrief.receipt import outcome_of
from empathy_sim.debrief.recorded_dates import dates, refunds
from empathy_sim.debrief.waits import by_others
from empathy_sim.debrief.worst import Worst
from empathy_sim.journey.units import SECOND

AT_FIRST = 5
"""Pairs on the first screen, and on every page."""


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
    worst: Worst | None = None,
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs that every face shows, five at most; and the others that apply.

    Nothing of what was felt is among the five, since they are also for somebody who
    was not there. Where the worst that happened was a cut-off, its pair is.
    """
    both = _Both(account, curve, by_id((*lived, *recorded)))
    those = tuple(_pairs(both))
    cut = worst.cut_off if worst else None
    needed = _OF_A_CUT.get(cut.channel, "") if cut else ""
    first = _first(those, needed)
    others = tuple(each for each in those if each not in first)
    return first, (*others, *_rating(both))


_OF_A_CUT = {"phone": "lost", "chat": "assistant", "web": "forms"}
"""In which pair a cut-off is told, by its channel."""


def _first(those: tuple[Pair, ...], needed: str) -> tuple[Pair, ...]:
    """The first five, with one that is needed in place of the last."""
    first = those[:AT_FIRST]
    further = [each for each in those[AT_FIRST:] if each.id == needed]
    return (*first[: AT_FIRST - len(further)], *further)


def _pairs(both: _Both) -> Iterator[Pair]:
    yield from _help(both)
    yield from _waiting(both)
    yield from _lost(both)
    yield from _appointments(both)
    yield from _tickets(both)
    yield from _contacts(both)
    yield from _dates(both)
    yield from _assistant(both)
    yield from _help_centre(both)
    yield from _forms(both)


def _help(both: _Both) -> Iterator[Pair]:
    if not any(each.channel == "phone" for each in both.account.contacts):
        return
    took = both.account.help.took_ms
    if took is None:
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
    says = f"{lasting(waited)} of waiting, {_stretches(both.account)}."
    yield both.pair(
        ("waiting", "Waiting"), says, ("minutes_waited",), "waiting_recorded"
    )


_WHERE = {
    "hold": "on hold",
    "queue": "in a queue",
    "supervisor": "while somebody was asked",
    "ticket": "with a ticket",
    "home": "at home",
}


def _stretches(account: Account) -> str:
    """`on hold`; `in four stretches: three on hold and one at home`.

    A day at home, or a ticket, is one stretch, whatever was done in it.
    """
    those = by_others(account.waits)
    parted = {
        (each.sort, each.place if each.sort in {"home", "ticket"} else at)
        for at, each in enumerate(those)
    }
    in_order = dict.fromkeys(_WHERE[each.sort] for each in those)
    counted = Counter(_WHERE[sort] for sort, _ in parted)
    waits = Counter({where: counted[where] for where in in_order})
    in_all = waits.total()
    if len(waits) > 1:
        each = [f"{number(count)} {where}" for where, count in waits.items()]
        return f"in {number(in_all)} stretches: {listed(each)}"
    where = next(iter(waits), "")
    return where if in_all == 1 else f"in {number(in_all)} stretches {where}"


def _contacts(both: _Both) -> Iterator[Pair]:
    contacts = both.value("contacts")
    if not contacts or not both.counted("first_contact_resolution"):
        return
    ended = IN_A_CLAUSE.get(outcome_of(both.account), NOT_SOLVED)
    says = f"{capital(many(contacts, 'contact'))}, {ended}."
    yield both.pair(
        ("contacts", "Coming back"), says, ("contacts",), "first_contact_resolution"
    )


def _dates(both: _Both) -> Iterator[Pair]:
    those = dates(both.account)
    if not those:
        return
    moved = sum(each.moved_later for each in those)
    broken = sum(each.is_broken for each in those)
    late = both.value("days_late")
    back = len(refunds(both.account))
    says = f"{capital(many(len(those), 'promise'))} with a date"
    says += f", beside {number(back)} of money back" if back else ""
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


def _help_centre(both: _Both) -> Iterator[Pair]:
    says = lived_there(both.account)
    if says:
        about = ("help_centre", "The help centre")
        yield both.pair(about, says, ("contacts",), "self_service")


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


def _appointments(both: _Both) -> Iterator[Pair]:
    days = both.value("days_at_home")
    if not days:
        return
    met = any(each.ended == "met" for each in awaited_visits(both.account.log))
    ended = "and somebody came" if met else "and nobody was met"
    says = f"{capital(many(days, 'day'))} at home for a visit, {ended}."
    yield both.pair(
        ("appointments", "The visit"), says, ("days_at_home",), "appointments_kept"
    )


def _tickets(both: _Both) -> Iterator[Pair]:
    """Nothing where the wait on record is the whole of it."""
    drawn = both.value("tickets_drawn")
    took = both.value("door_to_counter")
    if not drawn or (took and lasting(took) == lasting(both.value("ticket_waiting"))):
        return
    tickets = many(drawn, "ticket")
    if took:
        says = f"{lasting(took)} from the door to the right counter, on {tickets}."
    else:
        says = f"{capital(tickets)} drawn, and nobody at the right counter reached."
    lived = ("door_to_counter", "tickets_drawn")
    yield both.pair(("tickets", "The counter"), says, lived, "ticket_waiting")


def _lost(both: _Both) -> Iterator[Pair]:
    calls = [each.by for each in both.account.contacts if each.channel == "phone"]
    cut = ((whose, calls.count(by)) for by, whose in _CUT_BY.items())
    lost = [f"{whose} {times(count)}" for whose, count in cut if count]
    if not lost:
        return
    says = f"Cut off {listed(lost)}."
    yield both.pair(("lost", "Lost calls"), says, ("cut_off",), "abandonment")


_CUT_BY: Mapping[Ender, str] = {
    "company": "by the company",
    "battery": "by an empty battery",
}
