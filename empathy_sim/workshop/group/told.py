"""What may be told of people, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.debrief.phrases import capital, number
from empathy_sim.journey.units import HOUR, MINUTE, SECOND
from empathy_sim.workshop.group.answers import Counted
from empathy_sim.workshop.group.drawn import Bar, Bars, Table
from empathy_sim.workshop.group.suppressing import NOTHING

NOT_TOLD = "not told"


def only_told(table: Table) -> Table:
    """The same without a column in which nothing is told."""
    kept = [
        at
        for at in range(len(table.heads))
        if not table.rows or any(row[at] != NOT_TOLD for row in table.rows)
    ]
    return replace(
        table,
        heads=tuple(table.heads[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
        numbers=tuple(new for new, at in enumerate(kept) if at in table.numbers),
    )


def hours(milliseconds: int) -> str:
    """`2 hours 4`, `44 minutes`, `1 hour`, `50 seconds`: how long many waited together."""
    whole, rest = divmod((milliseconds + MINUTE // 2) // MINUTE, HOUR // MINUTE)
    if not whole:
        if milliseconds < MINUTE:
            return _many(milliseconds // SECOND, "second")
        return _many(rest, "minute")
    said = _many(whole, "hour")
    return f"{said} {rest}" if rest else said


def _many(count: int, one: str) -> str:
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def people(count: int) -> str:
    """`one of you`, `nine of you`, `23 of you`."""
    return f"{number(count)} of you"


def some_of_it(least: int) -> str:
    """Where a sum is told."""
    return (
        f"A sum is told where {number(least)} people, or more than half of you, have "
        "some of it."
    )


def others_says(least: int) -> str:
    """That not everybody is in it; it does not say who, nor how many."""
    return f"Not everybody is in it: the others would be fewer than {number(least)}."


def counted_says(
    lead: str, counted: Counted, names: Mapping[str, str], others: str
) -> str:
    """Where people are, in a sentence; empty where it is not told.

    Args:
        lead: what it is about: `The worst moment`.
        counted: people by categories.
        names: what each category is called: `Holding`.
        others: what all that is not told apart is called: `elsewhere`.
    """
    if counted.cells:
        ranked = sorted(counted.cells.items(), key=lambda each: -each[1])
        said = [f"{names[name]}, {n}" for name, n in ranked if n]
        said += [f"{others}, {counted.elsewhere}"] if counted.elsewhere else []
        if len(said) == 1:
            return f"{lead}: {names[ranked[0][0]]}, {_all(counted.of)}."
        return f"{lead}, of {counted.of} people: {'; '.join(said)}."
    if counted.most:
        return f"{lead}: for more than half of you, {names[counted.most]}."
    return f"{lead}: {_NO_ONE}." if counted.banded else ""


_TWO = 2
_NO_ONE = "you differ, and none is named by more than half of you"


def _all(of: int) -> str:
    if of == 1:
        return "for the one person who shows it"
    return "for both" if of == _TWO else f"for all {number(of)}"


def in_short(counted: Counted, names: Mapping[str, str]) -> str:
    """The same for a cell of a table: `too few people 9, other or none 6`."""
    if not counted.of:
        return NOT_TOLD
    if counted.cells:
        ranked = sorted(counted.cells.items(), key=lambda each: -each[1])
        said = [f"{names.get(name, name)} {count}" for name, count in ranked if count]
        said += [f"other or none {counted.elsewhere}"] if counted.elsewhere else []
        return capital(", ".join(said))
    if counted.most == NOTHING:
        return NOT_TOLD
    if counted.most:
        return capital(f"{names.get(counted.most, counted.most)}: more than half")
    return "No one thing" if counted.banded else NOT_TOLD


def how_many(counted: Counted, category: str) -> str:
    """How many are in one of two categories: `12 of 17`, `more than half`."""
    if not counted.of:
        return NOT_TOLD
    if counted.cells:
        return f"{counted.cells.get(category, 0)} of {counted.of}"
    if counted.most:
        return "more than half" if counted.most == category else "fewer than half"
    return "half" if counted.banded else NOT_TOLD


def is_told_of_many(counted: Counted, category: str) -> bool:
    """Whether a category is known to be so of a good part of the people."""
    return counted.cells.get(category, 0) > 0 or counted.most == category


class Lead(Struct, frozen=True):
    """What is counted, and what it is called that is not told apart."""

    title: str
    """`The worst moment`."""
    others: str
    """`elsewhere`."""


def bars_of(
    lead: Lead, counted: Counted, names: Mapping[str, str], everybody: int, least: int
) -> Bars:
    """People by what is so of each, to be drawn; without a bar where none is told.

    Args:
        lead: what it is about.
        counted: people by categories.
        names: what each category is called, in the middle of a sentence.
        everybody: how many people there are.
        least: how many people a number must be of.
    """
    called = list(names)
    ranked = sorted(
        counted.cells.items(), key=lambda each: (-each[1], called.index(each[0]))
    )
    told: Sequence[Bar] = [
        Bar(label=capital(names[name]), count=count) for name, count in ranked if count
    ]
    if counted.elsewhere:
        told = [
            *told,
            Bar(label=capital(lead.others), count=counted.elsewhere, quiet=True),
        ]
    missing = 0 < counted.of < everybody
    notes = (counted.withheld, others_says(least) if missing else "")
    return Bars(
        title=lead.title,
        of=counted.of,
        bars=tuple(told),
        says=counted_says(lead.title, counted, names, lead.others),
        note=" ".join(each for each in notes if each),
    )
