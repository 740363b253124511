"""Every record ever written opens, or says why not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.errors import StoreDamaged, StoreTooNew
from empathy_sim.store.rows import ClockMark
from empathy_sim.store.schema import STEPS, migrate
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import (
    FIXES,
    SCRIPT,
    SESSION,
    append,
    handed_in,
    row,
    spoken,
    with_rows,
)


def ask(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "sessions.db")) as db:
        found = db.execute(statement).fetchall()
        db.commit()
    return found


def test_an_empty_file_becomes_a_record_of_the_newest_format(tmp_path: Path) -> None:
    (tmp_path / "sessions.db").touch()
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 2)

    assert ask(tmp_path, "PRAGMA user_version") == [(len(STEPS),)]
    with closing(SqliteStore(tmp_path)) as store:
        assert len(store.rows(SESSION)) == 2


def test_a_newer_record_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    SqliteStore(tmp_path).close()
    ask(tmp_path, "PRAGMA user_version = 99")
    before = (tmp_path / "sessions.db").read_bytes()

    with pytest.raises(StoreTooNew) as raised:
        SqliteStore(tmp_path)
    assert (raised.value.found, raised.value.known) == (99, len(STEPS))
    assert (tmp_path / "sessions.db").read_bytes() == before


@pytest.mark.parametrize(
    "statement", ["PRAGMA user_version = 0", "PRAGMA user_version = -3"]
)
def test_another_program_s_record_is_refused(tmp_path: Path, statement: str) -> None:
    SqliteStore(tmp_path).close()
    ask(tmp_path, statement)

    with pytest.raises(StoreDamaged, match="not a record of this program"):
        SqliteStore(tmp_path)


NEXT = (
    "ALTER TABLE sessions ADD COLUMN chair TEXT NOT NULL DEFAULT 'customer'",
    f"PRAGMA user_version = {len(STEPS) + 1}",
)
BROKEN = (NEXT[0], "ALTER TABLE nothing ADD COLUMN chair TEXT", NEXT[1])


def test_an_older_record_grows_up_with_what_is_in_it(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 2)
    with closing(sqlite3.connect(tmp_path / "sessions.db", isolation_level=None)) as db:
        assert migrate(db, (*STEPS, NEXT))
        assert not migrate(db, (*STEPS, NEXT))

    assert ask(tmp_path, "PRAGMA user_version") == [(len(STEPS) + 1,)]
    assert ask(tmp_path, "SELECT chair, last_seq FROM sessions") == [("customer", 2)]


def test_a_record_that_cannot_grow_up_stays_as_it_was(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 2)
    with (
        closing(sqlite3.connect(tmp_path / "sessions.db", isolation_level=None)) as db,
        pytest.raises(sqlite3.OperationalError),
    ):
        migrate(db, (*STEPS, BROKEN))

    with closing(SqliteStore(tmp_path)) as store:
        assert len(store.rows(SESSION)) == 2
        assert store.verify() == ()


def test_the_last_statement_of_a_step_sets_its_number() -> None:
    for number, step in enumerate(STEPS, start=1):
        assert step[-1] == f"PRAGMA user_version = {number}"


RECORDS = sorted((Path(__file__).parent / "records").glob("format-*.sql"))


def test_there_is_a_record_of_every_format() -> None:
    assert [path.stem for path in RECORDS] == [
        f"format-{number}" for number in range(1, len(STEPS) + 1)
    ]


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_a_record_of_every_format_opens_and_holds(record: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        db.executescript(record.read_text("utf-8"))

    with closing(SqliteStore(tmp_path)) as store:
        assert store.verify() == ()
        assert [head.last_seq for head in store.sessions()] == [3, 6]
        assert handed_in(store.rows(SESSION)) == [
            row(seq) if seq % 3 else spoken(seq) for seq in range(1, 7)
        ]
        assert store.rows("brave-heron")[2].fields() == {"pleasant": -3, "text": None}
        assert store.last_mark(SESSION) == ClockMark(seq=6, story_ms=6500, felt_ms=6000)
        assert store.script("digest-of-the-script") == SCRIPT
        append(store, row(7))
        assert len(store.rows(SESSION)) == 7


def test_a_record_of_the_third_format_keeps_what_was_set(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        db.executescript(RECORDS[2].read_text("utf-8"))

    with closing(SqliteStore(tmp_path)) as store:
        assert store.setting("keep-words") == "7"
        assert [name for name, _row in store.promised()] == ["brave-heron"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_words_that_an_older_record_lacks_were_removed_as_agreed(
    record: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        db.executescript(record.read_text("utf-8"))

    with closing(SqliteStore(tmp_path)) as store:
        lacks = [each.why_gone() for each in store.rows("brave-heron") if each.words]
        assert lacks == [{"removed"}]
        assert not any(each.why_gone() for each in store.rows(SESSION))


@pytest.mark.parametrize(
    "body",
    [
        "no JSON at all",
        '{"text":',
        "[1]",
        '"text"',
        '{"text":{"words":"a","length":1,"more":1}}',
        '{"text":{"words":1,"length":"a"}}',
        '{"text":"words"}',
    ],
)
def test_an_older_record_whose_bodies_are_torn_opens_and_is_told_of(
    body: str, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        db.executescript(RECORDS[2].read_text("utf-8"))
        db.execute("UPDATE events SET body = ? WHERE seq = 1", (body,))
        db.execute("UPDATE events SET body = CAST(x'7bff' AS TEXT) WHERE seq = 2")
        db.commit()

    with closing(SqliteStore(tmp_path)) as store:
        assert {each.session for each in store.verify()} == {SESSION, "brave-heron"}


def test_a_record_of_the_second_format_keeps_fixes_and_exports(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        db.executescript(RECORDS[1].read_text("utf-8"))

    with closing(SqliteStore(tmp_path)) as store:
        assert store.fixes("digest-of-the-script") == FIXES
        assert [export.what for export in store.exports(SESSION)] == ["page to keep"]
