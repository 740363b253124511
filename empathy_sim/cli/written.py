"""Files for authors: written once, replaced only when asked."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from empathy_sim.errors import StoreUnwritable, Usage


def refuse_replacing(paths: Sequence[Path]) -> None:
    """Go on only where none of some files is there.

    Raises:
        Usage: one is; it names all that are.
    """
    taken = [str(each) for each in paths if os.path.lexists(each)]
    if taken:
        there = "is" if len(taken) == 1 else "are"
        raise Usage(
            says=f"{' and '.join(taken)} {there} there already. Nothing was written.",
            try_="another name, or --force to replace what is there",
        )


def write_all(texts: Mapping[Path, str]) -> None:
    """Write files, each whole or not at all, with the folders above them.

    Raises:
        StoreUnwritable: the disk refuses; what was there before is still there.
    """
    for path, text in texts.items():
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, "utf-8", newline="\n")
            part.replace(path)
        except OSError as raised:
            why = (raised.strerror or "it cannot be written").lower()
            raise StoreUnwritable(path=path, why=why) from raised
        finally:
            with suppress(OSError):
                part.unlink()


def differing(texts: Mapping[Path, str], paths: Iterable[Path]) -> list[Path]:
    """Those of some files that are not as they would be written."""
    return [path for path in paths if not _holds(path, texts[path])]


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_text("utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False


def typed(path: Path) -> str:
    """A path as it is typed into a shell."""
    return shlex.quote(str(path))
