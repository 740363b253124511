"""Sessions side by side, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.cli.due import promises_of
from empathy_sim.debrief.over_time import OverTime, Past, over_time
from empathy_sim.debrief.promises import day_of
from empathy_sim.session.session import log_of, script_of
from empathy_sim.store.protocol import Store

_WIDEST = 44
"""Characters of what a row is about."""
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
            )


def _rows(table: OverTime) -> Iterator[str]:
    dates = tuple(day.isoformat() for day in table.days[-_MOST:])
    told_of = ((_cut(row.says), row.cells[-_MOST:]) for row in table.rows)
    rows = (("", dates), *told_of)
    left = max(len(says) for says, _cells in rows)
    widths = [max(len(cells[at]) for _says, cells in rows) for at in range(len(dates))]
    for says, cells in rows:
        told = "  ".join(
            (cell or "-").rjust(width)
            for cell, width in zip(cells, widths, strict=True)
        )
        yield f"{says.ljust(left)}  {told}".rstrip()


def _cut(says: str) -> str:
    return says if len(says) <= _WIDEST else f"{says[: _WIDEST - 1].rstrip()}…"
