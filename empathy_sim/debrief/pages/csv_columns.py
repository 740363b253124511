"""What each column of the tables means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from empathy_sim.debrief.measures import KIT, Reading
from empathy_sim.debrief.predictions import Foretold


@dataclass(frozen=True, slots=True)
class Column:
    """A column, for the code book."""

    name: str
    means: str
    unit: str = "text"
    rule: str = ""
    source: str = KIT


_STEPS = "-4 to 4"

EVENTS: tuple[Column, ...] = (
    Column("session", "The session's name"),
    Column("seq", "The number of the event in its session, from 1", "number"),
    Column("event", "What happened: the name of its kind"),
    Column("story_ms", "When, in the customer's time", "milliseconds"),
    Column("felt_ms", "When, in the player's time", "milliseconds"),
    Column("stage", "Where: the stage's id; empty outside the story"),
    Column("touchpoint", "Where: the touchpoint's id"),
    Column("kind", "Where: what kind of touchpoint it is"),
    Column("visit", "Which visit to the touchpoint, from 1; 0 outside", "number"),
    Column("friction", "The friction's name, where one was met"),
    Column("cause", "What lay behind it: stage/cause"),
    Column("pleasant", "How pleasant it felt, where it was marked", _STEPS),
    Column("aroused", "How stirred up, where it was marked", _STEPS),
    Column("aha", "Whether an insight was marked with it", "0 or 1"),
    Column("promise", "Which promise it is about"),
    Column("words", "The player's own words; empty once they were purged"),
    Column("details", "Everything else that the event says", "JSON"),
)

SESSION: tuple[Column, ...] = (
    Column("session", "The session's name"),
    Column("written", "The day on which this file was written", "YYYY-MM-DD"),
    Column("journey", "The journey's title"),
    Column("company", "The company it is about"),
    Column("pace", "How much of the waiting was lived"),
    Column("at_stage", "Where it was asked to begin; leave out of comparisons"),
    Column(
        "outcome",
        "What it came to; `left`, `open` where it goes on, or `stopped` where one "
        "episode by itself tells no end",
    ),
    Column("marks", "Feelings that were marked", "number"),
    Column("pleasant_worst", "The least pleasant of them", _STEPS),
    Column("pleasant_end", "The last of them", _STEPS),
    Column("pleasant_mean", "Their plain mean; empty under four", _STEPS),
    Column("aroused_mean", "The mean of how stirred up; empty under four", _STEPS),
    Column("frictions", "Things that went against the customer", "number"),
    Column("causes", "Causes that lay behind them", "number"),
    Column("report_lines", "Lines of the month's report", "number"),
    Column("report_lines_green", "Of these, still as green as before", "number"),
)
"""Of the row of a session, before its predictions and its readings."""

_UNITS = {
    "story_ms": "milliseconds of the customer's time",
    "felt_ms": "milliseconds of the player's time",
    "count": "number",
    "days": "days",
    "level": "hundredths of a percent, or milliseconds",
}


def predicted_columns(those: Iterable[Foretold]) -> Iterator[Column]:
    """A guess, and how far it was from what was measured."""
    for each in those:
        yield Column(f"predicted.{each.id}", each.asks, each.unit)
        yield Column(f"gap.{each.id}", "Measured less guessed", each.unit)


def measured_columns(side: str, readings: Iterable[Reading]) -> Iterator[Column]:
    """A measure, its rule and its source; and out of how many, where it is a share."""
    for each in readings:
        measure, name = each.measure, f"{side}.{each.measure.id}"
        unit = _UNITS[measure.unit]
        yield Column(name, measure.says, unit, measure.definition, measure.source)
        if each.of is not None:
            says = "Out of how many, or of how much"
            yield Column(f"{name}.of", says, unit, measure.definition, measure.source)
