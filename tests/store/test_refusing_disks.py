"""A disk that refuses loses nothing earlier."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.errors import StoreDamaged, StoreUnwritable
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SESSION, append, row, with_rows
from tests.store.running import last_lines, line_of, running

NTH = 60


def pages_at_most(store: SqliteStore, pages: int) -> None:
    """Make a database as large as it may become; 0 pages is as large as it is."""
    connection = store._database._connection
    connection.execute(f"PRAGMA max_page_count = {pages or 1}")


@pytest.mark.parametrize("on_network", [False, True], ids=["log", "journal"])
def test_a_full_database_keeps_what_it_acknowledged(
    tmp_path: Path, on_network: bool
) -> None:
    refused = wrong = 0
    with closing(SqliteStore(tmp_path, on_network=on_network)) as store:
        with_rows(store, 1)
        for seq in range(2, NTH + 2):
            big = row(seq, {"text": "x" * 9000}, nth=seq)
            pages_at_most(store, 0)
            before = store.rows(SESSION)
            with pytest.raises(StoreUnwritable, match="the disk is full"):
                append(store, big)
            refused += 1
            wrong += store.rows(SESSION) != before
            pages_at_most(store, 100_000)
            append(store, big)
            wrong += [each.seq for each in store.rows(SESSION)] != list(
                range(1, seq + 1)
            )
        assert store.verify() == ()

    print(f"writes refused {refused}, wrong {wrong}")
    assert (refused, wrong) == (NTH, 0)


def test_a_disk_that_is_full_at_any_byte_keeps_what_it_acknowledged(
    tmp_path: Path,
) -> None:
    pytest.importorskip("resource", reason="no limits on files here")
    with running("full_disk", tmp_path, NTH) as program:
        cases = [json.loads(line) for line in last_lines(program)]
        assert program.wait() == 0

    wrong = [
        case
        for case in cases
        if not case["acknowledged"] == case["seen"] == case["kept"]
        or "Nothing can be saved in" not in case["why"]
    ]
    print(f"writes refused {len(cases)}, wrong {len(wrong)}")
    assert len(cases) == NTH
    assert wrong == []


@pytest.fixture
def anybody_s() -> Iterator[Path]:
    """A folder that any account can reach, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="empathy-sim-locked-"))
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "chown"), reason="no accounts to lock out")
def test_a_locked_folder_is_named_and_loses_nothing(anybody_s: Path) -> None:
    with running("locked_folder", anybody_s) as program:
        said = json.loads(line_of(program))
        assert program.wait() == 0

    refusal = f"StoreUnwritable: Nothing can be saved in {anybody_s}/before"
    assert said["before"] == [
        f"{refusal}/sessions.db: Permission denied.",
        f"{refusal}/inside: Permission denied.",
        f"{refusal}/sessions.db: the file can only be read.",
        "[1, 2]",
    ]
    refusal = f"StoreUnwritable: Nothing can be saved in {anybody_s}/network"
    assert said["network"] == [
        f"{refusal}/sessions.db: the folder can only be read.",
        "done",
        "[1, 2, 3]",
    ]
    assert said["local"] == ["done", "done", "[1, 2, 3]"]


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a letter")

    with pytest.raises(StoreUnwritable, match="it is not a folder"):
        SqliteStore(tmp_path / "kept")
    with pytest.raises(StoreUnwritable):
        SqliteStore(tmp_path / "kept" / "inside")
    assert (tmp_path / "kept").read_text() == "a letter"


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    letter = b"Dear customer, " * 100
    (tmp_path / "sessions.db").write_bytes(letter)

    with pytest.raises(StoreDamaged, match="not a record of this program"):
        SqliteStore(tmp_path)
    assert (tmp_path / "sessions.db").read_bytes() == letter
