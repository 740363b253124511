"""The length of each session, noted beside the database."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.errors import StoreUnwritable
from empathy_sim.store.heads import EVERY_S, KnownHead, SideFile
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SESSION, append, row, with_rows

HERE = {"quiet-otter": KnownHead(7, "seven")}


def noted(folder: Path) -> dict[str, int]:
    sessions = json.loads((folder / "heads.json").read_text("utf-8"))["sessions"]
    return {session: seq for session, (seq, _head) in sessions.items()}


def test_a_note_is_due_at_once_and_then_once_a_minute(tmp_path: Path) -> None:
    side = SideFile(tmp_path)
    assert side.is_due(1000)
    side.note(HERE, 1000)

    assert not side.is_due(1000 + EVERY_S - 1)
    assert side.is_due(1000 + EVERY_S)


def test_a_note_is_due_when_the_machine_s_clock_was_set_back(tmp_path: Path) -> None:
    side = SideFile(tmp_path)
    side.note(HERE, 1_000_000)

    assert side.is_due(1000)


def test_a_longer_session_is_not_noted_as_a_shorter_one(tmp_path: Path) -> None:
    side = SideFile(tmp_path)
    side.note(HERE, 0)
    side.note({"quiet-otter": KnownHead(5, "five"), "other": KnownHead(1, "one")}, 99)

    assert side.known() == {**HERE, "other": KnownHead(1, "one")}


def test_a_note_is_taken_at_the_first_append_and_at_the_end(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 5)
        assert noted(tmp_path)[SESSION] in {1, 5}
    assert noted(tmp_path) == {SESSION: 5}


def test_a_note_that_cannot_be_taken_loses_no_row(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        (tmp_path / "heads.json.new").mkdir()
        with_rows(store, 3)

    with closing(SqliteStore(tmp_path)) as store:
        append(store, row(4))
        assert len(store.rows(SESSION)) == 4


def test_a_session_is_kept_while_its_note_cannot_be_removed(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 3)
        (tmp_path / "heads.json.new").mkdir()
        with pytest.raises(StoreUnwritable):
            store.forget(SESSION)
        assert len(store.rows(SESSION)) == 3
