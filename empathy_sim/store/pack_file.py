"""Sessions in a file of their own."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from empathy_sim.errors import (
    ImportRefused,
    StoreDamaged,
    StoreError,
    StoreTooNew,
    StoreUnwritable,
)
from empathy_sim.store import tables
from empathy_sim.store.heads import sync_folder
from empathy_sim.store.packing import Packed
from empathy_sim.store.refusals import in_own_words
from empathy_sim.store.schema import STEPS, migrate
from empathy_sim.store.travelling import packed, put_in

MOST_BYTES = 500_000_000
_NOTES_WHAT_IS_REMOVED = 4
"""The first format that tells words removed from words left behind."""
_HEADER = b"SQLite format 3\0"
_NAME = re.compile(r"[\w.-]{1,120}")
_FOREIGN = "it is not a record of this program"
_TORN = "it is torn or was changed"


def write_packs(path: Path, packs: Sequence[Packed]) -> None:
    """Write sessions to a file that only its owner can read; whole or not at all.

    Raises:
        StoreError: The disk refuses; what was there before is still there.
    """
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with in_own_words(path), closing(_connected(str(new))) as db:
            db.execute("PRAGMA journal_mode = OFF")
            migrate(db)
            for pack in packs:
                put_in(db, pack)
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(path)
        sync_folder(path.parent)
    except OSError as raised:
        why = raised.strerror or "the system refuses"
        raise StoreUnwritable(path=path, why=why) from raised
    finally:
        with suppress(OSError):
            new.unlink()


def read_packs(path: Path) -> tuple[Packed, ...]:
    """The sessions in a file, every chain checked; the file is left as it is.

    Raises:
        ImportRefused: It is not such a file, it is damaged, or newer than this
            program.
    """
    with _refusing(path):
        _refuse_others(path)
        with in_own_words(path), closing(_copied(path)) as db:
            packs = tuple(_packs(db))
    if not packs:
        raise ImportRefused(path=path, why="there is no session in it")
    return packs


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say of a file why it is refused, whatever it was that could not be read."""
    try:
        yield
    except ImportRefused:
        raise
    except (OSError, StoreError, UnicodeDecodeError) as raised:
        raise ImportRefused(path=path, why=_why(raised)) from raised


def _why(raised: Exception) -> str:
    match raised:
        case StoreTooNew():
            return (
                "a newer version of Empathy Sim wrote it; update the program to open it"
            )
        case StoreDamaged(session=None) | UnicodeDecodeError():
            return _TORN
        case OSError():
            return raised.strerror or "it cannot be read"
        case StoreUnwritable():
            return raised.why
        case _:
            return str(raised).rstrip(".")


def _refuse_others(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise ImportRefused(path=path, why=_FOREIGN)
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise ImportRefused(path=path, why="it is larger than 500 MB")
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        why = "it is in use; bring in what empathy-sim sessions export wrote"
        raise ImportRefused(path=path, why=why)


def _copied(path: Path) -> sqlite3.Connection:
    """A file's database, copied into memory and brought to the newest format."""
    copy = _connected(":memory:")
    try:
        there = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(there, uri=True)) as file:
            file.backup(copy)
        found = _check(copy, path)
        migrate(copy)
        if found < _NOTES_WHAT_IS_REMOVED:
            # An older file does not say why words are missing: they were not sent.
            copy.execute("DELETE FROM removed")
    except BaseException:
        copy.close()
        raise
    return copy


def _connected(where: str) -> sqlite3.Connection:
    db = sqlite3.connect(where, isolation_level=None)
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _check(db: sqlite3.Connection, path: Path) -> int:
    """The format of a file that can be brought in."""
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found > len(STEPS):
        raise StoreTooNew(found=found, known=len(STEPS))
    if found < 1 or _schema(db) != _schema_of(found):
        raise ImportRefused(path=path, why=_FOREIGN)
    if db.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise ImportRefused(path=path, why=_TORN)
    if db.execute("PRAGMA foreign_key_check").fetchone():
        raise ImportRefused(path=path, why=_TORN)
    return int(found)


def _schema(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    found = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return sorted((tuple(row) for row in found), key=repr)


def _schema_of(number: int) -> list[tuple[object, ...]]:
    """What a database of a format looks like: nothing more, and nothing else."""
    with closing(_connected(":memory:")) as fresh:
        migrate(fresh, STEPS[:number])
        return _schema(fresh)


def _packs(db: sqlite3.Connection) -> list[Packed]:
    return [_named(packed(db, line, words=True)) for line in tables.all_lines(db)]


def _named(pack: Packed) -> Packed:
    if not _NAME.fullmatch(pack.session):
        why = "its name is no name"
        raise StoreDamaged(session=pack.session, seq=None, why=why)
    return pack
