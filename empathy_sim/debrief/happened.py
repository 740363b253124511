"""What happened, in six lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.contacts_told import contacts_in_order
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.outcome import CAME_TO, UNTOLD
from empathy_sim.debrief.phrases import (
    capital,
    first_sentences,
    lasting,
    listed,
    many,
    number,
    sentence,
)
from empathy_sim.debrief.promises_told import promises_in_order
from empathy_sim.debrief.receipt import outcome_of
from empathy_sim.debrief.report_again import (
    LineAgain,
    against_in_words,
    month_in_words,
)
from empathy_sim.debrief.worst import Worst
from empathy_sim.engine import events as e
from empathy_sim.journey.script import STOPPED
from empathy_sim.journey.units import SECOND

_OF_THE_END = 30
"""Words of the story's own about its end, about as many."""
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
    report: tuple[LineAgain, ...],
) -> tuple[Told, ...]:
    """Six lines at most; nothing of what was felt is in them."""
    began = account.help.began_ms
    asked = _LAST if began is None else began
    between = [(asked, _contacts(account, lived))]
    if worst is not None:
        between.append((worst.at_ms, Told("At worst", worst.says)))
    between.sort(key=lambda each: each[0])
    last = [Told("In the end", end_in_words(account, lived), tuple(_as_told(account)))]
    if report:
        last.append(Told("On record", _on_record(report)))
    return (*_wanted(account), *(told for _, told in between), *last)


def _wanted(account: Account) -> Iterator[Told]:
    goal = sentence(account.names.words(account.script.journey.customer.goal))
    yield Told("Wanted", goal)
    promises = promises_in_order(account)
    if len(promises) == 1:
        yield Told("Promised", promises[0])
    elif promises:
        yield Told("Promised", _dated(len(promises)), promises)


def _on_record(report: tuple[LineAgain, ...]) -> str:
    """Which lines of the report it counts against, and their colours."""
    says = against_in_words(report, "the company's monthly report").rstrip(".")
    against = [_named(each) for each in report if each.is_against]
    named = f": {listed(against)}" if against else ""
    return f"{says}{named}. {month_in_words(report)}"


def _named(again: LineAgain) -> str:
    """A line's name within a sentence; what begins with a short form keeps it."""
    says = again.line.says or again.line.metric.replace("_", " ")
    return says if says[1:2].isupper() else f"{says[:1].lower()}{says[1:]}"


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
        on = account.names.date(account.log[-1].story_ms)
        yield f"{capital(many(days, 'day'))} from the first promise to {to}, {on}."


def _as_told(account: Account) -> Iterator[str]:
    """How the story tells its end, in the author's words; an episode has none."""
    if account.script.alone:
        return
    for each in account.log.of(e.JourneyEnded):
        match each.event:
            case e.JourneyEnded(says=says) if says.strip():
                yield f"As the story tells it: “{first_sentences(says, _OF_THE_END)}”"
            case _:
                pass


def _to_help(took: int) -> str:
    if took < SECOND:
        return "Somebody able to help was there at once."
    return f"{lasting(took)} from the first contact to somebody able to help."


def _value(lived: tuple[Reading, ...], measure: str) -> int:
    found = reading_of(lived, measure)
    return (found.value or 0) if found else 0


def _dated(promises: int) -> str:
    """How many there were, where there were several."""
    return f"{capital(number(promises))}, each with a date."
