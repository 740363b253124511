"""What was marked, beside what was noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.debrief.phrases import capital
from empathy_sim.workshop.group.drawn import Table
from empathy_sim.workshop.group.member import Observation
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.told import (
    NOT_TOLD,
    how_many,
    is_told_of_many,
    some_of_it,
)


def noted_beside_marked(room: Room, tells: Releaser) -> tuple[Table, ...]:
    """What those who watched noted, by what and by stage; nothing where nobody did."""
    those = tuple(_noted(room))
    if not those:
        return ()
    rows = tuple(_by_stage(room, tells, those))
    what = tuple(_by_what(room, tells, those))
    has_both = any(NOT_TOLD not in row for row in rows)
    beside = Table(
        title="Marked by those who played, noted by those who watched",
        heads=("Where", "Marked", "Noted"),
        rows=rows,
        numbers=(1, 2),
        note=some_of_it(tells.ledger.least),
    )
    return (
        *([beside] if has_both else []),
        *(
            [
                Table(
                    title="What those who watched noted",
                    heads=("What", "Of how many players"),
                    rows=what,
                    numbers=(1,),
                )
            ]
            if what
            else []
        ),
    )


Noted = tuple[str, Observation]
"""The observer's seat, and what was noted."""


def _noted(room: Room) -> Iterator[Noted]:
    for seated in room.people:
        for each in seated.member.observed:
            if each.of in room.played:
                yield seated.member.seat, each


def _by_stage(
    room: Room, tells: Releaser, those: tuple[Noted, ...]
) -> Iterator[tuple[str, ...]]:
    for column in room.columns:
        noted = tuple(
            (watcher, each)
            for watcher, each in those
            if room.played[each.of].stage_at(each.story_ms) == column
        )
        marked = tells.total(
            f"marked/{column}",
            room.marks_in(column),
            "curve",
            may=room.may_be_in(column),
        )
        seen = _total(room, tells, f"noted in/{column}", noted)
        made = None if marked.waiting else marked.value
        if made is not None or seen is not None:
            told = (made, seen)
            yield room.title(column), *(_cell(each) for each in told)


def _cell(value: int | None) -> str:
    return NOT_TOLD if value is None else f"{value:,}"


def _by_what(
    room: Room, tells: Releaser, those: tuple[Noted, ...]
) -> Iterator[tuple[str, ...]]:
    """Of how many players each thing was noted; not how often, which is by stage."""
    watched = {each.of for _, each in those}
    may = {"so": watched}
    found: list[tuple[int, str, str]] = []
    for what in sorted({each.what for _, each in those}):
        noted = [one for one in those if one[1].what == what]
        so = {each.of for _, each in noted}
        values = {seat: "so" if seat in so else "not so" for seat in room.played}
        if len({watcher for watcher, _ in noted}) < tells.ledger.least:
            values = {}
        counted = tells.counts(f"noted/{what}", values, ("so", "not so"), may=may)
        if is_told_of_many(counted, "so"):
            rank = counted.cells.get("so", counted.of // 2 + 1)
            found.append((-rank, capital(what), how_many(counted, "so")))
    for _, what, told in sorted(found):
        yield what, told


def _total(
    room: Room, tells: Releaser, statistic: str, those: tuple[Noted, ...]
) -> int | None:
    """How often it was noted; of enough people who play, and by enough who watch."""
    watched: Mapping[str, int] = {
        each.of: 0 for seated in room.people for each in seated.member.observed
    }
    values = {seat: 0 for seat in watched if seat in room.played}
    for _, each in those:
        values[each.of] += 1
    if len({watcher for watcher, _ in those}) < tells.ledger.least:
        values = {}
    came = room.may_be_in(statistic.partition("/")[2])
    return tells.total(statistic, values, may=came).value
