"""A year of it, with three numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.decided import FigureHeld
from empathy_sim.debrief.money import (
    GROUNDS,
    FigureAsked,
    Saved,
    figures_of,
    saved_by,
    year_of,
)
from empathy_sim.debrief.pages.figures import from_to, money, money_from_to
from empathy_sim.debrief.pages.year_told import YearTold, year_told
from empathy_sim.engine import resolutions as r
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.currency import currency_in
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.looking_back.mended import whole_of
from empathy_sim.line.looking_back.table import Table, Talk, ask, passes, reckoned

_FIGURE = re.compile(
    r"[^\w\s.,-]?\s*(\d[\d, ]*)(?:\.(\d{1,2}))?\s*(k|m|thousand|million)?\b"
    r"[\s,;:]*(yours|mine|published|invented)?",
    re.IGNORECASE,
)
_TIMES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_GROUNDS: Mapping[str, r.Ground] = {
    "yours": "yours",
    "mine": "yours",
    "published": "published",
    "invented": "invented",
}
_MOST_DIGITS = 12
_HOW = (
    "A number; with published or invented after it, where it is not your own. Enter "
    "keeps it"
)


def a_year(table: Table) -> Talk[None]:
    """Three numbers, and what this way comes to with them."""
    table.say(
        plain(
            "What this comes to in a year, if others come the same way. It takes three "
            "numbers, and says whose they are."
        )
    )
    for figure in figures_of(table.debrief.decisions.figures):
        yield from _figure(table, figure)
    debrief = table.debrief
    held = debrief.decisions.figures
    outcome, currency = debrief.ended.outcome, debrief.currency
    year = year_of(debrief.lived, outcome, held, currency=currency)
    table.say_all(_told(year_told(year)))
    yield from _saved(table, held)


def year_lines(debrief: Debrief) -> Iterator[Line]:
    """What it comes to in a year, with whose numbers; nothing where it met nothing."""
    outcome = debrief.ended.outcome
    if outcome == "open" or not debrief.frictions:
        return
    held, currency = debrief.decisions.figures, debrief.currency
    year = year_told(year_of(debrief.lived, outcome, held, currency=currency))
    yield heading("What it comes to in a year")
    yield plain(year.basis)
    yield from _told(year)


def _figure(table: Table, figure: FigureAsked) -> Talk[None]:
    def keep(typed: str) -> None:
        if not passes(typed):
            table.submit(figure_of(typed, figure))

    held = figure.held
    is_money = figure.unit == "money"
    said = money(held.value) if is_money else f"{held.value:,}"
    lines = (
        plain(f"{figure.asks} So far: {said}, {GROUNDS[held.ground]}."),
        aside(_HOW),
    )
    yield from ask(lines, keep)


def figure_of(typed: str, figure: FigureAsked) -> r.Weigh:
    """The number that a line gives: `12,000`, `6.50 published`, `2 million`.

    Raises:
        MoveRefused: it is none.
    """
    found = _FIGURE.fullmatch(typed.strip())
    digits = re.sub(r"[, ]", "", found[1]) if found else ""
    if found is None or len(digits) > _MOST_DIGITS:
        raise MoveRefused(says="A number such as 12,000 or 6.50, please.")
    hundredths = int(digits) * 100 + int((found[2] or "").ljust(2, "0"))
    hundredths *= _TIMES.get((found[3] or "").casefold(), 1)
    ground = _GROUNDS[(found[4] or "yours").casefold()]
    value = hundredths if figure.unit == "money" else hundredths // 100
    sign = currency_in(typed) if figure.unit == "money" else ""
    return r.Weigh(figure.id, value, ground, sign)


def _told(year: YearTold) -> Iterator[Line]:
    yield plain("In a year:")
    for each in year.lines:
        cost = f", at {each.money}" if each.money else ""
        yield plain(f"  {each.says}: {each.count}{cost}. {each.rule}")
    if year.total:
        yield plain(f"  Together {year.total}.")
    elif not year.lines:
        yield plain("  Nothing that can be counted: no contact, wait or loss.")
    yield plain(year.caveat)
    for assumed in year.assumed:
        yield plain(f"  {assumed}")
    yield plain(year.source)


def _saved(table: Table, held: Mapping[str, FigureHeld]) -> Talk[None]:
    """What the fix that was lived last would save."""
    again = table.debrief.decisions.again
    if not again:
        return
    whole = yield from reckoned(lambda: whole_of(table, again[-1].fix))
    if whole is None:
        return
    found = saved_by(whole.before, whole.after, held)
    table.say(plain(_in_a_sentence(found)))
    if found.contacts.high or found.hours.high:
        table.say(aside(whole.rule.removesuffix(".")))


def _in_a_sentence(found: Saved) -> str:
    less = [
        f"{from_to(found.contacts)} contacts" if found.contacts.high else "",
        f"{from_to(found.hours)} hours of waiting" if found.hours.high else "",
    ]
    told = " and ".join(each for each in less if each)
    if not told:
        return "What you mended saves no contact and no hour of waiting by itself."
    cost = f"; in money {money_from_to(found.money)}" if found.money.high else ""
    return f"What you mended would save {told}{cost}."
