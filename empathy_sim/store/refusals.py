"""What SQLite refuses, in this program's own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from empathy_sim.errors import StoreBusy, StoreDamaged, StoreError, StoreUnwritable

_PRIMARY = 0xFF

_UNWRITABLE = {
    sqlite3.SQLITE_AUTH: "this account may not write there",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
    sqlite3.SQLITE_PERM: "this account may not write there",
    sqlite3.SQLITE_READONLY: "the file can only be read",
    sqlite3.SQLITE_READONLY_DIRECTORY: "the folder can only be read",
    sqlite3.SQLITE_TOOBIG: "a text is too long",
}
_DAMAGED = {
    sqlite3.SQLITE_CONSTRAINT: "its parts contradict each other",
    sqlite3.SQLITE_CORRUPT: "the file is torn or overwritten",
    sqlite3.SQLITE_ERROR: "a part of the file is missing",
    sqlite3.SQLITE_IOERR_READ: "the disk cannot read it",
    sqlite3.SQLITE_IOERR_SHORT_READ: "the file is cut short",
    sqlite3.SQLITE_NOTADB: "the file is not a record of this program",
}
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


@contextmanager
def in_own_words(path: Path) -> Iterator[None]:
    """Raise what SQLite refuses as a `StoreError`; mistakes in calling it pass."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as raised:
        raise _named(raised, path) from raised


def _named(raised: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(raised, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    primary = code & _PRIMARY
    if primary in _BUSY:
        return StoreBusy(holder="another program, which is writing at this moment")
    if damage := _DAMAGED.get(code) or _DAMAGED.get(primary):
        return StoreDamaged(session=None, seq=None, why=damage)
    refusal = _UNWRITABLE.get(code) or _UNWRITABLE.get(primary) or "the system refuses"
    return StoreUnwritable(path=path, why=refusal)
