"""What happened, in five lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.contacts_told import contacts_in_order
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.outcome import CAME_TO, STOPPED, UNTOLD
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital, lasting, many, number, sentence
from empathy_sim.debrief.receipt import outcome_of
from empathy_sim.debrief.report_again import LineAgain, against_in_words
from empathy_sim.debrief.worst import Worst
from empathy_sim.journey.units import SECOND

_LAST = 2**63
"""Later than any instant."""
_SAID = frozenset({"solved", "partly", STOPPED})
"""Outcomes that are told with there having been nobody able to help."""


class Told(NamedTuple):
    """A line of it."""

    head: str
    """What it is about, in a word or two."""
    says: str
    steps: tuple[str, ...] = ()
    """What follows from it one by one, in order of time."""


def happened_in(
    account: Account,
    worst: Worst | None,
    lived: tuple[Reading, ...],
    pairs: tuple[Pair, ...],
    report: tuple[LineAgain, ...],
) -> tuple[Told, ...]:
    """Five lines at most, in order of time; nothing of what was felt is in them."""
    began = account.help.began_ms
    asked = _LAST if began is None else began
    between = [(asked, _contacts(account, lived))]
    if worst is not None:
        between.append((worst.at_ms, Told("At worst", worst.says)))
    between.sort(key=lambda each: each[0])
    last = [Told("In the end", end_in_words(account, lived))]
    if report:
        against = against_in_words(report, "the company's monthly report")
        last.append(Told("On record", against))
    return (_wanted(account, pairs), *(told for _, told in between), *last)


def _wanted(account: Account, pairs: tuple[Pair, ...]) -> Told:
    goal = sentence(account.names.words(account.script.journey.customer.goal))
    dates = [each.lived for each in pairs if each.id == "dates"]
    return Told("Wanted", " ".join((goal, *dates)))


def _contacts(account: Account, lived: tuple[Reading, ...]) -> Told:
    says = " ".join(_counted(len(account.help.contacts), lived))
    return Told("Contacts", says, contacts_in_order(account))


def _counted(contacts: int, lived: tuple[Reading, ...]) -> Iterator[str]:
    if not contacts:
        yield "Nobody was asked for help."
        return
    yield f"{capital(many(contacts, 'contact'))} for help."
    needless = _value(lived, "needless_contacts")
    if needless and contacts == 1:
        yield "It should never have been needed."
    elif needless:
        yield f"{capital(number(needless))} of them should never have been needed."


def end_in_words(account: Account, lived: tuple[Reading, ...]) -> str:
    """Whether there was help, what it came to, and after how many days."""
    return " ".join(_end(account, lived))


def _end(account: Account, lived: tuple[Reading, ...]) -> Iterator[str]:
    sought, outcome = account.help, outcome_of(account)
    says_all = False
    if sought.took_ms is not None:
        yield _to_help(sought.took_ms)
    elif sought.contacts:
        yield sought.without(outcome)
        says_all = sought.picked_up or (sought.needed and outcome in _SAID)
    if not says_all:
        yield CAME_TO.get(outcome, "It is over.")
    days = _value(lived, "days")
    if days and outcome != STOPPED:
        to = "this point" if outcome in UNTOLD else "the end"
        yield f"{capital(many(days, 'day'))} from the first promise to {to}."


def _to_help(took: int) -> str:
    if took < SECOND:
        return "Somebody able to help was there at once."
    return f"{lasting(took)} from the first contact to somebody able to help."


def _value(lived: tuple[Reading, ...], measure: str) -> int:
    found = reading_of(lived, measure)
    return (found.value or 0) if found else 0
