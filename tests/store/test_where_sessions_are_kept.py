"""The folder of sessions, and concerns about it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from empathy_sim.store.folder import (
    data_folder,
    drive_concern,
    free_bytes,
    is_on_network,
    prepare,
    space_concern,
)

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//files/team /mnt/team cifs rw 0 0
/dev/sdb1 /mnt/team/disk ext4 rw 0 0
server:/home /home/remote nfs4 rw 0 0
C: /mnt/c 9p rw 0 0
me@host: /mnt/my\\040host fuse.sshfs rw 0 0
broken line
"""


def mounts() -> str:
    return MOUNTS


def test_the_folder_asked_for_comes_first(tmp_path: Path) -> None:
    environ = {"EMPATHY_SIM_DATA": str(tmp_path / "environment")}

    assert data_folder(tmp_path / "given", environ) == tmp_path / "given"
    assert data_folder(None, environ) == tmp_path / "environment"


def test_a_folder_of_one_s_own_is_the_last_resort() -> None:
    for environ in ({}, {"EMPATHY_SIM_DATA": ""}):
        assert data_folder(None, environ).name == "empathy-sim"
        assert data_folder(None, environ).is_absolute()


def test_a_folder_is_absolute_and_knows_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv("USERPROFILE", "/home/ada")

    assert data_folder(Path("kept"), {}) == Path.cwd() / "kept"
    assert data_folder(Path("~/kept"), {}) == Path("/home/ada/kept")


@pytest.mark.skipif(os.name == "nt", reason="paths of another kind")
@pytest.mark.parametrize(
    ("folder", "is_far"),
    [
        ("/home/ada/kept", False),
        ("/mnt/team", True),
        ("/mnt/team/kept", True),
        ("/mnt/teams/kept", False),
        ("/mnt/team/disk/kept", False),
        ("/home/remote/ada", True),
        ("/mnt/c/Users/ada", True),
        ("/mnt/my host/kept", True),
    ],
)
def test_a_network_drive_is_recognised(folder: str, is_far: bool) -> None:
    assert is_on_network(Path(folder), mounts) == is_far
    concern = drive_concern(Path(folder), mounts)
    assert bool(concern) == is_far
    assert concern is None or "network drive" in concern


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "davfs", "afs"]
)
def test_every_kind_of_network_drive_is_recognised(kind: str) -> None:
    assert is_on_network(Path("/anywhere").resolve(), lambda: f"x / {kind} rw 0 0\n")


def test_where_no_mounts_are_listed_none_is_far() -> None:
    assert not is_on_network(Path("/home/ada/kept"), str)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ada/Dropbox/kept", "Dropbox"),
        ("/home/ada/Dropbox (Personal)/kept", "Dropbox"),
        ("/home/ada/OneDrive - Hearth and Vale/kept", "OneDrive"),
        ("/Users/ada/Library/CloudStorage/OneDrive-Personal/kept", "OneDrive"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/kept", "iCloud"),
        ("/Users/ada/iCloud Drive/kept", "iCloud"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada/kept", "Google Drive"),
        ("/home/ada/Nextcloud", "Nextcloud"),
    ],
)
def test_a_synced_folder_is_recognised(folder: str, service: str) -> None:
    concern = drive_concern(Path(folder), mounts)

    assert concern is not None
    assert f"copied elsewhere by {service}" in concern


def test_a_folder_whose_name_only_begins_alike_is_not_synced() -> None:
    assert drive_concern(Path("/home/ada/dropboxes/kept"), mounts) is None


def test_little_space_is_said() -> None:
    assert space_concern(Path("/kept"), 50_000_000) is None
    assert (
        space_concern(Path("/kept"), 12_400_000)
        == "/kept has 12 MB left; 50 MB is safe for a session."
    )


def test_space_is_known_before_a_folder_is_made(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "not" / "yet") > 0


def test_a_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    prepare(tmp_path / "a" / "b" / "c")
    prepare(tmp_path / "a" / "b" / "c")

    assert (tmp_path / "a" / "b" / "c").is_dir()
