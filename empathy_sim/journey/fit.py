"""A fit: what a facilitator sets in a journey."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import field

from empathy_sim.journey.marks import (
    DepartmentId,
    Id,
    Means,
    PromiseId,
    StageId,
    Text,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.units import Unreadable

Whose = Literal["yours", "published", "invented"]
"""Whose a number is: of the company itself, published somewhere, or made up."""
Trend = Literal["up", "down", "flat"]
SettingId = Annotated[str, Means("setting")]
MetricId = Annotated[str, Means("metric")]

LONGEST: Mapping[str, int] = {
    "name": 60,
    "trade": 80,
    "site": 60,
    "phone": 30,
    "department": 40,
    "promise": 80,
    "reads": 24,
    "target": 24,
    "source": 200,
}
"""How many characters each text may have: what its place on a screen holds."""
_MOST_CUSTOMERS = 1_000_000_000
_MOST_MONEY = 100_000_000_00


class FitCompany(Noun, frozen=True, kw_only=True):
    """Whom the customer deals with; what is left out stays as the journey has it."""

    name: Text | None = None
    """What it is called."""
    trade: Text | None = None
    """What it sells, in a few words."""
    site: Text | None = None
    """What its pages show as their address."""
    phone: Text | None = None
    """Its number, as it prints it."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            check_text(name, getattr(self, name))


class FitLine(Noun, frozen=True, kw_only=True):
    """A line of the monthly report."""

    reads: Text | None = None
    """What it reads this month."""
    target: Text | None = None
    """What it should read."""
    trend: Trend | None = None
    """Where it has been going."""
    whose: Whose = "yours"
    """Whose number it is; the debrief says so beside it."""
    source: Text | None = None
    """Where it is published."""

    def __post_init__(self) -> None:
        check_text("reads", self.reads)
        check_text("target", self.target)
        _check_source(self.whose, self.source)


class FitNumber(Noun, frozen=True, kw_only=True):
    """A setting of a stage: a wait, what is promised, how often."""

    is_: str | int | bool
    """As a journey writes it: `26m`, `34%`, true, 3."""
    whose: Whose = "yours"
    """Whose number it is; the debrief says so beside it."""
    source: Text | None = None
    """Where it is published."""

    def __post_init__(self) -> None:
        _check_source(self.whose, self.source)


class FitAmount(Noun, frozen=True, kw_only=True):
    """A number of the company's own, with which the debrief's sums begin."""

    is_: int | float | str
    """Customers a year, or money: `12000`, `6.50`."""
    whose: Whose = "yours"
    """Whose number it is; the debrief says so beside it."""
    source: Text | None = None
    """Where it is published."""

    def __post_init__(self) -> None:
        _check_source(self.whose, self.source)


class FitVolumes(Noun, frozen=True, kw_only=True):
    """What the debrief reckons a year with."""

    customers: FitAmount | None = None
    """How many customers a year come this way."""
    contact_cost: FitAmount | None = None
    """What one contact costs."""
    margin: FitAmount | None = None
    """What a customer brings in a year."""

    def __post_init__(self) -> None:
        if self.customers:
            counted(self.customers.is_)
        for each in (self.contact_cost, self.margin):
            if each:
                hundredths(each.is_)


class Fit(Noun, frozen=True, kw_only=True):
    """What is set in one journey; all else stays as it is."""

    fit: Id
    """The journey, by its name."""
    company: FitCompany = field(default_factory=FitCompany)
    """Whom the customer deals with."""
    departments: Mapping[DepartmentId, Text] = field(default_factory=dict)
    """What the journey's departments are called here; two may have one name."""
    promises: Mapping[PromiseId, Text] = field(default_factory=dict)
    """What the journey's promises are called here."""
    report: Mapping[MetricId, FitLine] = field(default_factory=dict)
    """Lines of the monthly report, by their metrics."""
    stages: Mapping[StageId, Mapping[SettingId, FitNumber]] = field(
        default_factory=dict
    )
    """Settings of stages: waits, what is promised, how often."""
    volumes: FitVolumes = field(default_factory=FitVolumes)
    """What the debrief reckons a year with."""

    def __post_init__(self) -> None:
        for called in self.departments.values():
            check_text("department", called)
        for says in self.promises.values():
            check_text("promise", says)

    @property
    def is_empty(self) -> bool:
        """Whether it leaves everything as it is."""
        return self == Fit(fit=self.fit)


def check_text(what: str, text: str | None) -> None:
    """Accept a text that fits its place, on one line; None is none.

    Args:
        what: a key of `LONGEST`.
        text: what is written.

    Raises:
        Unreadable: it is blank, too long, or on several lines.
    """
    if text is None:
        return
    if not text.strip():
        raise Unreadable("there is no text here", "write one, or leave it out")
    if "\n" in text or "\r" in text:
        raise Unreadable("this text is on several lines", "write it on one line")
    if len(text) > LONGEST[what]:
        raise Unreadable(
            f"this text has {len(text)} characters, and its place has {LONGEST[what]}",
            "shorten it",
            code="E207",
        )


def counted(written: float | str) -> int:
    """How many customers a year: `12000`, `12,000`.

    Raises:
        Unreadable: it is not a whole number, or too large.
    """
    digits = f"{written}".replace(",", "").replace(" ", "")
    if not (digits.isascii() and digits.isdecimal()):
        raise Unreadable(
            f'"{written}" is not a whole number', "write a number, as in 12000"
        )
    if len(digits) > len(str(_MOST_CUSTOMERS)) or int(digits) > _MOST_CUSTOMERS:
        raise Unreadable(
            f"{written} is out of range", f"write 0 to {_MOST_CUSTOMERS}", code="E208"
        )
    return int(digits)


def hundredths(written: float | str) -> int:
    """Hundredths of the currency in an amount: `6.50` is 650.

    Raises:
        Unreadable: it is not an amount, or too large.
    """
    plain = f"{written}".strip().lstrip("£€$").replace(",", "").replace(" ", "")
    whole, _, part = plain.partition(".")
    digits = whole + part
    if not (whole and digits.isascii() and digits.isdecimal()) or len(part) > 2:  # noqa: PLR2004
        raise Unreadable(f'"{written}" is not an amount', "write an amount, as in 6.50")
    if len(digits) > len(str(_MOST_MONEY)):
        raise Unreadable(f"{written} is out of range", "write less", code="E208")
    return int(whole + part.ljust(2, "0"))


def _check_source(whose: Whose, source: str | None) -> None:
    if whose == "published" and not (source or "").strip():
        raise Unreadable(
            "what is published has a source, and none is given",
            "add source: and where it can be read",
            code="E212",
        )
    if whose != "published" and source is not None:
        raise Unreadable(
            f"a source is given for what is {whose}",
            "write whose: published, or leave the source out",
            code="E212",
        )
    check_text("source", source)
