"""Small JSON files that can be lost."""

from __future__ import annotations

import contextlib
import json
import os
import stat
from pathlib import Path
from typing import Any

from msgspec import Struct

_MOST_BYTES = 32_000_000
_MOST_ENTRIES = 200


class Cache(Struct, frozen=True):
    """Keeps plain values by name; whatever cannot be kept or read is not there."""

    folder: Path

    def read(self, name: str) -> Any:
        """What was kept under a name; None if nothing, or nothing to be trusted."""
        try:
            with os.fdopen(os.open(self._file(name), _READING), "rb") as opened:
                if not _is_ours(os.fstat(opened.fileno())):
                    return None
                return json.loads(opened.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, name: str, value: object) -> None:
        """Keep a value; a reader sees all of it or nothing."""
        file = self._file(name)
        unfinished = file.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(unfinished, _WRITING, 0o600), "wb") as opened:
                opened.write(json.dumps(value, ensure_ascii=False).encode())
            unfinished.replace(file)
            self._forget_oldest()
        except OSError:
            with contextlib.suppress(OSError):
                unfinished.unlink()

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _forget_oldest(self) -> None:
        kept = [*self.folder.iterdir()]
        if len(kept) > _MOST_ENTRIES:
            kept.sort(key=lambda file: file.stat().st_mtime_ns)
            for file in kept[: -_MOST_ENTRIES // 2]:
                file.unlink(missing_ok=True)


_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | (_READING & ~os.O_RDONLY)


def _is_ours(found: os.stat_result) -> bool:
    """Whether a file is one that only this account can have written."""
    if not stat.S_ISREG(found.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    writable = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return found.st_uid == os.geteuid() and not writable
