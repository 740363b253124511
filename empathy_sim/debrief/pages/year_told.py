"""A year of it, with whose numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.money import FigureAsked, Year
from empathy_sim.debrief.pages.figures import (
    from_to,
    money,
    money_from_to,
    money_rounded,
    rounded,
)
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.phrases import capital, lasting, listed, many, number, was
from empathy_sim.engine.resolutions import Ground
from empathy_sim.journey.currency import priced

_FIGURES = {
    "customers": "Customers a year on this path",
    "contact_cost": "What one contact costs",
    "margin": "What a customer brings in a year",
}
WHOSE: Mapping[Ground, str] = {
    "yours": "the company's own",
    "published": "published",
    "invented": "invented",
}
"""Whose a number is, as it is said to somebody who was not there."""


_INVENTED = " Invented."
_NOT_OVER = "The journey is not over, so no year is worked out from it."
_UNHARMED = "Nothing went against the customer, so no year is worked out from it."
_NOTHING = "Nothing that is counted: no needless contact, no waiting, no customer lost."


@dataclass(frozen=True, slots=True)
class FigureTold:
    """One of the three numbers that a year is worked out from."""

    says: str
    value: str
    whose: str
    """`the company's own`, `published` or `invented`."""


@dataclass(frozen=True, slots=True)
class YearLineTold:
    """One thing that a year comes to."""

    says: str
    count: str
    money: str
    """Empty where it is not put in money."""
    rule: str


@dataclass(frozen=True, slots=True)
class YearTold:
    """What it comes to in a year."""

    total: str
    """`31,080 to 124,320`; empty where nothing can be put in money."""
    about: str
    """The same as it can be leaned on: `about 31,000 to 120,000`."""
    whose: str
    """`With invented numbers`, or `Partly with invented numbers`; empty if none is."""
    in_short: str
    """What it is for, without its rules."""
    basis: str
    """The numbers it is worked out from, and whose they are, in a sentence."""
    rests_on: str
    """The same, and what was assumed."""
    caveat: str
    """How far the numbers can be leaned on."""
    figures: tuple[FigureTold, ...]
    lines: tuple[YearLineTold, ...]
    assumed: tuple[str, ...]
    source: str
    is_own: bool = True
    """Whether somebody stands behind one of the numbers it is worked out from."""
    one_way: str = ""
    """What this one customer's way took, in a sentence."""
    asked: tuple[str, ...] = ()
    """The numbers that it takes, as questions."""
    sum_of: str = ""
    """How they come to a year, in a sentence."""


def whose(grounds: Iterable[Ground]) -> str:
    """What stands before a sum of which some numbers, or all, are invented."""
    said = [ground == "invented" for ground in grounds]
    if all(said):
        return "With invented numbers"
    return "Partly with invented numbers" if any(said) else ""


def year_of(subject: Subject) -> YearTold:
    """A year of one session; none of one that is not over, or met nothing."""
    debrief = subject.debrief
    told = replace(year_told(subject.year), one_way=_one_way(debrief.lived))
    if debrief.ended.outcome == "open":
        return _without_year(told, _NOT_OVER)
    return told if debrief.frictions else _without_year(told, _UNHARMED)


def _without_year(told: YearTold, why: str) -> YearTold:
    return replace(
        told, total="", about="", in_short=why, rests_on="", lines=(), is_own=True
    )


def _one_way(lived: tuple[Reading, ...]) -> str:
    """The contacts and the waiting of one customer, in a sentence."""
    contacts, needless = _value(lived, "contacts"), _value(lived, "needless_contacts")
    told = [f"{many(contacts, 'contact')} for help"] if contacts else []
    if needless and contacts > 1:
        told = [f"{told[0]}, of which {number(needless)} {was(needless)} needless,"]
    waited = _value(lived, "minutes_waited")
    told += [f"{lasting(waited)} of waiting"] if waited else []
    return f"This one customer's way took {listed(told)}." if told else ""


def _value(lived: tuple[Reading, ...], measure: str) -> int:
    found = reading_of(lived, measure)
    return (found.value or 0) if found else 0


def _sum_of(year: Year) -> str:
    """How the numbers come to a year, so that anybody can work it out."""
    share = "the share of them who live something like this"
    adds = {
        "contacts": "the needless contacts of each \N{MULTIPLICATION SIGN} the cost of one",
        "lost": "the share of those who leave \N{MULTIPLICATION SIGN} what one brings in",
    }
    parts = [
        adds[each.id] for each in year.lines if each.id in adds and each.count.high
    ]
    if not parts:
        return ""
    lead = f"Customers \N{MULTIPLICATION SIGN} {share} \N{MULTIPLICATION SIGN} "
    return f"In a year: {lead}{', and '.join(parts)}."


def year_told(year: Year) -> YearTold:
    """A year of it, in figures."""
    currency = year.currency
    return YearTold(
        total=priced(money_from_to(year.total), currency) if year.total.high else "",
        about=(
            f"about {priced(money_rounded(year.total), currency)}"
            if year.total.high
            else ""
        ),
        whose=whose(each.held.ground for each in year.used),
        in_short=_in_short(year),
        basis=_basis(year),
        rests_on=" ".join((_basis(year), *_assumed(year))),
        caveat=_caveat(year),
        figures=tuple(
            FigureTold(
                _FIGURES[each.id],
                f"{each.held.value:,}"
                if each.unit == "customers"
                else priced(money(each.held.value), currency),
                WHOSE[each.held.ground],
            )
            for each in year.used
        ),
        lines=tuple(
            YearLineTold(
                capital(each.says),
                from_to(each.count),
                priced(money_from_to(each.money), currency)
                if each.money and each.money.high
                else "",
                each.rule,
            )
            for each in year.lines
            if each.count.high
        ),
        assumed=tuple(_used_assumptions(year)),
        source=year.source,
        is_own=year.is_own,
        asked=tuple(each.asks for each in year.used),
        sum_of=_sum_of(year),
    )


def _in_short(year: Year) -> str:
    counted = [each for each in year.lines if each.count.high]
    paid = [f"{rounded(each.count)} {each.says}" for each in counted if each.money]
    hours = [rounded(each.count) for each in counted if not each.money]
    told = [f"For about {listed(paid)}."] if paid else []
    if hours:
        besides = "Besides, customers" if paid else "Customers"
        told.append(
            f"{besides} wait about {hours[0]} hours, which nobody pays them for."
        )
    return " ".join(told) or _NOTHING


def _assumed(year: Year) -> Iterator[str]:
    stated = [_stated(each) for each in _used_assumptions(year)]
    yield f"Assumed, not measured: {'; '.join(stated)}."


def _used_assumptions(year: Year) -> tuple[str, ...]:
    """Those that enter the sum; how many are lost only where somebody is."""
    any_lost = any(each.id == "lost" and each.count.high for each in year.lines)
    return year.assumed if any_lost else year.assumed[:1]


def _stated(assumed: str) -> str:
    """An assumption as a clause."""
    says = assumed.removesuffix(_INVENTED).rstrip(".")
    return f"{says[:1].lower()}{says[1:]}"


def _basis(year: Year) -> str:
    each_own = [_in_words(each, year) for each in year.used]
    if not year.is_own:
        return (
            f"Worked out from {listed(each_own)}: made up, to show the sum, since nobody "
            "has put in the company's own."
        )
    marked = (
        f"{says} ({WHOSE[each.held.ground]})"
        for each, says in zip(year.used, each_own, strict=True)
    )
    unsaid = "" if year.currency else ", in the currency of these numbers"
    return f"Worked out from {listed(marked)}{unsaid}."


def _in_words(figure: FigureAsked, year: Year) -> str:
    """`10,000 customers a year on this path`, `£6 a contact`."""
    if figure.unit == "customers":
        return f"{figure.held.value:,} customers a year on this path"
    each = "a contact" if figure.id == "contact_cost" else "a customer a year"
    return f"{priced(money(figure.held.value), year.currency)} {each}"


def _caveat(year: Year) -> str:
    if not year.is_own:
        return (
            "These numbers are invented, to show the sum: nobody has put in the "
            "company's own yet. How many customers live something like this is assumed."
        )
    return "How many of those customers live something like this is assumed."
