"""Sessions that travel: whole, checked, and never over another."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from empathy_sim.errors import (
    ImportRefused,
    SessionDiffers,
    StoreBusy,
    StoreDamaged,
    StoreUnwritable,
)
from empathy_sim.store.pack_file import read_packs, write_packs
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import Export
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import (
    EVERY_STORE,
    FIXES,
    SCRIPT,
    SESSION,
    append,
    handed_in,
    new,
    row,
    spoken,
    with_rows,
)


@pytest.fixture(params=EVERY_STORE, ids=lambda make: make.__name__)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[SqliteStore]:
    """Another computer's store, with one session of six rows, two of them typed."""
    made = SqliteStore(tmp_path / "there")
    made.begin(new(fixes=FIXES))
    with_rows(made, 6)
    made.mark(SESSION, seq=6, story_ms=6500, felt_ms=6000)
    made.note_export(SESSION, Export(path="/home/x", what="page", made_utc="c"))
    yield made
    made.close()


def carried(there: Store, path: Path, *, words: bool = True) -> Path:
    write_packs(path, there.packed(SESSION, words=words))
    return path


def test_a_session_arrives_as_it_was(
    store: Store, there: SqliteStore, tmp_path: Path
) -> None:
    file = carried(there, tmp_path / "one.sessions")

    (arrived,) = store.take_in(*read_packs(file))

    assert (arrived.session, arrived.entries, arrived.words) == (SESSION, 6, 2)
    assert store.rows(SESSION) == there.rows(SESSION)
    assert store.head(SESSION) == there.head(SESSION)
    assert store.last_mark(SESSION) == there.last_mark(SESSION)
    assert store.script("digest-of-the-script") == SCRIPT
    assert store.fixes("digest-of-the-script") == FIXES
    assert store.exports(SESSION) == ()
    assert store.verify() == ()


def test_without_words_the_chain_still_holds(
    store: Store, there: SqliteStore, tmp_path: Path
) -> None:
    file = carried(there, tmp_path / "one.sessions", words=False)

    assert b"still waiting" not in file.read_bytes()
    store.take_in(*read_packs(file))
    assert store.verify() == ()
    assert [row.words for row in store.rows(SESSION) if row.words] == [
        {"text": None},
        {"text": None},
    ]
    assert len(there.rows(SESSION)[2].words["text"] or "") > 0


def test_nobody_else_can_read_the_file_and_it_names_no_place(
    there: SqliteStore, tmp_path: Path
) -> None:
    file = carried(there, tmp_path / "one.sessions")

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"/home/x" not in file.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one.sessions", "there"]


def test_coming_twice_changes_nothing(store: Store, there: SqliteStore) -> None:
    packs = there.packed(SESSION, words=True)
    store.take_in(*packs)
    before = store.rows(SESSION)

    (again,) = store.take_in(*packs)

    assert (again.entries, again.words) == (0, 0)
    assert store.rows(SESSION) == before


def test_what_went_on_elsewhere_is_added_and_purged_words_stay_gone(
    store: Store, there: SqliteStore
) -> None:
    store.take_in(*there.packed(SESSION, words=True))
    store.purge_words(SESSION)
    append(there, row(7), row(8), spoken(9))

    (arrived,) = store.take_in(*there.packed(SESSION, words=True))

    assert (arrived.entries, arrived.words) == (3, 1)
    told = [each.words["text"] for each in store.rows(SESSION) if each.words]
    assert told == [None, None, "still waiting, 9 times now"]
    assert store.verify() == ()
    append(store, row(10))


def test_a_shorter_one_takes_nothing_away(store: Store, there: SqliteStore) -> None:
    earlier = there.packed(SESSION, words=True)
    store.take_in(*earlier)
    append(store, row(7))

    (arrived,) = store.take_in(*earlier)

    assert arrived.entries == 0
    assert len(store.rows(SESSION)) == 7


@pytest.mark.parametrize("here", [2, 6, 8])
def test_another_session_of_the_name_is_never_written_over(
    store: Store, there: SqliteStore, here: int
) -> None:
    store.begin(new())
    for seq in range(1, here + 1):
        append(store, row(seq, other=seq))
    before = handed_in(store.rows(SESSION))

    with pytest.raises(SessionDiffers, match=SESSION):
        store.take_in(*there.packed(SESSION, words=True))

    assert handed_in(store.rows(SESSION)) == before


def test_all_arrive_or_none(store: Store, there: SqliteStore) -> None:
    with_rows(there, 3, "brave-heron")
    store.begin(new(started="2027-01-01T00:00:00Z"))

    with pytest.raises(SessionDiffers):
        store.take_in(*there.packed("brave-heron", SESSION, words=True))

    assert [head.session for head in store.sessions()] == [SESSION]


def test_a_session_that_is_open_elsewhere_is_not_added_to(
    there: SqliteStore, tmp_path: Path
) -> None:
    with (
        closing(SqliteStore(tmp_path / "here")) as here,
        closing(SqliteStore(tmp_path / "here")) as other,
    ):
        here.take_in(*there.packed(SESSION, words=True))
        append(there, row(7))
        with other.lease(SESSION), pytest.raises(StoreBusy):
            here.take_in(*there.packed(SESSION, words=True))


def test_what_is_damaged_does_not_leave(there: SqliteStore, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "there" / "sessions.db")) as db:
        db.execute("UPDATE events SET story_ms = 1 WHERE seq = 4")
        db.commit()

    with pytest.raises(StoreDamaged):
        there.packed(SESSION, words=True)


def changed(file: Path, statement: str) -> Path:
    with closing(sqlite3.connect(file)) as db:
        db.execute(statement)
        db.commit()
    return file


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("PRAGMA user_version = 99", "newer version"),
        ("PRAGMA user_version = 0", "not a record of this program"),
        ("CREATE TABLE more (x)", "not a record of this program"),
        (
            "CREATE TRIGGER t AFTER INSERT ON words BEGIN DELETE FROM words; END",
            "not a record of this program",
        ),
        ("DROP INDEX promised", "not a record of this program"),
        ("UPDATE events SET body = '{}' WHERE seq = 2", "damaged at entry 2"),
        ("DELETE FROM events WHERE seq = 5", "damaged at entry 5"),
        ("DELETE FROM events WHERE seq = 6", "torn or was changed"),
        ("UPDATE words SET text = 'planted'", "damaged at entry"),
        ("UPDATE scripts SET json = '{}'", "script is not what was written"),
        ("UPDATE fixes SET json = '{}'", "script is not what was written"),
        ("DELETE FROM sessions", "torn or was changed"),
        ("UPDATE sessions SET title = 'Another'", "damaged"),
    ],
)
def test_a_file_that_is_not_what_was_written_is_refused(
    there: SqliteStore, tmp_path: Path, statement: str, says: str
) -> None:
    file = changed(carried(there, tmp_path / "one.sessions"), statement)

    with pytest.raises(ImportRefused, match=says) as refused:
        read_packs(file)
    assert str(file) in str(refused.value)


def test_files_that_are_something_else_are_refused(tmp_path: Path) -> None:
    empty, text, folder = tmp_path / "empty", tmp_path / "text", tmp_path / "folder"
    empty.touch()
    text.write_text("hold the line " * 400)
    folder.mkdir()
    with closing(sqlite3.connect(tmp_path / "foreign")) as db:
        db.execute("CREATE TABLE sessions (session)")
        db.commit()
    SqliteStore(tmp_path / "kept").close()

    for path in (
        *(empty, text, folder, tmp_path / "foreign", tmp_path / "nowhere"),
        tmp_path / "kept" / "sessions.db",
    ):
        with pytest.raises(ImportRefused, match="Nothing was brought in"):
            read_packs(path)


def test_a_file_cut_or_flipped_anywhere_is_refused_or_says_the_same(
    there: SqliteStore, tmp_path: Path
) -> None:
    file = carried(there, tmp_path / "one.sessions")
    whole, good = file.read_bytes(), read_packs(file)
    random, tried, same = Random(7), 0, 0
    for _ in range(60):
        at = random.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << random.randrange(8)
        for damaged in (bytes(flipped), whole[:at]):
            file.write_bytes(damaged)
            tried += 1
            try:
                assert read_packs(file) == good
                same += 1
            except ImportRefused:
                pass
    print(f"damaged files {tried}, in which nothing that is said was hit {same}")


def test_the_file_is_left_as_it_is_and_a_read_only_one_can_be_read(
    there: SqliteStore, tmp_path: Path
) -> None:
    file = carried(there, tmp_path / "one.sessions")
    file.chmod(0o400)
    before = file.read_bytes()

    read_packs(file)

    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.glob("one*")] == ["one.sessions"]


def test_the_record_in_use_is_not_taken_for_a_file_to_bring_in(
    there: SqliteStore, tmp_path: Path
) -> None:
    append(there, row(7))

    with pytest.raises(ImportRefused, match="in use"):
        read_packs(tmp_path / "there" / "sessions.db")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_file_of_every_format_is_brought_in(tmp_path: Path, number: int) -> None:
    record = Path(__file__).parent / "records" / f"format-{number}.sql"
    with closing(sqlite3.connect(tmp_path / "old.sessions")) as db:
        db.executescript(record.read_text("utf-8"))

    packs = read_packs(tmp_path / "old.sessions")

    with closing(SqliteStore(tmp_path / "kept")) as store:
        assert [each.entries for each in store.take_in(*packs)] == [3, 6]
        assert store.verify() == ()
        (lacks,) = (each.why_gone() for each in store.rows("brave-heron")[2:])
        # Only since the fourth format a file says why words are not in it.
        assert lacks == {"removed" if number > 3 else "left_behind"}


@pytest.mark.skipif(os.name == "nt", reason="no limits on the size of files there")
def test_what_cannot_be_written_leaves_what_was_there(
    there: SqliteStore, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = carried(there, folder / "one.sessions")
    before = file.read_bytes()
    (folder / f".one.sessions.{os.getpid()}.new").mkdir()

    with pytest.raises(StoreUnwritable):
        carried(there, file)
    assert file.read_bytes() == before
