"""What a person leaves beside the record."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from empathy_sim.errors import StoreUnwritable

_LEFT = (
    "cache/*.json",
    "cache/*.[0-9]*",
    "crashes/crash-*.txt",
    "heads.json.new",
    ".*.new",
)
"""Caches, which can be lost; reports of crashes; what was never finished."""
_RECORD = ("sessions.db", "heads.json")
_BESIDE = ("-wal", "-shm", "-journal")
_IN_USE = "sessions.db-wal"


def remove_traces(folder: Path) -> int:
    """Remove what could tell of somebody who is forgotten.

    Returns:
        How many files the system refused to remove.
    """
    refused = 0
    for pattern in _LEFT:
        for path in folder.glob(pattern):
            try:
                path.unlink()
            except FileNotFoundError:
                pass
            except OSError:
                refused += 1
    for name in ("cache", "crashes"):
        with suppress(OSError):
            (folder / name).rmdir()
    return refused


def remove_record(folder: Path) -> None:
    """Remove a record that cannot be opened any more, with all that belongs to it.

    Raises:
        StoreUnwritable: the system refuses.
    """
    try:
        for name in (*_RECORD, *(f"{_RECORD[0]}{end}" for end in _BESIDE)):
            (folder / name).unlink(missing_ok=True)
    except OSError as raised:
        why = raised.strerror or "the system refuses"
        raise StoreUnwritable(path=folder, why=why) from raised


def is_still_read(folder: Path) -> bool:
    """Whether another window keeps an older state of the record readable."""
    with suppress(OSError):
        return (folder / _IN_USE).stat().st_size > 0
    return False
