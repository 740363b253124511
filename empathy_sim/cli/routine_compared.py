"""Sessions side by side, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.cli.due import promises_of
from empathy_sim.debrief.over_time import OverTime, Past, over_time
from empathy_sim.debrief.promises import day_of
from empathy_sim.session.session import log_of, script_of
from empathy_sim.store.protocol import Store

_ACROSS = 80
"""Characters of a line, where that can be."""
_LEAST = 24
"""Characters of what a row is about, at least."""
_APART = 2
_MOST = 4
"""Sessions side by side; more do not fit beside each other."""
_OVER = frozenset({"ending", "afterwards", "resting", "debriefing", "closed"})
NOTHING = (
    "There is nothing to set side by side yet: that takes two sessions of one journey, "
    "each played from its beginning to its end."
)


def compared(store: Store) -> Iterator[str]:
    """Every journey that was played twice or more, as a small table.

    Raises:
        StoreError: a record cannot be read.
    """
    tables = over_time(_pasts(store))
    if not tables:
        yield NOTHING
    for table in tables:
        yield f"== {table.title} =="
        if len(table.sessions) > _MOST:
            yield f"The latest {_MOST} of {len(table.sessions)}:"
        yield from _rows(table)
        yield f"To see one of them again: empathy-sim debrief {table.sessions[-1]}"
        if table.changed:
            yield "The journey itself was changed between them."


def _pasts(store: Store) -> Iterator[Past]:
    promises = promises_of(store)
    for head in store.sessions():
        day = day_of(head.started_utc)
        if head.phase in _OVER and day is not None:
            yield Past(
                head.session,
                day,
                script_of(store, head.session),
                log_of(store, head.session),
                tuple(each for each in promises if each.session == head.session),
                head.started_utc[11:16],
            )


def _rows(table: OverTime) -> Iterator[str]:
    heads = tuple(_heads(table))
    rows = [(row.says, row.cells[-_MOST:]) for row in table.rows]
    columns = zip(*heads, *(cells for _says, cells in rows), strict=True)
    widths = [max(map(len, column)) for column in columns]
    room = max(_LEAST, _ACROSS - sum(width + _APART for width in widths))
    left = min(room, max(len(says) for says, _cells in rows))
    for says, cells in (*(("", head) for head in heads), *rows):
        told = "".join(
            " " * _APART + (cell or "-").rjust(width)
            for cell, width in zip(cells, widths, strict=True)
        )
        yield f"{_cut(says, left).ljust(left)}{told}"


def _heads(table: OverTime) -> Iterator[tuple[str, ...]]:
    """By what a session is told from the others: day, time, the end of its name."""
    yield tuple(day.isoformat() for day in table.days[-_MOST:])
    yield table.times[-_MOST:]
    yield tuple(f"-{each.rpartition('-')[2]}" for each in table.sessions[-_MOST:])


def _cut(says: str, room: int) -> str:
    return says if len(says) <= room else f"{says[: room - 1].rstrip()}…"
