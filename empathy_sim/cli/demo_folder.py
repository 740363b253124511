"""A demonstration's folder, and those left behind."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from empathy_sim.store.holder import Holder, is_gone, this_process

PREFIX = "empathy-sim-demo-"
_NAME = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")
_HOLDER = "held-by.json"
_MOST_BYTES = 4_096
_SETTLED_S = 60
"""Before that, a folder may be one that is being made."""
_UNSIGNED_S = 86_400
"""After that, a folder that says nothing of who made it is nobody's."""


@contextmanager
def demo_folder() -> Iterator[Path]:
    """A folder that is gone afterwards; those of demonstrations that died go first."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as made:
        folder = Path(made)
        (folder / _HOLDER).write_text(json.dumps(this_process()), "utf-8")
        for left in left_behind(folder):
            shutil.rmtree(left, ignore_errors=True)
        yield folder


def left_behind(own: Path) -> tuple[Path, ...]:
    """Folders beside one's own that this account's demonstrations died in."""
    if not hasattr(os, "geteuid"):
        return ()
    now = own.stat().st_mtime
    with suppress(OSError):
        beside = sorted(each for each in own.parent.iterdir() if each != own)
        return tuple(each for each in beside if _is_left(each, now))
    return ()


def _is_left(path: Path, now: float) -> bool:
    if not _NAME.fullmatch(path.name):
        return False
    with suppress(OSError):
        found = path.lstat()
        is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
        silent_s = int(now - found.st_mtime)
        return is_ours and _is_nobody_s(_holder(path), silent_s)
    return False


def _is_nobody_s(holder: Holder | None, silent_s: int) -> bool:
    if holder is None:
        return silent_s > _UNSIGNED_S
    return silent_s > _SETTLED_S and is_gone(holder, this_process(), silent_s)


def _holder(path: Path) -> Holder | None:
    """Whose demonstration a folder is; None where it does not say."""
    try:
        flags = os.O_RDONLY | os.O_NOFOLLOW
        with os.fdopen(os.open(path / _HOLDER, flags), "rb") as file:
            pid, host, boot, born = json.loads(file.read(_MOST_BYTES))
        return Holder(int(pid), str(host), str(boot), str(born))
    except (OSError, ValueError, TypeError):
        return None
