"""Every contact for help, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.legs import Contact, Leg
from empathy_sim.debrief.phrases import capital, lasting, many, number, was
from empathy_sim.debrief.receipts_of_contacts import CHANNELS
from empathy_sim.engine import events as e
from empathy_sim.journey.units import MINUTE

_AT_MOST = 6
"""Contacts told one by one; of more, the first and the last."""
_THEN = "then "
_ENDS = {
    ("company", "dropped"): "until the line went dead",
    ("company", "timed_out"): "until the company hung up",
    ("company", "closed"): "until the company closed it",
}
_CUT = {
    "company": "until the company ended it",
    "battery": "until the battery ended it",
}


def contacts_in_order(account: Account) -> tuple[str, ...]:
    """`Tuesday 10 June, 12:41: a chat.`, `12:50: a call, 25 minutes on hold, ...`."""
    told = tuple(_told(account, account.help.contacts))
    if len(told) <= _AT_MOST:
        return told
    left = len(told) - _AT_MOST
    more = f"{capital(number(left))} more."
    return (*told[: _AT_MOST - 2], more, *told[-2:])


def _told(account: Account, those: tuple[Contact, ...]) -> Iterator[str]:
    """A clause for each contact; those in a row of which no more is known, as one."""
    before = -1
    clauses = ((each, _clause(account, each)) for each in those)
    for (_, clause, _), same in groupby(clauses, key=_alike):
        contacts = [each for each, _ in same]
        first = contacts[0]
        date = account.names.date(first.began_ms)
        time = account.names.state.calendar.time(first.began_ms)
        day = account.names.state.calendar.day_number(first.began_ms)
        when = time if day == before else f"{date}, {time}"
        before = day
        one, more = CHANNELS[first.channel]
        several = many(len(contacts), one, more)
        if len(contacts) == 1:
            yield f"{when}: a {one}{clause}."
        else:
            yield f"{when}: {several}{clause.replace(', ', ', each ', 1)}."


def _alike(told: tuple[Contact, str]) -> tuple[str, str, int]:
    """What those share that are told as one; with a queue or people, none are."""
    contact, clause = told
    return contact.channel, clause, contact.began_seq if contact.legs else 0


def _clause(account: Account, contact: Contact) -> str:
    """What is known of a contact, after its name."""
    legs = list(_legs(account, contact))
    if legs and legs[0].startswith(_THEN):
        legs[0] = f"answered by {legs[0].removeprefix(_THEN)}"
    parts = [*_refused(account, contact), *legs, *_end(contact)]
    return f", {', '.join(parts)}" if parts else ""


def _refused(account: Account, contact: Contact) -> Iterator[str]:
    refused = sum(contact.has(each.seq) for each in account.log.of(e.InputRefused))
    if refused:
        yield f"where {many(refused, 'answer')} {was(refused)} refused"


def _legs(account: Account, contact: Contact) -> Iterator[str]:
    waited = "on hold" if contact.channel == "phone" else "of waiting"
    for leg in contact.legs:
        if leg.queue_ms >= MINUTE:
            yield f"{lasting(leg.queue_ms)} {waited}"
        yield from _people(account, leg)


def _people(account: Account, leg: Leg) -> Iterator[str]:
    able = _able(account)
    for who in leg.people:
        yield f"{_THEN}{who}, {'' if who in able else 'not '}able to help"


def _able(account: Account) -> set[str]:
    return {
        each.event.who
        for each in account.log.of(e.PersonAnswered)
        if isinstance(each.event, e.PersonAnswered) and each.event.able
    }


def _end(contact: Contact) -> Iterator[str]:
    last = contact.legs[-1] if contact.legs else None
    if contact.how == "hung_up" and last is not None and last.answered_ms is None:
        yield "until the customer hung up"
    elif contact.by in _CUT:
        yield _ENDS.get((contact.by, contact.how), _CUT[contact.by])
