"""Words can come later than their session."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.errors import StoreDamaged
from empathy_sim.store.pack_file import read_packs, write_packs
from empathy_sim.store.protocol import Store
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import (
    EVERY_STORE,
    SESSION,
    append,
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
    made.begin(new())
    with_rows(made, 6)
    made.mark(SESSION, seq=6, story_ms=6500, felt_ms=6000)
    yield made
    made.close()


def carried(there: Store, path: Path, *, words: bool = True) -> Path:
    write_packs(path, there.packed(SESSION, words=words))
    return path


def why_gone(store: Store) -> list[str]:
    """Why each text of the session is not here; nothing for one that is."""
    return [",".join(each.why_gone()) for each in store.rows(SESSION) if each.words]


def test_words_that_were_left_behind_are_told_from_those_removed(
    store: Store, there: SqliteStore
) -> None:
    there.purge_words(SESSION)
    append(there, spoken(7))

    store.take_in(*there.packed(SESSION, words=False))

    assert why_gone(store) == ["removed", "removed", "left_behind"]
    assert why_gone(there) == ["removed", "removed", ""]
    assert store.verify() == ()


def test_words_that_were_left_behind_can_come_later(
    store: Store, there: SqliteStore, tmp_path: Path
) -> None:
    file = carried(there, tmp_path / "without.sessions", words=False)
    store.take_in(*read_packs(file))
    assert why_gone(store) == ["left_behind", "left_behind"]

    file = carried(there, tmp_path / "with.sessions")
    (arrived,) = store.take_in(*read_packs(file))

    assert (arrived.entries, arrived.words, arrived.filled) == (0, 2, 2)
    assert store.rows(SESSION) == there.rows(SESSION)
    assert store.verify() == ()
    append(store, row(7))


def test_words_come_later_together_with_what_went_on(
    store: Store, there: SqliteStore
) -> None:
    store.take_in(*there.packed(SESSION, words=False))
    append(there, row(7), row(8), spoken(9))

    (arrived,) = store.take_in(*there.packed(SESSION, words=True))

    assert (arrived.entries, arrived.words, arrived.filled) == (3, 3, 2)
    assert store.rows(SESSION) == there.rows(SESSION)
    assert store.verify() == ()


def test_words_come_to_a_session_that_went_on_here(
    store: Store, there: SqliteStore
) -> None:
    store.take_in(*there.packed(SESSION, words=False))
    append(store, row(7), spoken(8))
    mark = store.last_mark(SESSION)

    (arrived,) = store.take_in(*there.packed(SESSION, words=True))

    assert (arrived.entries, arrived.filled) == (0, 2)
    assert why_gone(store) == ["", "", ""]
    assert len(store.rows(SESSION)) == 8
    assert store.last_mark(SESSION) == mark
    assert store.verify() == ()


def test_words_that_were_removed_here_stay_away_however_often_they_come(
    store: Store, there: SqliteStore
) -> None:
    packs = there.packed(SESSION, words=True)
    store.take_in(*packs)
    store.purge_words(SESSION, before="2026-03-03T10:00:05Z")

    for _ in range(2):
        (arrived,) = store.take_in(*packs)
        assert (arrived.words, arrived.stay_gone) == (0, 1)
    store.take_in(*there.packed(SESSION, words=False))

    assert why_gone(store) == ["removed", ""]
    assert store.verify() == ()


def test_words_are_not_put_into_a_session_that_is_damaged_here(
    there: SqliteStore, tmp_path: Path
) -> None:
    with closing(SqliteStore(tmp_path / "here")) as here:
        here.take_in(*there.packed(SESSION, words=False))
        with closing(sqlite3.connect(tmp_path / "here" / "sessions.db")) as db:
            db.execute("UPDATE events SET story_ms = 1 WHERE seq = 2")
            db.commit()
        with pytest.raises(StoreDamaged):
            here.take_in(*there.packed(SESSION, words=True))
