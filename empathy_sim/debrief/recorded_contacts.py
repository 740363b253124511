"""How contacts, tickets and forms are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import PRACTICE, USUAL, Counting
from empathy_sim.debrief.legs import Contact
from empathy_sim.debrief.measures import Measure, Reading, named
from empathy_sim.debrief.recorded_calls import seqs_of
from empathy_sim.engine import events as e
from empathy_sim.journey.units import DAY

_OF_A_CONTACT = named(e.ContactBegan, e.ContactEnded)
_SPOKEN_ON = ("phone", "chat")


def contact_readings(account: Account, counting: Counting) -> tuple[Reading, ...]:
    """First-contact resolution, ticket time, containment, the assistant, the web."""
    return (
        _first_contact_resolution(account, counting),
        _ticket_time(account, counting),
        _containment(account),
        _bot_resolution(account, counting),
        _settled_online(account),
        _form_completion(account, counting),
    )


_ON: Mapping[str, str] = {
    "same_channel": "on the same channel",
    "any_channel": "on any channel",
}


def _back(counting: Counting) -> str:
    """`came back on the same channel within 7 days`."""
    within = f"within {counting.again_within_days} days"
    return f"came back {_ON[counting.again_on]} {within}"


def came_back(
    contacts: Iterable[Contact], after: Contact, counting: Counting = USUAL
) -> bool:
    """Whether a further contact began within so many days, where that counts."""
    until = after.ended_ms + counting.again_within_days * DAY
    return any(
        (counting.again_on == "any_channel" or each.channel == after.channel)
        and after.ended_ms <= each.began_ms <= until
        and each.began_seq > after.began_seq
        for each in contacts
    )


def _first_contact_resolution(account: Account, counting: Counting) -> Reading:
    answered = tuple(each for each in account.contacts if each.is_answered)
    return Reading(
        Measure(
            "first_contact_resolution",
            "contacts solved at the first",
            "count",
            "Answered calls, chats and visits to a counter after which nobody "
            f"{_back(counting)}. Whether "
            "it was solved is not asked.",
            PRACTICE,
            counts=_OF_A_CONTACT,
        ),
        sum(not came_back(account.contacts, each, counting) for each in answered),
        seqs_of(answered),
        of=len(answered),
    )


def ticket_of(account: Account) -> tuple[Contact, ...]:
    """The contacts that a ticket is open for: from the first that was answered on."""
    those = account.help.contacts
    first = next((at for at, each in enumerate(those) if each.is_answered), len(those))
    return tuple(those[first:])


def _ticket_time(account: Account, counting: Counting) -> Reading:
    those = ticket_of(account)
    value = None
    if those:
        opened = min(
            leg.answered_ms for leg in those[0].legs if leg.answered_ms is not None
        )
        whole = those[-1].ended_ms - opened
        stops = counting.ticket_clock == "stops"
        value = (
            sum(each.ended_ms - max(each.began_ms, opened) for each in those)
            if stops
            else whole
        )
    clock = (
        "Between contacts it waits for the customer, and its clock stops."
        if counting.ticket_clock == "stops"
        else "Its clock runs between contacts."
    )
    return Reading(
        Measure(
            "ticket_time",
            "time on the ticket",
            "story_ms",
            "A ticket is opened when a person first takes a contact for help, and "
            f"closed with the last contact. {clock}",
            "Call Centre Helper and Adair Major on tickets put on hold",
            counts=_OF_A_CONTACT,
        ),
        value,
        seqs_of(those),
        of=len(those),
    )


def _containment(account: Account) -> Reading:
    spoken = tuple(each for each in account.contacts if each.channel in _SPOKEN_ON)
    return Reading(
        Measure(
            "containment",
            "contacts settled without a person",
            "count",
            "Calls and chats that ended before any queue or person was reached.",
            PRACTICE,
            counts=_OF_A_CONTACT,
        ),
        sum(not each.legs for each in spoken),
        seqs_of(each for each in spoken if not each.legs),
        of=len(spoken),
    )


def _bot_resolution(account: Account, counting: Counting) -> Reading:
    chats = tuple(each for each in account.contacts if each.channel == "chat")
    settled = tuple(
        each
        for each in chats
        if not each.legs
        and not (
            counting.settled == "not_back"
            and came_back(account.contacts, each, counting)
        )
    )
    besides = (
        f", and after which nobody {_back(counting)}"
        if counting.settled == "not_back"
        else ""
    )
    return Reading(
        Measure(
            "bot_resolution",
            "chats settled by the assistant",
            "count",
            f"Chats that ended before a person was sent for{besides}. Silence after "
            "an answer counts as settled.",
            "Gartner and the Consumer Financial Protection Bureau describe the "
            "effect; the rule is " + PRACTICE,
            counts=_OF_A_CONTACT,
        ),
        len(settled),
        seqs_of(settled),
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
            counts=_OF_A_CONTACT,
        ),
        len(visits),
        seqs_of(visits),
        of=len(visits),
    )


def _form_completion(account: Account, counting: Counting) -> Reading:
    begun = counting.forms_of == "begun"
    those = tuple(each for each in account.forms if begun or each.is_at_last_page)
    out_of = (
        "Forms sent and accepted, out of those begun."
        if begun
        else "Forms sent and accepted, out of those whose last page was opened. What "
        "was left before that is not counted."
    )
    return Reading(
        Measure(
            "form_completion",
            "forms completed",
            "count",
            out_of,
            PRACTICE,
            counts=named(e.TouchpointEntered, e.InputRefused, e.TouchpointLeft),
        ),
        sum(each.accepted for each in those),
        tuple(sorted({seq for each in those for seq in each.evidence})),
        of=len(those),
    )
