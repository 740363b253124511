"""The command, for tests of its verbs."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.library import pressing
from empathy_sim.library.composed import Composed
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import Shelf
from tests.cli.command_run import Command


@pytest.fixture(scope="session")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What was composed once in this run: no test composes the same file again."""
    return Cache(tmp_path_factory.mktemp("pressed"))


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    pressed: Cache,
) -> Command:
    composes = pressing.script_of

    def script_of(name: str, shelf: Shelf, cache: Cache) -> Composed:
        del cache
        return composes(name, shelf, pressed)

    monkeypatch.setattr(pressing, "script_of", script_of)
    return Command(monkeypatch, capsys, tmp_path / "kept")
