"""Several programs with one data folder."""

from __future__ import annotations

import os
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Barrier

import pytest

from empathy_sim.errors import StoreBusy
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import (
    SESSION,
    append,
    handed_in,
    new,
    row,
    spoken,
    with_rows,
)
from tests.store.running import last_lines, line_of, running

PATIENT = 600.0
"""Seconds for which a store waits for another, on however slow a disk."""


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("empathy_sim.store.opening._PATIENCE_S", PATIENT)


@pytest.mark.usefixtures("_patient")
def test_the_second_to_open_a_session_is_told_at_once_who_holds_it(
    tmp_path: Path,
) -> None:
    with running("other_program", "hold", tmp_path, SESSION) as other:
        assert line_of(other) == "held"
        with (
            closing(SqliteStore(tmp_path)) as store,
            pytest.raises(StoreBusy) as raised,
        ):
            store.lease(SESSION)

    assert re.fullmatch(
        rf"another window on this machine, since \d\d:\d\d \(process {other.pid}\)",
        raised.value.holder,
    )


def test_a_session_held_elsewhere_is_not_written_to(tmp_path: Path) -> None:
    with (
        running("other_program", "hold", tmp_path, SESSION) as other,
        closing(SqliteStore(tmp_path)) as store,
    ):
        assert line_of(other) == "held"
        for write in (
            lambda: append(store, row(1)),
            lambda: store.mark(SESSION, seq=0, story_ms=0, felt_ms=0),
            lambda: store.purge_words(SESSION),
            lambda: store.forget(SESSION),
        ):
            with pytest.raises(StoreBusy, match="another window"):
                write()
        assert store.rows(SESSION) == ()


def test_another_session_can_be_held_meanwhile(tmp_path: Path) -> None:
    with (
        running("other_program", "hold", tmp_path, SESSION) as other,
        closing(SqliteStore(tmp_path)) as store,
    ):
        assert line_of(other) == "held"
        store.begin(new("brave-heron"))
        with store.lease("brave-heron"):
            append(store, row(1), session="brave-heron")


def test_the_lease_of_a_killed_program_is_taken_over(tmp_path: Path) -> None:
    with running("other_program", "hold", tmp_path, SESSION) as other:
        assert line_of(other) == "held"
        other.kill()
        other.wait()
        with closing(SqliteStore(tmp_path)) as store, store.lease(SESSION):
            append(store, row(1))
            assert len(store.rows(SESSION)) == 1


def test_the_lease_of_a_program_that_ended_is_free(tmp_path: Path) -> None:
    with running("other_program", "hold", tmp_path, SESSION) as other:
        assert line_of(other) == "held"
        assert other.stdin
        other.stdin.close()
        other.wait()
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as db:
        assert db.execute("SELECT * FROM lease").fetchall() == []


def held_by(folder: Path, **who: object) -> None:
    """Make a lease look as if somebody else had taken it."""
    with closing(sqlite3.connect(folder / "sessions.db")) as db:
        for name, value in {"token": "theirs", **who}.items():
            db.execute(f"UPDATE lease SET {name} = ?", (value,))
        db.commit()


@pytest.mark.parametrize(
    ("who", "is_free"),
    [
        pytest.param({}, False, id="this very process"),
        pytest.param({"boot": "an earlier one"}, True, id="before a restart"),
        pytest.param({"born": "17"}, True, id="its number is another's now"),
        pytest.param({"pid": 2**22 + 1}, True, id="no such process"),
        pytest.param({"host": "elsewhere"}, False, id="another machine, alive"),
        pytest.param(
            {"host": "elsewhere", "heartbeat": 0}, True, id="another machine, silent"
        ),
    ],
)
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_lease_is_free_when_its_holder_is_gone(
    tmp_path: Path, who: dict[str, object], is_free: bool
) -> None:
    with closing(SqliteStore(tmp_path)) as first, closing(SqliteStore(tmp_path)) as two:
        first.begin(new())
        first.lease(SESSION)
        held_by(tmp_path, **who)

        if is_free:
            two.lease(SESSION).release()
        else:
            with pytest.raises(StoreBusy):
                two.lease(SESSION)


def test_another_machine_is_named(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        store.begin(new())
        store.lease(SESSION)
        held_by(tmp_path, host="reception")

        with pytest.raises(StoreBusy, match="the machine reception, since"):
            append(store, row(1))


def test_who_lost_a_lease_writes_no_more(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as first, closing(SqliteStore(tmp_path)) as two:
        first.begin(new())
        first.lease(SESSION)
        held_by(tmp_path, boot="an earlier one")
        with two.lease(SESSION), pytest.raises(StoreBusy):
            append(first, row(1))


@pytest.mark.parametrize(
    "count", [6, pytest.param(60, marks=pytest.mark.long, id="all")]
)
def test_programs_that_write_at_the_same_time_wait_for_each_other(
    tmp_path: Path, count: int
) -> None:
    with ExitStack() as stack:
        others = [
            stack.enter_context(
                running("other_program", "write", tmp_path / "kept", f"session-{n}", 8)
            )
            for n in range(count)
        ]
        said = [last_lines(other) for other in others]
        codes = [other.wait() for other in others]

    assert codes == [0] * count
    assert said == [[f"kept {seq}" for seq in range(1, 9)]] * count
    with closing(SqliteStore(tmp_path / "kept")) as store:
        assert [head.last_seq for head in store.sessions()] == [8] * count
        assert store.verify() == ()


@pytest.mark.usefixtures("_patient")
@pytest.mark.parametrize(
    "rounds", [5, pytest.param(150, marks=pytest.mark.long, id="all")]
)
def test_a_folder_can_be_opened_by_many_at_the_same_instant(
    tmp_path: Path, rounds: int
) -> None:
    def begin(folder: Path, name: str, together: Barrier) -> None:
        together.wait()
        with closing(SqliteStore(folder)) as store:
            with_rows(store, 1, name)

    with ThreadPoolExecutor(8) as threads:
        for number in range(rounds):
            folder, together = tmp_path / str(number), Barrier(8)
            opened = [
                threads.submit(begin, folder, f"session-{each}", together)
                for each in range(8)
            ]
            assert [each.result() for each in opened] == [None] * 8
            with closing(SqliteStore(folder)) as store:
                assert len(store.sessions()) == 8


@pytest.mark.parametrize(
    "count", [5, pytest.param(25, marks=pytest.mark.long, id="all")]
)
def test_a_killed_program_loses_nothing_it_acknowledged(
    tmp_path: Path, count: int
) -> None:
    acknowledged, lost = 0, 0
    for kill in range(count):
        with running("other_program", "write", tmp_path, SESSION) as other:
            for _ in range(1 + 53 * kill % 311):
                said = line_of(other)
            other.kill()
            said = [said, *last_lines(other)][-1]
        kept = int(said.removeprefix("kept "))
        with closing(SqliteStore(tmp_path)) as store:
            rows = store.rows(SESSION)
            assert store.verify() == ()
        assert handed_in(rows) == [spoken(seq) for seq in range(1, len(rows) + 1)]
        acknowledged = kept
        lost += max(0, kept - len(rows))

    print(f"kills {count}, acknowledged {acknowledged}, lost {lost}")
    assert lost == 0


def test_the_seen_pid_is_this_process_s(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 1)
        store.lease(SESSION)
        with pytest.raises(StoreBusy, match=rf"process {os.getpid()}\)"):
            store.lease(SESSION)
