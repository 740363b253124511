"""A year of it, with whose numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from empathy_sim.debrief.money import Year
from empathy_sim.debrief.pages.figures import (
    from_to,
    money,
    money_from_to,
    money_rounded,
    rounded,
)
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.phrases import capital, listed
from empathy_sim.engine.resolutions import Ground

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


def whose(grounds: Iterable[Ground]) -> str:
    """What stands before a sum of which some numbers, or all, are invented."""
    said = [ground == "invented" for ground in grounds]
    if all(said):
        return "With invented numbers"
    return "Partly with invented numbers" if any(said) else ""


def year_of(subject: Subject) -> YearTold:
    """A year of one session; none of one that is not over, or met nothing."""
    debrief, told = subject.debrief, year_told(subject.year)
    if debrief.ended.outcome == "open":
        return _without_year(told, _NOT_OVER)
    return told if debrief.frictions else _without_year(told, _UNHARMED)


def _without_year(told: YearTold, why: str) -> YearTold:
    return replace(told, total="", about="", in_short=why, rests_on="", lines=())


def year_told(year: Year) -> YearTold:
    """A year of it, in figures."""
    return YearTold(
        total=money_from_to(year.total) if year.total.high else "",
        about=f"about {money_rounded(year.total)}" if year.total.high else "",
        whose=whose(each.held.ground for each in year.figures),
        in_short=_in_short(year),
        basis=_basis(year),
        rests_on=" ".join((_basis(year), *_assumed(year))),
        caveat=_caveat(year),
        figures=tuple(
            FigureTold(
                _FIGURES[each.id],
                f"{each.held.value:,}"
                if each.unit == "customers"
                else money(each.held.value),
                WHOSE[each.held.ground],
            )
            for each in year.figures
        ),
        lines=tuple(
            YearLineTold(
                capital(each.says),
                from_to(each.count),
                money_from_to(each.money) if each.money and each.money.high else "",
                each.rule,
            )
            for each in year.lines
            if each.count.high
        ),
        assumed=year.assumed,
        source=year.source,
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
    if _invented(year) == len(year.figures):
        yield (
            "All three are invented, to show the sum: nobody has put in the company's "
            "own yet."
        )
    some, lost = year.assumed
    any_lost = any(each.id == "lost" and each.count.high for each in year.lines)
    stated = [_stated(each) for each in ((some, lost) if any_lost else (some,))]
    yield f"Assumed, not measured: {'; '.join(stated)}."


def _stated(assumed: str) -> str:
    """An assumption as a clause."""
    says = assumed.removesuffix(_INVENTED).rstrip(".")
    return f"{says[:1].lower()}{says[1:]}"


def _basis(year: Year) -> str:
    customers, cost, margin = year.figures
    return (
        f"Worked out from {customers.held.value:,} customers a year on this path "
        f"({WHOSE[customers.held.ground]}), {money(cost.held.value)} a contact "
        f"({WHOSE[cost.held.ground]}) and {money(margin.held.value)} a customer a year "
        f"({WHOSE[margin.held.ground]}), in the currency of these numbers."
    )


def _invented(year: Year) -> int:
    return sum(each.held.ground == "invented" for each in year.figures)


def _caveat(year: Year) -> str:
    if _invented(year) == len(year.figures):
        return (
            "All three are invented, to show the sum: nobody has put in the company's "
            "own yet. How many customers live something like this is assumed."
        )
    return "How many of those customers live something like this is assumed."
