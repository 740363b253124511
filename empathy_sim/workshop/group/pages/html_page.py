"""What a room sees and takes home, as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import assert_never

from msgspec.structs import replace

from empathy_sim.debrief.pages.beside import Beside
from empathy_sim.debrief.phrases import capital
from empathy_sim.text.html import Pages
from empathy_sim.workshop.group.drawn import (
    Bars,
    Feelings,
    Quotes,
    Shown,
    Side,
    Sides,
    Spans,
    Step,
    Table,
)
from empathy_sim.workshop.group.pages import laid_out
from empathy_sim.workshop.group.pages.group_page import GroupPage
from empathy_sim.workshop.group.pages.laid_out import (
    bars_drawn,
    feelings_chart,
    spans_drawn,
)

_SIZE: Mapping[str, object] = {
    "width": laid_out.WIDTH,
    "height": laid_out.HEIGHT,
    "left": laid_out.LEFT,
    "top": laid_out.TOP,
    "bottom": laid_out.BOTTOM,
    "strip": laid_out.STRIP,
    "strip_high": laid_out.STRIP_HIGH,
    "line_high": laid_out.LINE_HIGH,
    "word_high": laid_out.WORD_HIGH,
    "bar_high": laid_out.BAR_HIGH,
    "span_high": laid_out.SPAN_HIGH,
    "span_wide": laid_out.SPAN_WIDE,
    "heights": {step: laid_out.height_of(step) for step in range(-4, 5)},
}


def group_as_html(page: GroupPage) -> str:
    """The page to keep of a room, as the text of one file."""
    return _pages().page("group.html.jinja", page=page, colour=page.colour, size=_SIZE)


def step_html(step: Step) -> str:
    """One step as a piece of a page, for the wall; the cue is not in it.

    It takes `style_of_steps`, a class `wall` around it, and one of the colours.
    """
    return _pages().page("step.html.jinja", step=step, size=_SIZE)


def step_pieces(step: Step) -> tuple[str, ...]:
    """The same step cut up, so that each piece fits on a wall of 1600 by 900.

    The sentences come with the first drawing, or the first quotes; then comes one
    thing after the other. Beside curves stands only what is said of them: what bars
    come to can be seen where they are drawn.
    """
    first = [part for each in step.shown[:1] for part in _cut(each)]
    drawn = tuple(each for each in first[:1] if _stands_with_sentences(each))
    others = (*first[1:], *step.shown[1:]) if drawn else step.shown
    seen = _of_bars(step) if drawn and type(drawn[0]) is Feelings else frozenset()
    said = tuple(each for each in step.says if each not in seen)
    pieces = [(said, drawn), *(((), part) for part in _together(others))]
    return tuple(
        _pages().page(
            "piece.html.jinja", step=step, said=said, parts=parts, nth=nth, size=_SIZE
        )
        for nth, (said, parts) in enumerate(pieces, 1)
    )


def _of_bars(step: Step) -> frozenset[str]:
    """What is said of bars that are drawn."""
    bars = (each for each in step.shown if type(each) is Bars)
    return frozenset(each.says for each in bars if each.bars)


def _stands_with_sentences(shown: Shown) -> bool:
    match shown:
        case Feelings() | Sides() | Quotes():
            return True
        case Spans(spans=spans):
            return len(spans) <= _SPANS
        case _:
            return False


def _together(shown: Sequence[Shown]) -> Iterator[tuple[Shown, ...]]:
    """Bars stand side by side; of tables and quotes so many as there is room for."""
    bars = tuple(each for each in shown if type(each) is Bars)
    if bars:
        yield bars
    for each in shown:
        yield from ((part,) for part in _cut(each))


def _cut(shown: Shown) -> Iterator[Shown]:
    match shown:
        case Table(rows=rows):
            most = _ROWS if len(shown.heads) < _MANY_COLUMNS else _LONG_ROWS
            for at in range(0, len(rows), most):
                yield replace(shown, rows=rows[at : at + most])
        case Quotes(quotes=quotes):
            longest = max(len(each.words) for each in quotes)
            fits = _SENTENCES if longest <= _A_LINE else _QUOTES
            most = _SHORT_QUOTES if shown.is_short else fits
            for at in range(0, len(quotes), most):
                yield replace(shown, quotes=quotes[at : at + most])
        case Sides() | Feelings() | Spans():
            yield shown
        case Bars():
            pass
        case _:
            assert_never(shown)


_ROWS, _QUOTES, _SHORT_QUOTES, _SPANS = 10, 6, 18, 3
"""Rows of a table, quotes, single words, and guesses beside sentences, that fit on a
wall."""
_SENTENCES, _A_LINE = 10, 45
"""So many where each is of one line, and how long a line is."""
_MANY_COLUMNS, _LONG_ROWS = 5, 4
"""From so many columns on, rows are of several lines."""


def style_of_steps() -> str:
    """The style sheet of every step and page, to be served or written beside them."""
    return _pages().style


@cache
def _pages() -> Pages:
    filters: Mapping[str, Callable[..., object]] = {
        "bars_drawn": bars_drawn,
        "besides": _besides,
        "capital": capital,
        "feelings_chart": feelings_chart,
        "spans_drawn": spans_drawn,
        "kind": lambda shown: str(type(shown).__struct_config__.tag),
    }
    return Pages(
        "empathy_sim.workshop.group.pages",
        ("page.css", "group.css"),
        filters,
        shared="empathy_sim.debrief.pages",
    )


def _besides(sides: Sides) -> tuple[Beside, ...]:
    """Those that can be drawn, as a page of one person draws them."""
    return tuple(each for side in sides.sides if (each := _beside(side)))


def _beside(side: Side) -> Beside | None:
    if side.recorded is None:
        return None
    return Beside(
        side.head,
        side.lived,
        side.recorded,
        side.unit,
        side.lived_as,
        side.recorded_as,
    )
