"""A cache that cannot be written leaves nothing behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from empathy_sim.library.pressing_cache import Cache


def test_a_full_disk_leaves_no_unfinished_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    cache.keep("kept", {"a": 1})

    def full(self: Path, target: Path) -> Path:
        del self, target
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    cache.keep("kept", {"a": 2})
    cache.keep("other", {"a": 3})

    assert [each.name for each in cache.folder.iterdir()] == ["kept.json"]
    assert cache.read("kept") == {"a": 1}
