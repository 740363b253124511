"""A program whose files may not grow."""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from empathy_sim.errors import StoreUnwritable
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SESSION, append, handed_in, spoken, with_rows

STEP = 617
"""Bytes from one limit to the next: a write is torn at another place each time."""


def allow(size: int) -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


def refused_at(folder: Path, nth: int) -> dict[str, object]:
    """Write until the disk refuses, then once more when it is as large as before."""
    store = SqliteStore(folder)
    with_rows(store, 3)
    acknowledged = 3
    allow((folder / "sessions.db-wal").stat().st_size + nth * STEP)
    try:
        while acknowledged < 60:
            append(store, spoken(acknowledged + 1))
            acknowledged += 1
        why = "nothing was refused"
    except StoreUnwritable as raised:
        why = str(raised)
    seen = len(store.rows(SESSION))
    if nth % 2:
        allow(resource.RLIM_INFINITY)
        append(store, spoken(acknowledged + 1))
        acknowledged += 1
    store.close()
    allow(resource.RLIM_INFINITY)
    return {"why": why, "acknowledged": acknowledged, "seen": seen + nth % 2}


def kept_in(folder: Path) -> int:
    """How many rows another program finds; none where one is not what was written."""
    store = SqliteStore(folder)
    rows = store.rows(SESSION)
    right = handed_in(rows)[2:] == [spoken(seq) for seq in range(3, len(rows) + 1)]
    sound = right and store.verify() == ()
    store.close()
    return len(rows) if sound else -1


def main(folder: str, most: str) -> None:
    """Try every limit up to the last, each in a folder of its own."""
    for nth in range(1, int(most) + 1):
        place = Path(folder) / str(nth)
        told = refused_at(place, nth)
        told["kept"] = kept_in(place)
        os.write(sys.stdout.fileno(), f"{json.dumps(told)}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
