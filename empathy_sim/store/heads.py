"""How long each session was, beside the database."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

NAME = "heads.json"
EVERY_S = 60
"""How many seconds pass between two notes."""
_FORMAT = 1


class KnownHead(NamedTuple):
    """How far a session had come when that was last noted."""

    last_seq: int
    hash: str


Heads = Mapping[str, KnownHead]


def read_heads(folder: Path) -> Heads | None:
    """What was last noted; None where a file is there and makes no sense."""
    try:
        noted = json.loads((folder / NAME).read_bytes())
        return {
            session: KnownHead(int(seq), str(head))
            for session, (seq, head) in noted["sessions"].items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_heads(folder: Path, heads: Heads) -> None:
    """Note how long each session is; on disk when it returns.

    Raises:
        OSError: The disk refuses; what was noted before is still there.
    """
    text = json.dumps({"format": _FORMAT, "sessions": heads}, sort_keys=True)
    new = folder / f"{NAME}.new"
    with suppress(FileNotFoundError):
        new.unlink()
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        new.chmod(0o600)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / NAME)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder's files to the disk, where a system can.

    Raises:
        OSError: The disk refuses.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def merged(known: Heads, here: Heads) -> Heads:
    """The longer of both for each session, so that a loss is not written over."""
    longer = {
        session: head
        for session, head in here.items()
        if session not in known or head.last_seq >= known[session].last_seq
    }
    return {**known, **longer}


class SideFile:
    """The heads of one data folder, noted now and then."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._noted_at: int | None = None

    def known(self) -> Heads | None:
        return read_heads(self._folder)

    def is_due(self, now: int) -> bool:
        """Whether a note may be taken again; `now` in seconds of Unix time."""
        return self._noted_at is None or abs(now - self._noted_at) >= EVERY_S

    def note(self, here: Heads, now: int) -> None:
        """Note how long each session is, unless a longer one is noted.

        What the disk refuses is left for the next time: the sessions are safe
        without it.
        """
        known = self.known() or {}
        longest = merged(known, here)
        with suppress(OSError):
            if longest != known:
                write_heads(self._folder, longest)
            self._noted_at = now

    def drop(self, *sessions: str) -> None:
        """Note no more that there were such sessions.

        Raises:
            OSError: The disk refuses.
        """
        known = self.known() or {}
        left = {name: head for name, head in known.items() if name not in sessions}
        write_heads(self._folder, left)
