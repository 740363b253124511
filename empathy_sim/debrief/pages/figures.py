"""Numbers, money and dates as a page writes them."""

from __future__ import annotations

from empathy_sim.debrief.measures import Reading, Unit
from empathy_sim.debrief.money import Span
from empathy_sim.debrief.phrases import lasting, many, sat
from empathy_sim.engine.wording import is_share

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PARTS_OF_A_DATE = 3
_LARGE = 1_000
"""From here on hundredths say nothing."""


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
