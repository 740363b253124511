"""The database's tables, and how older ones grow up."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from empathy_sim.errors import StoreDamaged, StoreTooNew
from empathy_sim.store.records import seal

Step = tuple[str, ...]
"""The statements from one format to the next; the last one sets its number."""

_FIRST: Step = (
    """
    CREATE TABLE scripts (
        digest TEXT PRIMARY KEY NOT NULL,
        json TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sessions (
        session TEXT PRIMARY KEY NOT NULL,
        script_digest TEXT NOT NULL REFERENCES scripts (digest),
        title TEXT NOT NULL,
        started_utc TEXT NOT NULL,
        last_seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        words_kept INTEGER NOT NULL,
        phase TEXT NOT NULL,
        summary TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE events (
        session TEXT NOT NULL REFERENCES sessions (session) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        v INTEGER NOT NULL,
        story_ms INTEGER NOT NULL,
        felt_ms INTEGER NOT NULL,
        wall_utc TEXT NOT NULL,
        body TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE words (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL,
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        salt TEXT NOT NULL,
        PRIMARY KEY (session, seq, field),
        FOREIGN KEY (session, seq) REFERENCES events (session, seq) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE clock_mark (
        session TEXT PRIMARY KEY NOT NULL
            REFERENCES sessions (session) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        story_ms INTEGER NOT NULL,
        felt_ms INTEGER NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE lease (
        session TEXT PRIMARY KEY NOT NULL
            REFERENCES sessions (session) ON DELETE CASCADE,
        token TEXT NOT NULL,
        pid INTEGER NOT NULL,
        host TEXT NOT NULL,
        boot TEXT NOT NULL,
        born TEXT NOT NULL,
        since INTEGER NOT NULL,
        heartbeat INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "PRAGMA user_version = 1",
)

_SECOND: Step = (
    """
    CREATE TABLE fixes (
        digest TEXT PRIMARY KEY NOT NULL REFERENCES scripts (digest) ON DELETE CASCADE,
        json TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE exports (
        session TEXT NOT NULL REFERENCES sessions (session) ON DELETE CASCADE,
        path TEXT NOT NULL,
        what TEXT NOT NULL,
        made_utc TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (session, path)
    ) STRICT, WITHOUT ROWID
    """,
    "PRAGMA user_version = 2",
)

_THIRD: Step = (
    """
    CREATE TABLE settings (
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX promised ON events (kind)
    WHERE kind IN ('Committed', 'AssignmentTaken', 'BroughtBack')
    """,
    "PRAGMA user_version = 3",
)

_FOURTH: Step = (
    """
    CREATE TABLE removed (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL,
        field TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (session, seq, field),
        FOREIGN KEY (session, seq) REFERENCES events (session, seq) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # What an older record lacks may have been removed as agreed: it stays away.
    """
    INSERT INTO removed
    SELECT
        session,
        seq,
        place.key,
        sealed(CAST(session AS BLOB), seq, CAST(place.key AS BLOB))
    FROM
        events,
        json_each(CASE WHEN json_valid(body) THEN body ELSE '{}' END) AS place
    WHERE place.type = 'object'
        AND json_type(place.value, '$.words') = 'text'
        AND json_type(place.value, '$.length') = 'integer'
        AND (SELECT count(*) FROM json_each(place.value)) = 2
        AND NOT EXISTS (
            SELECT 1 FROM words
            WHERE words.session = events.session AND words.seq = events.seq
                AND words.field = place.key
        )
    """,
    "PRAGMA user_version = 4",
)

STEPS: tuple[Step, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""Step n leads from format n to n + 1; a step that was released never changes."""


def migrate(database: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Bring a database to the newest format, all or nothing.

    Returns:
        Whether there was anything to do.

    Raises:
        StoreTooNew: A newer version wrote it; nothing is changed.
        StoreDamaged: Another program made it.
    """
    if _format_of(database, len(steps)) == len(steps):
        return False
    database.create_function("sealed", 3, _sealed, deterministic=True)
    database.execute("BEGIN IMMEDIATE")
    try:
        found = _format_of(database, len(steps))
        if found == 0:
            _refuse_foreign(database)
        for step in steps[found:]:
            for statement in step:
                database.execute(statement)
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")
    return True


def _sealed(session: bytes, seq: int, field: bytes) -> str:
    """The seal of a text that is not here; letters that are none spoil it."""
    return seal(
        session.decode("utf-8", "replace"), seq, field.decode("utf-8", "replace")
    )


def _format_of(database: sqlite3.Connection, known: int) -> int:
    (found,) = database.execute("PRAGMA user_version").fetchone()
    if found > known:
        raise StoreTooNew(found=found, known=known)
    if found < 0:
        raise _foreign()
    return int(found)


def _refuse_foreign(database: sqlite3.Connection) -> None:
    (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables:
        raise _foreign()


def _foreign() -> StoreDamaged:
    why = "the file is not a record of this program"
    return StoreDamaged(session=None, seq=None, why=why)
