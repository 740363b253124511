"""Numbers, money and dates as a page writes them."""

from __future__ import annotations

from empathy_sim.debrief.measures import Measure, Reading, Unit
from empathy_sim.debrief.money import Span
from empathy_sim.debrief.phrases import capital, lasting, many, sat
from empathy_sim.engine.wording import is_share

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_CALLED = {
    "cut_off": "Times cut off",
    "minutes_to_help": "Time to somebody able to help",
    "minutes_waited": "Time waited",
    "stage_took": "From its beginning to its end",
    "transfers": "Times passed on",
}
"""Measures whose own names say less when they stand alone."""
_PARTS_OF_A_DATE = 3
_LARGE = 1_000
"""From here on hundredths say nothing."""
_SMALL = 100
"""Up to here hundredths are told."""
_FIGURES = 2


def in_figures(reading: Reading) -> str:
    """`44 minutes`, `3`, `10 days`; a dash where it never happened."""
    value, unit = reading.value, reading.measure.unit
    if value is None:
        return "\N{EN DASH}"
    if unit == "level" and reading.of is not None and is_share(reading.of):
        return f"{-(-value // 100)}%"
    return _told(value, unit)


def _told(value: int, unit: Unit) -> str:
    match unit:
        case "story_ms" | "level":
            return lasting(value) if value else "none"
        case "felt_ms":
            return sat(value) if value else "none"
        case "days":
            return f"{value:,} day" if value == 1 else f"{value:,} days"
        case _:
            return f"{value:,}"


def called(measure: Measure) -> str:
    """A measure as a row of a table names it."""
    return _CALLED.get(measure.id, capital(measure.says))


def money(hundredths: int) -> str:
    """`1,240`, or `6.50` where it is not round and small."""
    whole, rest = divmod(hundredths, 100)
    is_round = not rest or whole >= _LARGE
    return f"{whole:,}" if is_round else f"{whole:,}.{rest:02}"


def from_to(span: Span) -> str:
    """`1,532 to 6,129`; one number where both are the same."""
    if span.low == span.high:
        return f"{span.low:,}"
    return f"{span.low:,} to {span.high:,}"


def money_from_to(span: Span) -> str:
    """The same, of hundredths of a currency."""
    if span.low == span.high:
        return money(span.low)
    return f"{money(span.low)} to {money(span.high)}"


def rounded(span: Span) -> str:
    """`4,200 to 17,000`: no more figures than an assumption bears."""
    return from_to(Span(_rounded(span.low), _rounded(span.high)))


def money_rounded(span: Span) -> str:
    """The same, of hundredths of a currency; what is small keeps its hundredths."""
    if span.high < _SMALL * 100:
        return money_from_to(span)
    return rounded(Span(span.low // 100, span.high // 100))


def _rounded(count: int) -> int:
    """With the two figures that matter."""
    beyond: int = 10 ** max(0, len(str(count)) - _FIGURES)
    return (count + beyond // 2) // beyond * beyond


def day(date: str) -> str:
    """`12 September 2025` for `2025-09-12`; what is not a date, as it is."""
    parts = date.split("-")
    if len(parts) != _PARTS_OF_A_DATE or not all(part.isdecimal() for part in parts):
        return date
    year, month, of_month = (int(part) for part in parts)
    if not 1 <= month <= len(_MONTHS):
        return date
    return f"{of_month} {_MONTHS[month - 1]} {year}"


def how_many(count: int, one: str, more: str | None = None) -> str:
    """`Four contacts`: a count in words that begins a sentence."""
    said = many(count, one, more)
    return said[:1].upper() + said[1:]
