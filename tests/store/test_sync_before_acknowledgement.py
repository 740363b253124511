"""What is acknowledged has been brought to the disk."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.store.made_sessions import SESSION
from tests.store.running import last_lines, running

CALL = re.compile(
    r"(?P<call>pwrite64|fdatasync|fsync|write)\(\d+<(?P<file>[^>]*)>(?P<rest>.*)"
)
KEPT = re.compile(r'"kept (\d+)\\n"')


@dataclass
class Accounts:
    """What happened to the log since the last acknowledgement."""

    written: bool = False
    synced: bool = False


def unsynced(trace: str) -> Iterator[str]:
    """Each acknowledgement that came before its rows were on the disk."""
    log = Accounts()
    for line in trace.splitlines():
        if not (found := CALL.search(line)):
            continue
        if found["file"].endswith("sessions.db-wal"):
            if found["call"] == "pwrite64":
                log = Accounts(written=True)
            elif found["call"] in {"fdatasync", "fsync"} and "= 0" in found["rest"]:
                log.synced = True
        elif acknowledged := KEPT.search(found["rest"]):
            if not (log.written and log.synced):
                yield acknowledged[1]
            log = Accounts()


def may_trace(strace: str) -> str | None:
    """Why system calls cannot be watched here; None when they can."""
    tried = subprocess.run(
        [strace, "-f", "-y", "-e", "trace=write", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return None if tried.returncode == 0 else tried.stderr.strip()


@pytest.mark.parametrize(
    "count", [10, pytest.param(200, marks=pytest.mark.long, id="all")]
)
def test_each_commit_is_synced_before_it_is_acknowledged(
    tmp_path: Path, count: int
) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed: syncs cannot be counted")
    if why := may_trace(strace):
        pytest.skip(f"strace may not watch here: {why}")
    trace = tmp_path / "trace"
    calls = "trace=pwrite64,fdatasync,fsync,write"

    with running(
        *("other_program", "write", tmp_path / "kept", SESSION, count),
        under=(strace, "-f", "-y", "-e", calls, "-o", str(trace)),
    ) as other:
        said = last_lines(other)
        assert other.wait() == 0

    text = trace.read_text("utf-8", "replace")
    early = list(unsynced(text))
    syncs = len(re.findall(r"f(?:data)?sync\(\d+<[^>]*-wal>\) *= 0", text))
    print(f"commits {len(said)}, syncs of the log {syncs}, early {len(early)}")
    assert len(said) == len(KEPT.findall(text)) == count
    assert early == []


@pytest.mark.parametrize(
    ("trace", "early"),
    [
        pytest.param(
            """
            7 pwrite64(4</d/sessions.db-wal>, "x"..., 24, 0) = 24
            7 fdatasync(4</d/sessions.db-wal>) = 0
            7 write(1<pipe:[9]>, "kept 1\\n", 7) = 7
            """,
            [],
            id="in order",
        ),
        pytest.param(
            """
            7 pwrite64(4</d/sessions.db-wal>, "x"..., 24, 0) = 24
            7 write(1<pipe:[9]>, "kept 1\\n", 7) = 7
            7 fdatasync(4</d/sessions.db-wal>) = 0
            """,
            ["1"],
            id="synced too late",
        ),
        pytest.param(
            """
            7 pwrite64(4</d/sessions.db-wal>, "x"..., 24, 0) = 24
            7 fdatasync(4</d/sessions.db-wal>) = 0
            7 pwrite64(4</d/sessions.db-wal>, "x"..., 24, 0) = 24
            7 write(1<pipe:[9]>, "kept 1\\n", 7) = 7
            """,
            ["1"],
            id="written after the sync",
        ),
        pytest.param(
            """
            7 pwrite64(4</d/sessions.db-wal>, "x"..., 24, 0) = 24
            7 fdatasync(4</d/sessions.db-wal>) = -1 EIO (Input/output error)
            7 write(1<pipe:[9]>, "kept 1\\n", 7) = 7
            """,
            ["1"],
            id="the sync failed",
        ),
        pytest.param('7 write(1<pipe:[9]>, "kept 1\\n", 7) = 7', ["1"], id="nothing"),
    ],
)
def test_an_acknowledgement_that_comes_too_early_is_seen(
    trace: str, early: list[str]
) -> None:
    assert list(unsynced(trace)) == early
