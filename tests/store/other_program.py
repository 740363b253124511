"""Another program with the same data folder."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from empathy_sim.store import opening
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import append, new, spoken

PATIENT = 600.0
"""Seconds for which one that writes waits for the others."""


def acknowledge(what: object) -> None:
    """Say something at once, in one system call."""
    os.write(sys.stdout.fileno(), f"{what}\n".encode())


def hold(store: SqliteStore, session: str) -> None:
    """Hold a session until somebody ends the input."""
    with store.lease(session):
        acknowledge("held")
        sys.stdin.read()


def write(store: SqliteStore, session: str, count: int | None) -> None:
    """Append a row at a time, say so after each; for ever without a count."""
    with store.lease(session):
        first = store.head(session).last_seq + 1
        numbers = itertools.count(first)
        for seq in itertools.islice(numbers, count):
            append(store, spoken(seq), session=session)
            acknowledge(f"kept {seq}")


def main(what: str, folder: str, session: str, *count: str) -> None:
    """Do one of these in a folder, to one session, however slow its disk."""
    opening._PATIENCE_S = PATIENT
    store = SqliteStore(Path(folder))
    store.begin(new(session))
    match what:
        case "hold":
            hold(store, session)
        case _:
            write(store, session, int(count[0]) if count else None)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
