"""A script in numbers, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from empathy_sim.journey.units import SECOND
from empathy_sim.workbench.lines import Row, heading, title
from empathy_sim.workbench.rehearsal_words import OUTCOMES
from empathy_sim.workbench.setting_out import (
    BAR,
    bar,
    clipped,
    columns,
    folded,
    lasting,
    many,
    percent,
)
from empathy_sim.workbench.statistics import Share, Statistics

_NAME, _NUMBER, _PERCENT = 34, 7, 5
_STAGE_NUMBERS = (-9, -6, -4, -11, -7)
_MOST = 14
"""Rows of one table; the JSON has them all."""


def report(counted: Statistics, width: int) -> Iterator[Row]:
    """The numbers, table after table.

    Args:
        counted: what is told.
        width: columns of a line at most.
    """
    yield from title(counted.title, width)
    for paragraph in _paragraphs(counted):
        for line in folded(paragraph, width=width):
            yield Row(line)
    yield from _stages(counted, width)
    reading = counted.reading
    tables = (
        ("Touchpoints by kind", counted.kinds),
        ("Words by who says them", reading.by_speaker),
        ("Words by channel", reading.by_channel),
        ("Touchpoints where each friction can be met", counted.frictions),
        ("Frictions by what makes them an effort", counted.drivers),
        ("Frictions by what makes a wait feel longer", counted.waiting),
        ("Frictions by intensity of the scenario, 1 to 3", counted.intensity),
        ("Causes by the department that holds them", counted.departments),
        ("Causes by the department that can mend them", counted.menders),
        ("Causes by kind", counted.cause_kinds),
        ("Endings by outcome", _outcomes(counted.endings)),
    )
    for name, shares in tables:
        yield from _table(name, shares, width)


def _outcomes(shares: Sequence[Share]) -> tuple[Share, ...]:
    return tuple(
        Share(OUTCOMES.get(each.name, each.name), each.number) for each in shares
    )


def _paragraphs(counted: Statistics) -> Iterator[str]:
    minutes, reading = counted.minutes, counted.reading
    yield (
        f"About {minutes.workshop} minutes at the pace of a workshop, {minutes.brisk} "
        f"at brisk and {minutes.real} at real."
    )
    working = percent(counted.working, counted.touchpoints)
    yield (
        f"{many(counted.touchpoints, 'touchpoint')}, of which {counted.working} "
        f"({working}) simply work and {counted.kind_ones} have a kindness in them. "
        f"{many(counted.ways, 'way')} on; at {counted.branches} touchpoints it goes on "
        f"in more than one place, at most in {counted.most_branching}."
    )
    yield (
        f"{many(reading.words, 'word')} in {many(reading.sentences, 'sentence')} for "
        f"whoever plays, and {many(reading.backstage, 'word')} backstage. As English "
        f"they ask for {max(0, round(reading.grade))} years of school; a text for "
        "everybody asks for 9 at most."
    )
    if longest := reading.longest:
        yield (
            f"The longest sentence has {longest.words} words ({longest.file}:"
            f"{longest.line}): {longest.says}"
        )


def _stages(counted: Statistics, width: int) -> Iterator[Row]:
    yield from heading("Stages", width)
    head = ("", "plays", "intensity", "places", "hurt", "story", "felt")
    rows = [head]
    rows += [
        (
            each.stage,
            each.plays,
            str(each.intensity),
            str(each.touchpoints),
            str(each.hurting),
            lasting(each.story_seconds * SECOND),
            lasting(each.felt_seconds * SECOND),
        )
        for each in counted.stages
    ]
    left = width - sum(map(abs, _STAGE_NUMBERS)) - 2 * (len(head))
    stage = min(left // 2, max(len(each.stage) for each in counted.stages))
    for line in columns(rows, (stage, left - stage, *_STAGE_NUMBERS)):
        yield Row(line)


def _table(name: str, shares: Sequence[Share], width: int) -> Iterator[Row]:
    if not shares:
        return
    yield from heading(name, width)
    total = sum(each.number for each in shares)
    most = max(each.number for each in shares)
    room = min(BAR, width - _NAME - _NUMBER - _PERCENT - 6)
    for each in shares[:_MOST]:
        head = clipped(each.name, _NAME).ljust(_NAME)
        share = percent(each.number, total)
        drawn = bar(each.number / most, room).rstrip()
        numbers = f"{each.number:>{_NUMBER},}{share:>{_PERCENT}}"
        yield Row(f"  {head}{numbers}  {drawn}".rstrip())
    left = len(shares) - _MOST
    if left > 0:
        yield Row(f"  and {many(left, 'other')}; --json has them all", "quiet")
