"""A database opened to keep what is written."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from empathy_sim.errors import StoreUnwritable
from empathy_sim.store.folder import prepare
from empathy_sim.store.heads import sync_folder
from empathy_sim.store.refusals import in_own_words
from empathy_sim.store.schema import migrate

SQLITE = sqlite3.sqlite_version
"""The version of SQLite that keeps the sessions."""
NAME = "sessions.db"
_PRIVATE = 0o600
_OTHERS = 0o077
_PATIENCE_S = 5.0
_TRIES = 20
_BESIDE = ("", "-wal", "-shm", "-journal")


def opened(folder: Path, *, on_network: bool) -> sqlite3.Connection:
    """The database of a data folder, made if need be, in the newest format.

    Args:
        folder: Made if need be.
        on_network: The drive is not this machine's own: the write-ahead log, which
            needs shared memory, is not used on it.

    Raises:
        StoreError: It cannot be opened; the leaf says why.
    """
    path = folder / NAME
    prepare(folder)
    _make_private(path)
    _tighten(path)
    with in_own_words(path):
        database = sqlite3.connect(
            path, timeout=_PATIENCE_S, isolation_level=None, cached_statements=64
        )
        try:
            _set_up(database, on_network=on_network)
            if migrate(database):
                truncate_log(database)
        except BaseException:
            database.close()
            raise
    return database


def truncate_log(database: sqlite3.Connection) -> None:
    """Bring everything into the one file, as far as other readers allow."""
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _make_private(path: Path) -> None:
    try:
        # An existing file is not opened: closing it would drop SQLite's own locks.
        if not path.exists():
            path.touch(mode=_PRIVATE, exist_ok=True)
            path.chmod(_PRIVATE)
            sync_folder(path.parent)
    except OSError as raised:
        why = raised.strerror or "the system refuses"
        raise StoreUnwritable(path=path, why=why) from raised


def _tighten(path: Path) -> None:
    # Another program may be removing them; some may be another account's own.
    for suffix in _BESIDE:
        beside = path.with_name(path.name + suffix)
        with suppress(FileNotFoundError, PermissionError):
            if beside.stat().st_mode & _OTHERS:
                beside.chmod(_PRIVATE)


def _set_up(database: sqlite3.Connection, *, on_network: bool) -> None:
    # A letter that is no letter any more fails its seal, and can still be told.
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA temp_store = MEMORY")
    if on_network:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA synchronous = EXTRA")
    else:
        for _ in range(_TRIES):
            if _uses_log(database):
                break
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")


def _uses_log(database: sqlite3.Connection) -> bool:
    """Switch to the write-ahead log, unless others are opening a new file just now."""
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA journal_mode = WAL")
        return True
    # SQLite waits for others before a transaction, but not before this switch.
    database.execute("BEGIN IMMEDIATE")
    database.execute("ROLLBACK")
    return False
