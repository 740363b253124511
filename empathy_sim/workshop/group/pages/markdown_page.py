"""What a room takes home, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from empathy_sim.debrief.pages.markdown_parts import bullets, joined, table
from empathy_sim.debrief.phrases import capital
from empathy_sim.text.sinks import for_markdown as md
from empathy_sim.workshop.group.drawn import (
    Bars,
    Feelings,
    Quotes,
    Shown,
    Side,
    Sides,
    Span,
    Spans,
    Step,
    Table,
)
from empathy_sim.workshop.group.pages.group_page import GroupPage


def group_as_markdown(page: GroupPage) -> str:
    """The page to keep of a room, as the text of one file."""
    return joined(
        (
            f"# {md(page.title)}",
            md(f"{page.company}. {page.on}. {page.stands}"),
            *(block for step in page.steps for block in _step(step)),
            "---",
            md(page.rule),
            md(f"Written with Empathy Sim, of the workshop {page.name}."),
        )
    )


def _step(step: Step) -> Iterator[str]:
    yield f"## {md(step.heading)}"
    yield bullets(md(each) for each in step.says)
    for each in step.shown:
        yield f"### {md(each.title)}"
        yield from _shown(each)


def _shown(shown: Shown) -> Iterator[str]:
    match shown:
        case Table():
            yield table(shown.heads, shown.rows)
            yield md(shown.note)
        case Feelings():
            yield from _feelings(shown)
        case Bars():
            rows = [(each.label, str(each.count)) for each in shown.bars]
            yield table(("", f"Of {shown.of}"), rows) or md(shown.says)
            yield md(shown.note)
        case Sides():
            yield table(_OF_SIDES, (_side(each) for each in shown.sides))
        case Spans():
            yield _spans(shown)
            yield md(shown.note)
        case Quotes():
            yield "\n>\n".join(
                f"> “{md(each.words)}”" + (f" ({md(each.under)})" if each.under else "")
                for each in shown.quotes
            )
        case _:
            assert_never(shown)


_OF_SIDES = ("About", "Lived", "which is", "Recorded", "which is")
_OF_SPANS = (
    "Question",
    "You guessed, in the middle",
    "Half of you guessed",
    "It was",
)


def _feelings(shown: Feelings) -> Iterator[str]:
    yield table(
        ("Part of the story", "Together it felt"),
        ((each.title, capital(each.told)) for each in shown.columns),
    )
    yield table(
        ("Whose", "Marks, from -4, unpleasant, to +4, pleasant"),
        ((each.name or "One of you", each.told) for each in shown.curves),
    )
    yield md(shown.note)


def _side(side: Side) -> tuple[str, ...]:
    unit = f" {side.unit}" if side.unit else ""
    recorded = "of too few people to tell"
    if side.recorded is not None:
        recorded = f"{side.recorded:,}{unit}"
    return (
        side.head,
        f"{side.lived:,}{unit}",
        side.lived_as,
        recorded,
        side.recorded_as,
    )


def _spans(shown: Spans) -> str:
    """Guesses beside what it was; a column in which nothing is told is left out."""
    rows = (_span(each) for each in shown.spans)
    if shown.has_halves:
        return table(_OF_SPANS, rows)
    first, guessed, _, was = _OF_SPANS
    return table(
        (first, guessed, was), ((one, said, came) for one, said, _, came in rows)
    )


def _span(span: Span) -> tuple[str, str, str, str]:
    unit = f" {span.unit}" if span.unit else ""
    half = "not told"
    if span.low is not None and span.high is not None:
        half = f"{span.low:,} to {span.high:,}{unit}"
    return span.asks, f"{span.guessed:,}{unit}", half, span.was_says
