"""Curves and bars, laid out to be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap

from msgspec import Struct

from empathy_sim.workshop.group.drawn import (
    Bars,
    CurveDrawn,
    Feelings,
    Span,
    Spans,
    Together,
)

WIDTH, HEIGHT = 1_000, 408
LEFT, RIGHT = 92.0, 996.0
TOP, BOTTOM = 54.0, 330.0
STRIP, STRIP_HIGH = 346.0, 54.0
_NAMES_WIDE, _NAMES_HIGH, _FIRST_LINE = 150.0, 54.0, 20.0
LINE_HIGH, WORD_HIGH = 20.0, 18.0
"""From one line of a column's name to the next, and of what its strip says."""
_TITLE_LETTER, _WORD_LETTER = 9.0, 8.0
"""About as wide as a letter is there."""
_NAME_LETTERS = 13
_APART = 21.0
_NAMED_AT_MOST = 12
"""Names beside their curves; where there are more, only the table has them."""
_HUES = 8
"""So many curves have a colour and a shape of their own; of more nobody tells them."""
_SPOT = 11.0
"""How far apart two marks stand that were made at the same moment."""
_STEPS = range(-4, 5)
BAR_HIGH, BAR_WIDE = 52, 380


class Column(Struct, frozen=True):
    """A stage: a stripe of the plot, with its cell of the strip."""

    number: int
    together: Together
    x: float
    width: float
    title: tuple[str, ...]
    """In up to three lines; its number where it does not fit."""
    word: tuple[str, ...]
    """What its cell of the strip says, as a step where words do not fit."""

    @property
    def middle(self) -> float:
        """Halfway across."""
        return round(self.x + self.width / 2, 1)


class Line(Struct, frozen=True):
    """One person's curve."""

    curve: CurveDrawn
    corners: str
    """Empty where the marks are not joined."""
    dots: tuple[tuple[float, float], ...]
    hue: int | None
    """Its colour and its shape; None where it is one of many."""
    leads: tuple[float, float]
    """Where its last mark stands, from which a thin line leads to its name."""
    name_x: float
    name_y: float
    name: str
    """Empty where it has none, or no room for one."""


class FeelingsChart(Struct, frozen=True):
    """Everything that is drawn of a room's curves."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    right: float
    top: float
    """Where it begins: without a curve nothing but the strip is drawn."""
    names: float
    """Where the first line of a column's name stands."""
    says: str
    """What it shows, in words."""

    @property
    def is_of_dots(self) -> bool:
        """Whether nobody shows more than one mark, so that there is no line."""
        return not any(each.corners for each in self.lines)

    @property
    def has_lone_dots(self) -> bool:
        """Whether somebody shows one mark only."""
        return any(not each.corners for each in self.lines)

    @property
    def key(self) -> tuple[Column, ...]:
        """The columns whose names did not fit."""
        return tuple(each for each in self.columns if each.title == (str(each.number),))


def height_of(pleasant: float) -> float:
    """Where a feeling from -4 to 4 is drawn."""
    middle = (TOP + BOTTOM) / 2
    return round(middle - pleasant * (BOTTOM - TOP) / (len(_STEPS)), 1)


def feelings_chart(feelings: Feelings) -> FeelingsChart:
    """Curves and the strip, laid out."""
    names = [each.name for each in feelings.curves if each.name]
    named = 0 < len(names) <= _NAMED_AT_MOST
    right = RIGHT - _NAMES_WIDE if named else RIGHT
    columns = tuple(_columns(feelings.columns, right))
    top = 0.0 if feelings.curves else STRIP - _NAMES_HIGH
    return FeelingsChart(
        columns,
        tuple(_lines(feelings.curves, right, named=named)),
        right,
        top,
        top + _FIRST_LINE,
        _says(feelings),
    )


def _columns(columns: Sequence[Together], right: float) -> Iterator[Column]:
    width = (right - LEFT) / max(1, len(columns))
    for number, each in enumerate(columns, 1):
        yield Column(
            number,
            each,
            round(LEFT + (number - 1) * width, 1),
            round(width, 1),
            _in_lines(each.title, width, _TITLE_LETTER, _TITLE_LINES) or (str(number),),
            _word(each, width),
        )


def _word(column: Together, width: float) -> tuple[str, ...]:
    if column.step is None:
        return ()
    signed = f"{column.step:+d}" if column.step else "0"
    return _in_lines(column.says, width, _WORD_LETTER, _WORD_LINES) or (signed,)


def _in_lines(text: str, width: float, letter: float, lines: int) -> tuple[str, ...]:
    """A text in so many lines of that width; nothing where it does not fit."""
    most = int((width - 6) / letter)
    found = wrap(text, most, break_long_words=False) if most > 1 else []
    fits = 0 < len(found) <= lines and all(len(line) <= most for line in found)
    return tuple(found) if fits else ()


_TITLE_LINES, _WORD_LINES = 3, 2


def _lines(
    curves: Sequence[CurveDrawn], right: float, *, named: bool
) -> Iterator[Line]:
    dotted = _dotted(curves, right)
    heights = _apart([dots[-1][1] for dots in dotted])
    for nth, (each, dots, name_y) in enumerate(
        zip(curves, dotted, heights, strict=True)
    ):
        corners = " ".join(f"{dx},{dy}" for dx, dy in dots) if len(dots) > 1 else ""
        name = _in_short(each.name) if named else ""
        hue = nth if len(curves) <= _HUES or (each.name and nth < _HUES) else None
        yield Line(each, corners, dots, hue, dots[-1], right + 14, name_y, name)


def _in_short(name: str) -> str:
    whole = len(name) <= _NAME_LETTERS
    return name if whole else f"{name[: _NAME_LETTERS - 1].rstrip()}…"


def _dotted(
    curves: Sequence[CurveDrawn], right: float
) -> list[tuple[tuple[float, float], ...]]:
    """Where each mark is drawn; those of one moment beside each other."""
    taken: Counter[tuple[float, float]] = Counter()
    found = []
    for each in curves:
        dots = []
        for mark in each.marks:
            x, y = _at(mark, right)
            dots.append((round(x + _beside(taken[x, y]), 1), y))
            taken[x, y] += 1
        found.append(tuple(dots))
    return found


def _beside(nth: int) -> float:
    """How far to the side: 0, to the right, to the left, twice to the right."""
    far = (nth + 1) // 2 * _SPOT
    return min(_FAR, far) * (1 if nth % 2 else -1)


_FAR = 33.0


def _at(mark: tuple[float, int], right: float) -> tuple[float, float]:
    share, pleasant = mark
    return round(LEFT + share * (right - LEFT), 1), height_of(pleasant)


def _apart(heights: Sequence[float]) -> list[float]:
    """The same heights, none nearer to another than a line of text."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    placed, last = dict[int, float](), TOP - _APART
    for at in order:
        last = max(heights[at], last + _APART)
        placed[at] = last
    over = max(0.0, last - BOTTOM)
    return [round(placed[at] - over, 1) for at in range(len(heights))]


def _says(feelings: Feelings) -> str:
    count = len(feelings.curves)
    curves = "One curve" if count == 1 else f"{count or 'No'} curves"
    told = [
        f"{each.title}: {each.says}"
        for each in feelings.columns
        if each.step is not None
    ]
    strip = f" Together: {'; '.join(told)}." if told else ""
    return f"{curves} over {len(feelings.columns)} parts of the story.{strip}"


class BarDrawn(Struct, frozen=True):
    """A bar, as long as its number of people."""

    label: str
    count: int
    width: float
    y: int
    quiet: bool


def bars_drawn(bars: Bars) -> tuple[BarDrawn, ...]:
    """Bars, laid out; the longest is as wide as there is room."""
    most = max((each.count for each in bars.bars), default=1)
    return tuple(
        BarDrawn(
            each.label,
            each.count,
            round(BAR_WIDE * each.count / most, 1),
            at * BAR_HIGH,
            each.quiet,
        )
        for at, each in enumerate(bars.bars)
    )


class SpanDrawn(Struct, frozen=True):
    """A guess and what came of it, on one scale from nought."""

    span: Span
    y: int
    guessed: float
    low: float | None
    half: float
    """How wide the half around the middle is."""
    was: float | None


SPAN_HIGH, SPAN_WIDE = 96, 640


def spans_drawn(spans: Spans) -> tuple[SpanDrawn, ...]:
    """Guesses, laid out; each question has a scale of its own."""
    return tuple(_span(each, at * SPAN_HIGH) for at, each in enumerate(spans.spans))


def _span(span: Span, y: int) -> SpanDrawn:
    most = max(span.guessed, span.high or 0, span.was or 0, 1)

    def at(count: int) -> float:
        return round(SPAN_WIDE * count / most, 1)

    has_half = span.low is not None and span.high is not None
    low, high = span.low or 0, span.high or 0
    return SpanDrawn(
        span,
        y,
        at(span.guessed),
        at(low) if has_half else None,
        max(2.0, round(at(high) - at(low), 1)),
        None if span.was is None else at(span.was),
    )
