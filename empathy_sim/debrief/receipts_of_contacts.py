"""Receipts for contacts, people and being asked."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.needless import needless_of
from empathy_sim.debrief.phrases import capital, lasting, listed, many, number, times
from empathy_sim.debrief.receipt import Lived, Receipt, outcome_of
from empathy_sim.engine import events as e
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.units import SECOND

CHANNELS = {
    "phone": ("call", "calls"),
    "web": ("visit to the website", "visits to the website"),
    "chat": ("chat", "chats"),
    "counter": ("visit to a counter", "visits to a counter"),
}


def contact_receipts(account: Account, lived: Lived) -> Iterator[Receipt]:
    """What was found of contacts, the people in them and what they asked for."""
    yield from _help(account, lived)
    yield _contacts(account, lived)
    yield from _needless(account, lived)
    yield from _cut_off(account, lived)
    yield from _people(account, lived)
    yield from _repeated(account, lived)
    yield from _proofs(lived)
    yield from _retyped(lived)


def _help(account: Account, lived: Lived) -> Iterator[Receipt]:
    took = account.help.took_ms
    if not account.help.contacts or (took is None and not account.help.needed):
        return
    if took is None:
        says = account.help.without(outcome_of(account))
    elif took < SECOND:
        says = "Somebody able to help was there at once."
    else:
        says = (
            f"From the first contact for help it took your customer {lasting(took)} "
            f"to reach somebody able to help: {account.help.who}."
        )
    yield lived.receipt("help", says, "minutes_to_help", time="story")


def _contacts(account: Account, lived: Lived) -> Receipt:
    those = account.help.contacts
    by_channel = {
        channel: sum(each.channel == channel for each in those) for channel in CHANNELS
    }
    used = [
        many(count, *CHANNELS[channel])
        for channel, count in by_channel.items()
        if count
    ]
    if not used:
        says = "Your customer got in touch with nobody for help."
    elif len(those) == 1:
        says = f"{capital(_what('One contact', account))}: {used[0]}."
    else:
        contacts = _what(f"{number(len(those))} contacts", account)
        says = f"{capital(contacts)}: {listed(used)}."
    return lived.receipt("contacts", says, "contacts", "channels")


def _what(contacts: str, account: Account) -> str:
    """Contacts are for help where anything went wrong, or somebody helped."""
    sought = account.help.needed or account.help.took_ms is not None
    return f"{contacts} for help" if sought else contacts


def _needless(account: Account, lived: Lived) -> Iterator[Receipt]:
    needless, of = lived.value("needless_contacts"), lived.value("contacts")
    if not needless:
        return
    some = "It" if of == 1 else capital(_how_many(needless, of))
    those = needless_of(account.log, account.contacts, account.help.contacts)
    first = dict.fromkeys(
        _failed(account.log[each.failure - 1].event) for each in those
    )
    them = "it" if needless == 1 else "them"
    says = f"{some} should never have been needed. What made {them} needed: "
    yield lived.receipt("needless", f"{says}{'; '.join(first)}.", "needless_contacts")


def _failed(event: e.Event) -> str:
    """A failure of the company's as a short clause."""
    match event:
        case e.ContactEnded():
            return "the company ended a contact"
        case e.PromiseMoved():
            return "a date was put off"
        case e.FrictionMet(code=code) if code in FRICTIONS:
            return FRICTIONS[code].says
        case _:
            return "a date passed"


def _how_many(count: int, of: int) -> str:
    """`one of them`, `both of them`, `all six of them`."""
    if count == of:
        return "both of them" if of == _BOTH else f"all {number(of)} of them"
    return f"{number(count)} of them"


_BOTH = 2


def _cut_off(account: Account, lived: Lived) -> Iterator[Receipt]:
    hows: dict[str, int] = {}
    for each in account.contacts:
        if each.by in {"company", "battery"}:
            said = _CUT.get(each.how, _CUT["closed"])
            hows[said] = hows.get(said, 0) + 1
    if hows:
        each_said = (f"{said} {times(count)}" for said, count in hows.items())
        says = f"{capital(listed(each_said))}."
        yield lived.receipt("cut_off", says, "cut_off")


_CUT = {
    "dropped": "the line went dead",
    "timed_out": "the company hung up",
    "closed": "the company closed the conversation",
    "battery": "the battery ended the call",
}


def _people(account: Account, lived: Lived) -> Iterator[Receipt]:
    people, passed = lived.value("people"), lived.value("transfers")
    if not people:
        if account.help.contacts:
            yield lived.receipt("people", "No person was spoken to.", "people")
        return
    says = f"{capital(many(people, 'person', 'people'))} spoken to"
    says += f", {_able(people, len(_able_people(account)))}."
    if passed:
        says += f" Your customer was passed on {times(passed)}."
    yield lived.receipt("people", says, "people", "transfers")


def _able_people(account: Account) -> set[str]:
    return {
        each.event.who
        for each in account.log.of(e.PersonAnswered)
        if isinstance(each.event, e.PersonAnswered) and each.event.able
    }


def _able(people: int, able: int) -> str:
    if people == 1:
        return "who was able to help" if able else "who was not able to help"
    if not able:
        return "none of them able to help"
    return f"{'all' if able == people else number(able)} of them able to help"


def _repeated(account: Account, lived: Lived) -> Iterator[Receipt]:
    for each in account.asked:
        if each.times < _WORTH_TELLING:
            continue
        says = (
            f"Your customer was asked for {account.names.fact(each.fact)} "
            f"{times(each.times)}"
        )
        if each.again:
            says += f", {number(each.again)} of them after giving it"
        asked, again = f"times_asked.{each.fact}", f"times_asked_again.{each.fact}"
        yield lived.receipt(f"asked.{each.fact}", f"{says}.", asked, again)


_WORTH_TELLING = 2


def _proofs(lived: Lived) -> Iterator[Receipt]:
    checks = lived.value("identity_checks")
    if checks:
        says = f"Your customer had to prove who they were {times(checks)}."
        yield lived.receipt("identity", says, "identity_checks")


def _retyped(lived: Lived) -> Iterator[Receipt]:
    again = lived.value("retyped_fields")
    if again:
        says = f"Your customer filled in {many(again, 'field')} of a form again."
        yield lived.receipt("retyped", says, "retyped_fields")
