"""What one customer's way comes to in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.decided import FigureHeld
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.outcome import LEFT, OPEN
from empathy_sim.engine.resolutions import Figure, Ground
from empathy_sim.journey.script import STOPPED
from empathy_sim.journey.units import HOUR

_HUNDRED = 100
_SHARES = (5, 20)
"""Of a hundred customers on this path, how many live something like this: from, to."""
_LEAVE = (10, 33)
"""Of a hundred of those who were not helped, how many are lost: from, to."""
NOT_LOST: Mapping[str, str] = {
    "solved": "It was solved, so none is counted.",
    OPEN: "It is not over, so none is counted yet.",
    LEFT: "It was left before its end, so none is counted.",
    STOPPED: "The episode stops before it tells an end, so none is counted.",
}
"""Outcomes after which no customer is counted as lost, and why."""
_SINCE: Mapping[str, str] = {"partly": "it was solved only in part"}
"""Why some are lost, where it was not that it was not solved."""


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """One of the leader's three numbers."""

    id: Figure
    asks: str
    unit: str
    """`customers`, or `money` in hundredths of the currency."""
    held: FigureHeld
    """As given; else an invented one to begin with."""


_ASKED: Mapping[Figure, tuple[str, str, int]] = {
    "customers": ("How many customers a year come this way?", "customers", 10_000),
    "contact_cost": ("What does one contact cost you?", "money", 6_00),
    "margin": ("What does a customer bring you in a year?", "money", 40_00),
}
GROUNDS: Mapping[Ground, str] = {
    "yours": "yours",
    "published": "published",
    "invented": "invented, to begin with",
}


@dataclass(frozen=True, slots=True)
class Span:
    """From a lower to a higher number."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class YearLine:
    """One thing that a year of this comes to."""

    id: str
    """`contacts`, `waiting`, `lost`."""
    says: str
    """What is counted, as a clause."""
    count: Span
    """Contacts, hours of waiting, customers."""
    unit: str
    money: Span | None
    """In hundredths of the currency; None where time is not money."""
    rule: str
    """How it was worked out, in a sentence."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of this way, as a range."""

    figures: tuple[FigureAsked, ...]
    lines: tuple[YearLine, ...]
    total: Span
    """What the contacts and the losses come to, in hundredths of the currency."""
    assumed: tuple[str, ...]
    """What was assumed that nobody measured; each marked as invented."""
    source: str
    """What is published about it, and what it does not say."""
    currency: str = ""
    """`£`; empty where nobody has said which."""

    @property
    def used(self) -> tuple[FigureAsked, ...]:
        """The figures that enter the sum."""
        counted = {each.id for each in self.lines if each.count.high}
        return tuple(
            each for each in self.figures if _ENTERS.get(each.id, "") in {"", *counted}
        )

    @property
    def is_own(self) -> bool:
        """Whether somebody stands behind one of the figures in the sum."""
        return any(each.held.ground != "invented" for each in self.used)


_ENTERS: Mapping[Figure, str] = {"contact_cost": "contacts", "margin": "lost"}
"""Into which line a figure enters that does not enter all of them."""


def figures_of(held: Mapping[str, FigureHeld]) -> tuple[FigureAsked, ...]:
    """The three numbers, as given, or as invented to begin with."""
    return tuple(
        FigureAsked(
            name, asks, unit, held.get(name) or FigureHeld(first, "invented", 0)
        )
        for name, (asks, unit, first) in _ASKED.items()
    )


def year_of(
    lived: Sequence[Reading],
    outcome: str,
    held: Mapping[str, FigureHeld],
    *,
    currency: str = "",
) -> Year:
    """What it comes to in a year, where one customer in twenty to one in five live it.

    Args:
        lived: the lived readings of one session.
        outcome: what the journey came to; one that is not over has lost nobody yet.
        held: the leader's own numbers, as far as they were given.
        currency: what money is counted in; empty where nobody has said.
    """
    figures = figures_of(held)
    customers, cost, margin = (each.held.value for each in figures)
    affected = Span(*(customers * share // _HUNDRED for share in _SHARES))
    lines = (
        _contacts(_value(lived, "needless_contacts"), affected, cost),
        _waiting(_value(lived, "minutes_waited"), affected),
        _lost(affected, margin, outcome),
    )
    paid = [each.money for each in lines if each.money is not None]
    total = Span(sum(each.low for each in paid), sum(each.high for each in paid))
    return Year(figures, lines, total, _assumed(), _SOURCE, currency)


def _value(lived: Sequence[Reading], measure: str) -> int:
    found = reading_of(tuple(lived), measure)
    return (found.value or 0) if found else 0


def _contacts(needless: int, affected: Span, cost: int) -> YearLine:
    count = Span(affected.low * needless, affected.high * needless)
    return YearLine(
        "contacts",
        "contacts that should never have been needed",
        count,
        "contacts",
        Span(count.low * cost, count.high * cost),
        f"{needless} in this journey, for each customer who lives something like it, "
        "at what a contact costs.",
    )


def _waiting(waited_ms: int, affected: Span) -> YearLine:
    hours = Span(affected.low * waited_ms // HOUR, affected.high * waited_ms // HOUR)
    return YearLine(
        "waiting",
        "hours that customers wait",
        hours,
        "hours",
        None,
        "The waiting in this journey, for each such customer. Their time is not put "
        "in money: nobody pays them for it.",
    )


def _lost(affected: Span, margin: int, outcome: str) -> YearLine:
    low, high = (0, 0) if outcome in NOT_LOST else _LEAVE
    count = Span(affected.low * low // _HUNDRED, affected.high * high // _HUNDRED)
    since = _SINCE.get(outcome, "it was not solved")
    why = NOT_LOST.get(outcome) or (
        f"From {low} to {high} in a hundred of those customers, since {since}, at what "
        "a customer brings in a year."
    )
    return YearLine(
        "lost",
        "customers lost",
        count,
        "customers",
        Span(count.low * margin, count.high * margin),
        why,
    )


def _assumed() -> tuple[str, ...]:
    low, high = _SHARES
    few, more = _LEAVE
    return (
        (
            f"From {low} to {high} in a hundred customers on this path live something like "
            "this. Invented."
        ),
        (
            f"From {few} to {more} in a hundred of those who are not helped are lost. "
            "Invented."
        ),
    )


_SOURCE = (
    "Published: 96 in a hundred customers with a high-effort contact said that they were "
    "less loyal after it, and 9 in a hundred with a low-effort one (Dixon, Toman and "
    "DeLisi, The Effortless Experience). Saying so is not leaving, so it is not used as "
    "a rate here."
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a fix would save in a year, if it did for all what it did for this one."""

    contacts: Span
    hours: Span
    money: Span
    """In hundredths of the currency."""


def saved_by(
    before: Mapping[str, int], after: Mapping[str, int], held: Mapping[str, FigureHeld]
) -> Saved:
    """What it would save, from the whole journey with and without it.

    Args:
        before: lived measures of the journey as it was, by their ids.
        after: the same with the fix.
        held: the leader's own numbers, as far as they were given.
    """
    customers, cost, _ = (each.held.value for each in figures_of(held))
    affected = Span(*(customers * share // _HUNDRED for share in _SHARES))

    def less(measure: str) -> int:
        return max(0, before.get(measure, 0) - after.get(measure, 0))

    fewer, waiting = less("needless_contacts"), less("minutes_waited")
    contacts = Span(affected.low * fewer, affected.high * fewer)
    return Saved(
        contacts,
        Span(affected.low * waiting // HOUR, affected.high * waiting // HOUR),
        Span(contacts.low * cost, contacts.high * cost),
    )
