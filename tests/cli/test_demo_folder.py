"""Folders of demonstrations that died go at the next."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from empathy_sim.cli.demo_folder import PREFIX, demo_folder, left_behind
from empathy_sim.store.holder import this_process

HOUR_S, DAY_S = 3_600, 86_400


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders are made meanwhile."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def ended() -> int:
    """The number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        pass
    return child.pid


def left(
    beside: Path,
    name: str = f"{PREFIX}abcdefg1",
    *,
    alive: bool = False,
    ago: int = HOUR_S,
) -> Path:
    """A folder with a session's file in it, made some seconds ago."""
    folder = beside / name
    folder.mkdir()
    (folder / "sessions.db").write_bytes(b"a robot")
    here = this_process()
    holder = here if alive else here._replace(pid=ended())
    (folder / "held-by.json").write_text(json.dumps(holder))
    return aged(folder, ago)


def aged(folder: Path, ago: int) -> Path:
    now = folder.parent.stat().st_mtime
    os.utime(folder, (now - ago, now - ago))
    return folder


def test_a_demonstration_leaves_nothing_and_takes_with_it_what_a_dead_one_left(
    beside: Path,
) -> None:
    left(beside)

    with demo_folder() as folder:
        assert [each.name for each in beside.iterdir()] == [folder.name]
    assert list(beside.iterdir()) == []


def test_what_another_window_plays_in_is_left_alone(beside: Path) -> None:
    one = left(beside, alive=True, ago=3 * DAY_S)

    with demo_folder():
        pass
    assert (one / "sessions.db").exists()


def test_what_may_be_in_the_making_is_left_alone(beside: Path) -> None:
    young = left(beside, ago=0)

    with demo_folder():
        pass
    assert young.exists()


@pytest.mark.parametrize(("ago", "goes"), [(HOUR_S, False), (2 * DAY_S, True)])
@pytest.mark.parametrize("holder", [None, "no JSON", "[1, 2]", '{"pid": 1}'])
def test_a_folder_that_does_not_say_whose_it_is_goes_after_a_day(
    beside: Path, ago: int, goes: bool, holder: str | None
) -> None:
    one = left(beside)
    if holder is None:
        (one / "held-by.json").unlink()
    else:
        (one / "held-by.json").write_text(holder)
    aged(one, ago)

    with demo_folder():
        pass
    assert one.exists() != goes


@pytest.mark.parametrize(
    "name",
    ["empathy-sim-demo-", f"{PREFIX}abcdefg12", f"{PREFIX}ABCDEFG1", "somebody-s-own"],
)
def test_nothing_of_another_name_is_touched(beside: Path, name: str) -> None:
    one = left(beside, name, ago=9 * DAY_S)

    with demo_folder():
        pass
    assert one.exists()


@pytest.mark.skipif(os.name == "nt", reason="no links for everybody there")
def test_a_link_and_a_file_of_the_name_are_left_and_what_is_behind_them(
    beside: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("own")
    (target / "photographs").write_text("mine")
    (beside / f"{PREFIX}abcdefg1").symlink_to(target)
    (beside / f"{PREFIX}abcdefg2").write_text("a file")

    with demo_folder():
        pass
    assert (target / "photographs").read_text() == "mine"
    assert len(list(beside.iterdir())) == 2


def test_what_belongs_to_another_account_is_left_alone(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(beside)
    own = beside / f"{PREFIX}ownfold1"
    own.mkdir()
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)

    assert left_behind(own) == ()
