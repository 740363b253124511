"""Whoever changes a column is found out."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from empathy_sim.errors import StoreDamaged
from empathy_sim.store.rows import Export
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import (
    FIXES,
    SESSION,
    TEXT,
    append,
    new,
    row,
    with_rows,
)

COLUMNS = [
    (table, column, kind)
    for table, columns in {
        "scripts": "digest json seal",
        "sessions": "session script_digest title started_utc last_seq: head "
        "words_kept: phase summary seal",
        "events": "session seq: kind v: story_ms: felt_ms: wall_utc body prev_hash "
        "hash",
        "words": "session seq: field text salt",
        "clock_mark": "session seq: story_ms: felt_ms: seal",
        "fixes": "digest json seal",
        "exports": "session path what made_utc seal",
        "settings": "name value seal",
        "removed": "session seq: field seal",
    }.items()
    for column, kind in (
        (name.rstrip(":"), int if name.endswith(":") else str)
        for name in columns.split()
    )
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with all kinds of lines in it."""
    folder = tmp_path_factory.mktemp("kept")
    with closing(SqliteStore(folder)) as store:
        store.begin(new(fixes=FIXES))
        with_rows(store, 6)
        with_rows(store, 6, "brave-heron")
        for name in (SESSION, "brave-heron"):
            store.mark(name, seq=6, story_ms=6, felt_ms=6)
            store.note_export(name, Export(path="a", what="b", made_utc="c"))
        store.put_setting("keep-words", "7")
        for name in ("grey-seal", "red-kite"):
            with_rows(store, 6, name)
            store.purge_words(name)
    return (folder / "sessions.db").read_bytes()


def test_every_column_but_the_lease_s_is_tried(kept: bytes, tmp_path: Path) -> None:
    (tmp_path / "sessions.db").write_bytes(kept)
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema")]
        columns = {
            (table, column[1])
            for table in tables
            for column in db.execute("SELECT * FROM pragma_table_info(?)", (table,))
        }
    leased = {(table, column) for table, column in columns if table == "lease"}

    assert {(table, column) for table, column, _kind in COLUMNS} == columns - leased


def change(path: Path, table: str, column: str, value: str | int, at: int) -> None:
    """Change one column of one line, as a stranger with an SQL shell would."""
    with closing(sqlite3.connect(path)) as db:
        # The stranger writes what they like; names are this test's own.
        lines = db.execute(f"SELECT * FROM {table}").fetchall()
        names = [each[0] for each in db.execute(f"SELECT * FROM {table}").description]
        line = lines[at % len(lines)]
        assume(line[names.index(column)] != value)
        where = " AND ".join(f"{name} = ?" for name in names)
        try:
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *line))
        except sqlite3.IntegrityError:
            assume(False)
        db.commit()


@pytest.mark.parametrize(("table", "column", "kind"), COLUMNS)
@given(pick=st.data())
@settings(max_examples=4)
def test_any_changed_column_is_reported(
    kept: bytes, table: str, column: str, kind: type, pick: st.DataObject
) -> None:
    values: st.SearchStrategy[str | int] = (
        st.integers(0, 2**40) if kind is int else TEXT
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.db"
        path.write_bytes(kept)
        change(path, table, column, pick.draw(values), pick.draw(st.integers(0, 40)))

        with closing(SqliteStore(Path(folder))) as store:
            assert store.verify()


def tampered(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "sessions.db")) as db:
        db.execute(statement)
        db.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events WHERE seq = 6",
        "DELETE FROM events WHERE seq = 3",
        "DELETE FROM words",
        "DELETE FROM sessions",
        "DELETE FROM scripts",
        "UPDATE events SET seq = seq + 100",
        "INSERT INTO words VALUES ('quiet-otter', 1, 'text', 'planted', 'salt')",
        "INSERT INTO removed VALUES ('quiet-otter', 3, 'text', 'planted')",
        "UPDATE removed SET seq = seq + 1",
    ],
)
def test_lines_removed_or_planted_are_reported(
    kept: bytes, tmp_path: Path, statement: str
) -> None:
    (tmp_path / "sessions.db").write_bytes(kept)
    tampered(tmp_path, statement)

    with closing(SqliteStore(tmp_path)) as store:
        assert store.verify()


def test_what_stands_before_the_damage_can_be_read(kept: bytes, tmp_path: Path) -> None:
    (tmp_path / "sessions.db").write_bytes(kept)
    tampered(tmp_path, "UPDATE events SET body = '{}' WHERE seq = 4")

    with closing(SqliteStore(tmp_path)) as store:
        with pytest.raises(StoreDamaged) as raised:
            store.rows(SESSION)
        assert raised.value.seq == 4
        assert [each.seq for each in store.rows(SESSION, until=3)] == [1, 2, 3]
        with pytest.raises(StoreDamaged):
            store.rows(SESSION, until=4)


def test_nothing_is_added_behind_a_heading_that_was_changed(
    kept: bytes, tmp_path: Path
) -> None:
    (tmp_path / "sessions.db").write_bytes(kept)
    tampered(tmp_path, "UPDATE sessions SET title = 'Another'")

    with closing(SqliteStore(tmp_path)) as store:
        assert not any(head.sound for head in store.sessions())
        with pytest.raises(StoreDamaged, match="heading"):
            append(store, row(7))


def test_a_changed_script_is_not_handed_out(kept: bytes, tmp_path: Path) -> None:
    (tmp_path / "sessions.db").write_bytes(kept)
    tampered(tmp_path, "UPDATE scripts SET json = '{}'")

    with closing(SqliteStore(tmp_path)) as store:
        with pytest.raises(StoreDamaged, match="not what was written"):
            store.script("digest-of-the-script")
        with pytest.raises(StoreDamaged, match="not what was written"):
            with_rows(store, 1, "a-new-one")


def test_a_changed_clock_mark_is_not_handed_out(kept: bytes, tmp_path: Path) -> None:
    (tmp_path / "sessions.db").write_bytes(kept)
    tampered(tmp_path, "UPDATE clock_mark SET story_ms = 1")

    with closing(SqliteStore(tmp_path)) as store:
        assert store.last_mark(SESSION) is None
        assert len(store.rows(SESSION)) == 6
