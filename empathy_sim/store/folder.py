"""Where sessions are kept, and what speaks against it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from empathy_sim.errors import StoreUnwritable

VARIABLE = "EMPATHY_SIM_DATA"
ENOUGH_BYTES = 50_000_000
"""With less free space than this, a session may not fit."""

_MOUNTS = Path("/proc/mounts")
_NETWORK = frozenset(
    {"9p", "afs", "afpfs", "beegfs", "ceph", "cifs", "davfs", "fuse.gvfsd-fuse"}
    | {
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
    }
    | {"smbfs", "vboxsf", "webdav"}
)
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
}


def data_folder(given: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder to use: what was asked for, else the environment's, else one's own."""
    if given is not None:
        return given.expanduser().absolute()
    if named := environ.get(VARIABLE):
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415 - seldom needed, and slow to load

    return Path(platformdirs.user_data_dir("empathy-sim", appauthor=False))


def prepare(folder: Path) -> None:
    """Make a folder that only its owner can open; one that exists is left as it is.

    Raises:
        StoreUnwritable: It cannot be made.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)  # whatever the account's mask takes away
    except FileExistsError:
        if not folder.is_dir():
            raise StoreUnwritable(path=folder, why="it is not a folder") from None
    except OSError as raised:
        why = raised.strerror or "the system refuses"
        raise StoreUnwritable(path=folder, why=why) from raised


def mounted() -> str:
    """What is mounted where, as Linux lists it; empty elsewhere."""
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""


def is_on_network(folder: Path, mounts: Callable[[], str] = mounted) -> bool:
    """Whether a folder's drive belongs to another machine, as far as can be seen."""
    return (
        str(folder).startswith(("\\\\", "//"))
        or _drive_kind(folder, mounts()) in _NETWORK
    )


def drive_concern(folder: Path, mounts: Callable[[], str] = mounted) -> str | None:
    """A sentence for the owner of a folder that is not on this machine alone."""
    parts = {part.casefold() for part in folder.parts}
    for part in sorted(parts):
        for name, service in _SYNCED.items():
            if part == name or part.startswith((f"{name} ", f"{name}-")):
                return (
                    f"{folder} is copied elsewhere by {service}: what people write "
                    "leaves this machine, and a copy made halfway may not open. "
                    "Choose a folder that is not synced with --data."
                )
    if is_on_network(folder, mounts):
        return (
            f"{folder} is on a network drive: others may be able to read it, and "
            "saving is slower and less certain there. Choose a folder on this "
            "machine with --data."
        )
    return None


def space_concern(folder: Path, free: int) -> str | None:
    """A sentence where so many free bytes may not last for a session."""
    if free >= ENOUGH_BYTES:
        return None
    return f"{folder} has {free // 1_000_000} MB left; 50 MB is safe for a session."


def free_bytes(folder: Path) -> int:
    """How many bytes this account can still write where a folder is or will be.

    Raises:
        OSError: The system does not tell.
    """
    if os.name == "nt":
        import shutil  # noqa: PLC0415 - loads much that nothing else here needs

        return shutil.disk_usage(folder.anchor).free
    for place in (folder, *folder.parents):
        with suppress(FileNotFoundError):
            drive = os.statvfs(place)
            return drive.f_bavail * drive.f_frsize
    return 0


def _drive_kind(folder: Path, mounts: str) -> str:
    """The kind of file system a folder is on; empty when it is not listed."""
    there = folder.resolve()
    inside = {str(place) for place in (there, *there.parents)}
    kind, nearest = "", -1
    for line in mounts.splitlines():
        _device, place, here, *_options = [*line.split(" "), "", ""]
        place = place.replace("\\040", " ").replace("\\011", "\t")
        if place in inside and len(place) >= nearest:
            kind, nearest = here, len(place)
    return kind
