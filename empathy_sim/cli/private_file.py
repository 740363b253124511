"""Files for their owner alone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from empathy_sim.errors import StoreUnwritable, Usage


def refuse_taken(path: Path, *, force: bool) -> None:
    """Replace nothing that is there already, unless that was asked for.

    Raises:
        Usage: the name is taken, or there is no such folder.
    """
    if not path.absolute().parent.is_dir():
        raise Usage(says=f"There is no folder {path.absolute().parent}.", try_="")
    if os.path.lexists(path) and not force:
        raise Usage(
            says=f"{path} is there already. Nothing was written.",
            try_="another name, or --force to replace what is there",
        )


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read; whole or not at all.

    Raises:
        StoreUnwritable: the disk refuses; what was there before is still there.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as raised:
        why = (raised.strerror or "it cannot be written").lower()
        raise StoreUnwritable(path=path, why=why) from raised
    finally:
        with suppress(OSError):
            part.unlink()
