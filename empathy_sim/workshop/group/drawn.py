"""What a step shows: sentences, tables and drawings."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

Rows: TypeAlias = tuple[tuple[str, ...], ...]
_SHORT = 20
"""Characters of what is hardly more than a word."""


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """Texts in rows."""

    title: str
    heads: tuple[str, ...]
    rows: Rows
    numbers: tuple[int, ...] = ()
    """Columns that hold numbers, from 0."""
    note: str = ""
    """What is left out, and why; a sentence, or nothing."""


class CurveDrawn(Struct, frozen=True, kw_only=True):
    """One person's marks, as that person ticked them."""

    name: str
    """Empty where it is shown without one."""
    marks: tuple[tuple[float, int], ...]
    """How far across all columns, from 0 to 1, and how pleasant, from -4 to 4."""
    told: str
    """The same in words."""
    joined: bool
    """Whether a line is drawn through them."""


class Together(Struct, frozen=True, kw_only=True):
    """A column of the strip: what was felt there by enough people together."""

    title: str
    step: int | None
    """-3 to 3, the mean to the nearest; None where it is not told."""
    says: str
    """The same in words."""
    ticked_only: bool = False
    """Whether it is of those alone who show their curves."""

    @property
    def told(self) -> str:
        """What it says, and of whom where that is not everybody."""
        return (
            f"{self.says} (of the ticked curves only)"
            if self.ticked_only
            else self.says
        )


class Feelings(Struct, frozen=True, kw_only=True, tag="feelings"):
    """Curves over each other, and the strip of all under them."""

    title: str
    columns: tuple[Together, ...]
    curves: tuple[CurveDrawn, ...]
    note: str = ""


class Bar(Struct, frozen=True, kw_only=True):
    """A number of people, drawn as long as it is."""

    label: str
    count: int
    quiet: bool = False
    """Whether it stands for all that is not told apart."""


class Bars(Struct, frozen=True, kw_only=True, tag="bars"):
    """People by what is so of each."""

    title: str
    of: int
    bars: tuple[Bar, ...]
    says: str
    """What it comes to; a sentence."""
    note: str = ""


class Side(Struct, frozen=True, kw_only=True):
    """A number as it was lived, and as it was recorded."""

    head: str
    lived: int
    recorded: int | None
    """None where too few people have any of it on record to be told."""
    unit: str
    """`min`, or nothing for a count."""
    lived_as: str
    recorded_as: str


class Sides(Struct, frozen=True, kw_only=True, tag="sides"):
    """Numbers lived, each beside the same recorded."""

    title: str
    sides: tuple[Side, ...]


class Span(Struct, frozen=True, kw_only=True):
    """What many guessed, and what came of it, in one unit."""

    asks: str
    unit: str
    """`minutes`; empty for a count."""
    guessed: int
    """The guess in the middle."""
    low: int | None
    """Where the half around the middle begins; None where it is not told."""
    high: int | None
    was: int | None
    """What it was, in the middle; None where it is not told, or never came to it."""
    was_says: str


class Spans(Struct, frozen=True, kw_only=True, tag="spans"):
    """Guesses, each over what came of it."""

    title: str
    spans: tuple[Span, ...]
    note: str = ""

    @property
    def has_halves(self) -> bool:
        """Whether it is told of any between which numbers half of them lie."""
        return any(None not in {each.low, each.high} for each in self.spans)


class Quote(Struct, frozen=True, kw_only=True):
    """Words of somebody who ticked them."""

    words: str
    under: str
    """Where they were written, and by whom if that is told."""
    aha: bool = False


class Quotes(Struct, frozen=True, kw_only=True, tag="quotes"):
    """Words, as they were ticked."""

    title: str
    quotes: tuple[Quote, ...]

    @property
    def is_short(self) -> bool:
        """Whether all of them are hardly more than a word."""
        return all(len(each.words) <= _SHORT for each in self.quotes)


Shown: TypeAlias = Table | Feelings | Bars | Sides | Spans | Quotes


class Step(Struct, frozen=True, kw_only=True):
    """One step of what a room looks at together."""

    id: str
    heading: str
    says: tuple[str, ...]
    """Sentences to be read aloud."""
    shown: tuple[Shown, ...]
    cue: str
    """What the facilitator does and asks; never on the wall."""
