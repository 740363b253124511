"""By what one sees that a file was saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from empathy_sim.library.shelf import files_in

Stamps = Mapping[str, object]
"""By path; equal as long as nothing was saved, made, moved or removed."""


class Watched(Struct, frozen=True):
    """Files whose bytes matter, and folders in which it matters what is there."""

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


def stamps_of(watched: Watched) -> Stamps:
    """How some files and folders stand; what cannot be looked at stands as None."""
    return {
        **{f"{each}": _stamp(each) for each in watched.files},
        **{f"{each}/": _names(each) for each in watched.folders},
    }


def _stamp(file: Path) -> object:
    """Size, time and number: one of them differs once a file was saved."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev


def _names(folder: Path) -> object:
    return tuple(_each_name(files_in(folder)))


def _each_name(files: Iterable[Path]) -> Iterable[str]:
    return (each.name for each in files)
