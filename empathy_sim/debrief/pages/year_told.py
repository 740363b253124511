"""A year of it, with whose numbers."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.money import Year
from empathy_sim.debrief.pages.figures import from_to, money, money_from_to
from empathy_sim.debrief.phrases import capital, listed

_FIGURES = {
    "customers": "Customers a year on this path",
    "contact_cost": "What one contact costs",
    "margin": "What a customer brings in a year",
}
_WHOSE = {
    "yours": "the company's own",
    "published": "published",
    "invented": "invented",
}


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
    is_invented: bool
    """Whether none of the three numbers is anybody's own."""
    in_short: str
    """What is counted, without its rules; empty where nothing is."""
    basis: str
    """The numbers it is worked out from, and whose they are, in a sentence."""
    caveat: str
    """How far the numbers can be leaned on."""
    figures: tuple[FigureTold, ...]
    lines: tuple[YearLineTold, ...]
    assumed: tuple[str, ...]
    source: str


def year_told(year: Year) -> YearTold:
    """A year of it, in figures."""
    return YearTold(
        total=money_from_to(year.total) if year.total.high else "",
        is_invented=_invented(year) == len(year.figures),
        in_short=_in_short(year),
        basis=_basis(year),
        caveat=_caveat(year),
        figures=tuple(
            FigureTold(
                _FIGURES[each.id],
                f"{each.held.value:,}"
                if each.unit == "customers"
                else money(each.held.value),
                _WHOSE[each.held.ground],
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
    those = [
        f"{from_to(each.count)} {each.says}" for each in year.lines if each.count.high
    ]
    return f"{listed(those)}." if those else ""


def _basis(year: Year) -> str:
    customers, cost, margin = year.figures
    return (
        f"In the currency of these numbers: {customers.held.value:,} customers a year on "
        f"this path ({_WHOSE[customers.held.ground]}), {money(cost.held.value)} a contact "
        f"({_WHOSE[cost.held.ground]}), {money(margin.held.value)} a customer a year "
        f"({_WHOSE[margin.held.ground]})."
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
