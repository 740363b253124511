"""A log cut or altered is never believed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from empathy_sim.errors import StoreError
from empathy_sim.store.rows import ClockMark, StoredRow
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SCRIPT, append, new, row, spoken, with_rows

FILES = ("sessions.db", "sessions.db-wal")
NAMES = ("brave-heron", "quiet-otter", "grey-seal")


@dataclass(frozen=True)
class Truth:
    """What a folder held when its program died, and what was in it."""

    files: Mapping[str, bytes]
    rows: Mapping[str, tuple[StoredRow, ...]]
    marks: frozenset[ClockMark | None]


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    """Half of the rows in the database's one file, half in the log beside it."""
    folder = tmp_path_factory.mktemp("truth")
    with closing(SqliteStore(folder)) as store:
        for name in NAMES:
            with_rows(store, 40, name)
    with closing(SqliteStore(folder)) as store:
        marks: set[ClockMark | None] = {None}
        for seq in range(41, 61):
            for name in NAMES:
                append(store, row(seq) if seq % 3 else spoken(seq), session=name)
            store.mark(NAMES[0], seq=seq, story_ms=seq, felt_ms=seq)
            marks.add(store.last_mark(NAMES[0]))
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
        rows = {name: store.rows(name) for name in NAMES}
    del files["sessions.db-shm"]
    return Truth(files, rows, frozenset(marks))


def left(folder: Path, truth: Truth, name: str, altered: bytes) -> Path:
    """A folder as a program finds it after one file was altered."""
    folder.mkdir()
    for file, held in {**truth.files, name: altered}.items():
        (folder / file).write_bytes(held)
    return folder


def wrong(folder: Path, truth: Truth) -> Iterator[str]:
    """All that a reader would believe and that never was; told damage is fine."""
    try:
        store = SqliteStore(folder)
    except StoreError:
        return
    with closing(store):
        for name in NAMES:
            yield from wrong_session(store, name, truth)
        try:
            if store.script("digest-of-the-script") != SCRIPT:
                yield "another script"
        except StoreError:
            pass
        try:
            heads = store.sessions()
        except StoreError:
            heads = ()
        for head in heads:
            if head.sound and (
                head.session not in NAMES or head.title != "A broadband contract"
            ):
                yield f"a session that never was: {head}"


def wrong_session(store: SqliteStore, name: str, truth: Truth) -> Iterator[str]:
    try:
        rows = store.rows(name)
    except StoreError:
        rows = ()
    if rows != truth.rows[name][: len(rows)]:
        yield f"{name} has other rows"
    try:
        mark = store.last_mark(name)
    except StoreError:
        mark = None
    if mark not in truth.marks:
        yield f"{name} has another clock: {mark}"


def outcome(
    tmp_path: Path, truth: Truth, name: str, altered: bytes, case: str
) -> list[str]:
    folder = left(tmp_path / case, truth, name, altered)
    found = [f"{case}: {each}" for each in wrong(folder, truth)]
    shutil.rmtree(folder)
    return found


def cut_somewhere(count: int, truth: Truth, tmp_path: Path) -> list[str]:
    at = random.Random(count)
    found: list[str] = []
    for case in range(count):
        name = FILES[case % 2]
        held = truth.files[name]
        cut = at.randrange(len(held))
        found += outcome(tmp_path, truth, name, held[:cut], f"{name} cut at {cut}")
    return found


def flip_somewhere(count: int, truth: Truth, tmp_path: Path) -> list[str]:
    at = random.Random(count)
    found: list[str] = []
    for case in range(count):
        name = FILES[case % 2]
        altered = bytearray(truth.files[name])
        place, bits = at.randrange(len(altered)), at.randrange(1, 256)
        altered[place] ^= bits
        case_name = f"{name} at {place} by {bits}"
        found += outcome(tmp_path, truth, name, bytes(altered), case_name)
    return found


def test_nothing_is_told_of_a_folder_left_as_it_was(
    tmp_path: Path, truth: Truth
) -> None:
    name = FILES[0]
    folder = left(tmp_path / "as it was", truth, name, truth.files[name])

    with closing(SqliteStore(folder)) as store:
        assert {name: store.rows(name) for name in NAMES} == truth.rows
        assert store.verify() == ()


@pytest.mark.parametrize(
    "count", [20, pytest.param(400, marks=pytest.mark.long, id="all")]
)
def test_a_cut_leaves_a_correct_prefix_or_is_told(
    count: int, truth: Truth, tmp_path: Path
) -> None:
    found = cut_somewhere(count, truth, tmp_path)

    print(f"cuts {count}, wrong {len(found)}")
    assert found == []


@pytest.mark.parametrize(
    "count", [20, pytest.param(200, marks=pytest.mark.long, id="all")]
)
def test_a_flipped_byte_leaves_a_correct_prefix_or_is_told(
    count: int, truth: Truth, tmp_path: Path
) -> None:
    found = flip_somewhere(count, truth, tmp_path)

    print(f"flips {count}, wrong {len(found)}")
    assert found == []


def test_a_changed_row_would_be_seen(tmp_path: Path, truth: Truth) -> None:
    rows = {name: each[1:] for name, each in truth.rows.items()}
    folder = left(tmp_path / "x", truth, FILES[0], truth.files[FILES[0]])

    assert list(wrong(folder, Truth(truth.files, rows, truth.marks)))


def test_a_log_that_was_lost_is_told(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "kept")) as store:
        store.begin(new())
        append(store, row(1))
        short = (tmp_path / "kept" / "sessions.db").read_bytes()
        append(store, row(2))
    (tmp_path / "kept" / "sessions.db").write_bytes(short)

    with closing(SqliteStore(tmp_path / "kept")) as store:
        (finding,) = store.verify()
        assert finding.says == "2 entries were kept and none is here"
        with pytest.raises(StoreError, match="2 entries were kept and none is here"):
            store.rows(new().session)


def test_a_log_that_lost_its_end_is_told(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    with closing(SqliteStore(kept)) as store:
        with_rows(store, 4)
    short = (kept / "sessions.db").read_bytes()
    with closing(SqliteStore(kept)) as store:
        append(store, row(5), spoken(6))
    (kept / "sessions.db").write_bytes(short)

    with closing(SqliteStore(kept)) as store:
        (finding,) = store.verify(new().session)
        assert (finding.seq, finding.says) == (5, "6 entries were kept and 4 are here")
        assert len(store.rows(new().session)) == 4


def test_a_log_that_went_another_way_is_told(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    with closing(SqliteStore(kept)) as store:
        with_rows(store, 4)
    short = (kept / "sessions.db").read_bytes()
    with closing(SqliteStore(kept)) as store:
        append(store, row(5))
    noted = (kept / "heads.json").read_bytes()
    (kept / "sessions.db").write_bytes(short)
    with closing(SqliteStore(kept)) as store:
        append(store, row(5, option="another"))
    (kept / "heads.json").write_bytes(noted)

    with closing(SqliteStore(kept)) as store:
        (finding,) = store.verify(new().session)
        assert finding.seq == 5
        assert "noted when it was kept" in finding.says


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sessions":{"a":1}}', "\xff"])
def test_a_side_file_that_makes_no_sense_is_told_and_written_anew(
    tmp_path: Path, text: str
) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_rows(store, 3)
        (tmp_path / "heads.json").write_bytes(text.encode("latin-1"))

        assert [finding.says for finding in store.verify()] == [
            "the note of how long each session was cannot be read"
        ]
    with closing(SqliteStore(tmp_path)) as store:
        assert store.verify() == ()
