"""Lines read from the tables and written to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from empathy_sim.store.extending import Extension
from empathy_sim.store.records import (
    EventLine,
    ExportLine,
    KeptSession,
    MarkLine,
    RemovedLine,
    ScriptLine,
    SessionLine,
    SettingLine,
    WordLine,
)
from empathy_sim.store.rows import Worded

_TO_THE_SECOND = 19
"""How much of an instant is compared: whole seconds of UTC."""


def now(db: sqlite3.Connection) -> int:
    """Unix time by the database's own clock, in seconds."""
    (seconds,) = db.execute("SELECT CAST(strftime('%s', 'now') AS INTEGER)").fetchone()
    return int(seconds)


def find_line(db: sqlite3.Connection, session: str) -> SessionLine | None:
    """A session's own line; None where there is none."""
    found = db.execute("SELECT * FROM sessions WHERE session = ?", (session,))
    row = found.fetchone()
    return row and SessionLine(*row)


def all_lines(db: sqlite3.Connection) -> list[SessionLine]:
    """Every session's line, the latest first."""
    found = db.execute("SELECT * FROM sessions ORDER BY started_utc DESC, session")
    return [SessionLine(*row) for row in found]


def find_script(db: sqlite3.Connection, digest: str) -> ScriptLine | None:
    """A script; None where it is not kept."""
    row = db.execute("SELECT * FROM scripts WHERE digest = ?", (digest,)).fetchone()
    return row and ScriptLine(*row)


def all_scripts(db: sqlite3.Connection) -> list[ScriptLine]:
    """Every script."""
    return [ScriptLine(*row) for row in db.execute("SELECT * FROM scripts")]


def find_mark(db: sqlite3.Connection, session: str) -> MarkLine | None:
    """A session's clock mark; None where it was never marked."""
    found = db.execute("SELECT * FROM clock_mark WHERE session = ?", (session,))
    row = found.fetchone()
    return row and MarkLine(*row)


def events_of(
    db: sqlite3.Connection, session: str, until: int | None = None
) -> tuple[EventLine, ...]:
    """A session's events in order."""
    found = db.execute(
        """
        SELECT seq, kind, v, story_ms, felt_ms, wall_utc, body, prev_hash, hash
        FROM events WHERE session = ? AND seq <= ? ORDER BY seq
        """,
        (session, _or_all(until)),
    )
    return tuple(EventLine(*row) for row in found)


def words_of(
    db: sqlite3.Connection, session: str, until: int | None = None
) -> tuple[WordLine, ...]:
    """What people wrote in a session, in order."""
    found = db.execute(
        """
        SELECT seq, field, text, salt FROM words
        WHERE session = ? AND seq <= ? ORDER BY seq, field
        """,
        (session, _or_all(until)),
    )
    return tuple(WordLine(*row) for row in found)


def removed_of(
    db: sqlite3.Connection, session: str, until: int | None = None
) -> tuple[RemovedLine, ...]:
    """Where words stood in a session that were removed, as agreed; in order."""
    found = db.execute(
        "SELECT * FROM removed WHERE session = ? AND seq <= ? ORDER BY seq, field",
        (session, _or_all(until)),
    )
    return tuple(RemovedLine(*row) for row in found)


def event_of(
    db: sqlite3.Connection, session: str, seq: int
) -> tuple[EventLine, tuple[WordLine, ...]] | None:
    """One event and its words; None where it is missing."""
    found = db.execute(
        """
        SELECT seq, kind, v, story_ms, felt_ms, wall_utc, body, prev_hash, hash
        FROM events WHERE session = ? AND seq = ?
        """,
        (session, seq),
    ).fetchone()
    if not found:
        return None
    words = db.execute(
        "SELECT seq, field, text, salt FROM words WHERE session = ? AND seq = ?",
        (session, seq),
    )
    return EventLine(*found), tuple(WordLine(*row) for row in words)


def kept(
    db: sqlite3.Connection, line: SessionLine, until: int | None = None
) -> KeptSession:
    """A session and what is in it, up to an event if one is given."""
    return KeptSession(
        line,
        events_of(db, line.session, until),
        words_of(db, line.session, until),
        removed_of(db, line.session, until),
    )


def _or_all(until: int | None) -> int:
    return 2**63 - 1 if until is None else until


def find_fixes(db: sqlite3.Connection, digest: str) -> ScriptLine | None:
    """A script's fixes; None where it was kept without any."""
    row = db.execute("SELECT * FROM fixes WHERE digest = ?", (digest,)).fetchone()
    return row and ScriptLine(*row)


def all_fixes(db: sqlite3.Connection) -> list[ScriptLine]:
    """The fixes of every script that has some."""
    return [ScriptLine(*row) for row in db.execute("SELECT * FROM fixes")]


def exports_of(db: sqlite3.Connection, session: str) -> list[ExportLine]:
    """The files that were made from a session, the first one first."""
    found = db.execute(
        "SELECT * FROM exports WHERE session = ? ORDER BY made_utc, path", (session,)
    )
    return [ExportLine(*row) for row in found]


def add_export(db: sqlite3.Connection, export: ExportLine) -> None:
    """Remember a file; one of the same path is overwritten, as the file was."""
    db.execute("INSERT OR REPLACE INTO exports VALUES (?, ?, ?, ?, ?)", export)


def add_session(
    db: sqlite3.Connection,
    script: ScriptLine,
    fixes: ScriptLine | None,
    line: SessionLine,
) -> None:
    """Add a session, and its script and fixes if they are new."""
    db.execute("INSERT OR IGNORE INTO scripts VALUES (?, ?, ?)", script)
    if fixes is not None:
        db.execute("INSERT OR IGNORE INTO fixes VALUES (?, ?, ?)", fixes)
    db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", line)


def extend(db: sqlite3.Connection, extension: Extension) -> None:
    """Add events and words to a session, and overwrite its line."""
    line, events, words, removed = extension
    db.executemany(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(line.session, *event) for event in events],
    )
    db.executemany(
        "INSERT INTO words VALUES (?, ?, ?, ?, ?)",
        [(line.session, *word) for word in words],
    )
    _note_removed(db, removed)
    overwrite_line(db, line)


def _note_removed(db: sqlite3.Connection, lines: Iterable[RemovedLine]) -> None:
    db.executemany("INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?)", lines)


def overwrite_line(db: sqlite3.Connection, line: SessionLine) -> None:
    """Overwrite what an append may change in a session's line."""
    db.execute(
        """
        UPDATE sessions SET
            last_seq = ?, head = ?, words_kept = ?, phase = ?, summary = ?, seal = ?
        WHERE session = ?
        """,
        (*line[4:], line.session),
    )


def set_mark(db: sqlite3.Connection, mark: MarkLine) -> None:
    """Overwrite a session's clock mark."""
    db.execute("INSERT OR REPLACE INTO clock_mark VALUES (?, ?, ?, ?, ?)", mark)


def remove_words(db: sqlite3.Connection, session: str, before: str | None) -> int:
    """Remove what people wrote in a session; says how many texts.

    With `before`, only what was written before that instant. Where they stood is
    noted.
    """
    places = _places_of_words(db, session, before)
    _note_removed(db, (RemovedLine(session, *place).sealed() for place in places))
    db.executemany(
        "DELETE FROM words WHERE session = ? AND seq = ? AND field = ?",
        [(session, *place) for place in places],
    )
    return len(places)


def _places_of_words(
    db: sqlite3.Connection, session: str, before: str | None
) -> list[tuple[int, str]]:
    if before is None:
        found = db.execute("SELECT seq, field FROM words WHERE session = ?", (session,))
        return found.fetchall()
    found = db.execute(
        """
        SELECT seq, field FROM words WHERE session = ? AND seq IN (
            SELECT seq FROM events
            WHERE events.session = words.session AND substr(wall_utc, 1, 19) < ?
        )
        """,
        (session, before[:_TO_THE_SECOND]),
    )
    return found.fetchall()


def purge_words(db: sqlite3.Connection, line: SessionLine, before: str | None) -> int:
    """Remove what people wrote in a session, and say so in its line; how many texts."""
    removed = remove_words(db, line.session, before)
    after = line._replace(words_kept=count_words(db, line.session))
    overwrite_line(db, after.sealed() if line.is_sound() else after)
    return removed


def count_words(db: sqlite3.Connection, session: str) -> int:
    """How many texts people wrote are left of a session."""
    found = db.execute("SELECT count(*) FROM words WHERE session = ?", (session,))
    (count,) = found.fetchone()
    return int(count)


def with_words(db: sqlite3.Connection, before: str) -> list[SessionLine]:
    """The lines of sessions with words written before an instant."""
    instant = before[:_TO_THE_SECOND]
    found = db.execute(
        """
        SELECT * FROM sessions
        WHERE words_kept > 0 AND substr(started_utc, 1, 19) < ? AND EXISTS (
            SELECT 1 FROM words JOIN events USING (session, seq)
            WHERE words.session = sessions.session AND substr(wall_utc, 1, 19) < ?
        )
        ORDER BY session
        """,
        (instant, instant),
    )
    return [SessionLine(*row) for row in found]


def worded(db: sqlite3.Connection, line: SessionLine) -> Worded:
    """A session in which words are left."""
    return Worded(session=line.session, phase=line.phase, last_utc=last_wall(db, line))


def last_wall(db: sqlite3.Connection, line: SessionLine) -> str:
    """When the last event of a session happened; of one without any, its start."""
    found = db.execute(
        "SELECT wall_utc FROM events WHERE session = ? AND seq = ?",
        (line.session, line.last_seq),
    ).fetchone()
    return str(found[0]) if found else line.started_utc


def promised(db: sqlite3.Connection) -> list[tuple[str, EventLine]]:
    """Each entry by which something was promised or brought back, by session."""
    found = db.execute(
        """
        SELECT session, seq, kind, v, story_ms, felt_ms, wall_utc, body, prev_hash, hash
        FROM events WHERE kind IN ('Committed', 'AssignmentTaken', 'BroughtBack')
        ORDER BY session, seq
        """
    )
    return [(session, EventLine(*event)) for session, *event in found]


def settings(db: sqlite3.Connection) -> list[SettingLine]:
    """All that is set for this folder."""
    return [SettingLine(*row) for row in db.execute("SELECT * FROM settings")]


def set_value(db: sqlite3.Connection, name: str, value: str | None) -> None:
    """Set a value under a name; None removes it."""
    if value is None:
        db.execute("DELETE FROM settings WHERE name = ?", (name,))
    else:
        line = SettingLine(name, value).sealed()
        db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?, ?)", line)


def remove_events(db: sqlite3.Connection, session: str) -> None:
    """Remove every event of a session, with what was written in it."""
    db.execute("DELETE FROM events WHERE session = ?", (session,))


def remove_session(db: sqlite3.Connection, session: str) -> None:
    """Remove a session, and its script where no other is pinned to it."""
    db.execute("DELETE FROM sessions WHERE session = ?", (session,))
    db.execute(
        """
        DELETE FROM scripts
        WHERE digest NOT IN (SELECT script_digest FROM sessions)
        """
    )
