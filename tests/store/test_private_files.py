"""Nobody else on the machine can read a session."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SESSION, append, row, with_rows

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such permissions here")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277], ids=oct)
def _mask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_mask")
@pytest.mark.parametrize("on_network", [False, True], ids=["log", "journal"])
def test_only_the_owner_can_open_what_is_made(tmp_path: Path, on_network: bool) -> None:
    kept = tmp_path / "kept"
    with closing(SqliteStore(kept, on_network=on_network)) as store:
        with_rows(store, 3)
        while_open = {path.name: mode(path) for path in kept.iterdir()}

    assert mode(kept) == 0o700
    assert while_open.keys() >= {"sessions.db", "heads.json"}
    assert on_network or while_open.keys() >= {"sessions.db-wal", "sessions.db-shm"}
    assert set(while_open.values()) == {0o600}
    assert {mode(path) for path in kept.iterdir()} == {0o600}


def test_a_folder_that_is_somebody_s_own_keeps_its_permissions(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    kept.chmod(0o750)
    SqliteStore(kept).close()

    assert mode(kept) == 0o750
    assert mode(kept / "sessions.db") == 0o600


def test_files_that_others_could_read_are_closed_to_them(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 3)
        for path in tmp_path.iterdir():
            path.chmod(0o644)
        with closing(SqliteStore(tmp_path)) as again:
            append(again, row(4))
            modes = {path.name: mode(path) for path in tmp_path.iterdir()}

    assert modes.pop("heads.json") in {0o600, 0o644}
    assert set(modes.values()) == {0o600}


def test_everything_is_in_one_file_once_a_store_is_closed(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 3)

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"sessions.db", "heads.json"}
    (tmp_path / "heads.json").unlink()
    with closing(SqliteStore(tmp_path)) as store:
        assert len(store.rows(SESSION)) == 3
