"""A crash report without anything a person typed."""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from empathy_sim.errors import EmpathySimError
from empathy_sim.store.folder import prepare
from empathy_sim.version import VERSION

_NAME = re.compile(r"fault-[0-9a-f]{6}")


def report(error: BaseException) -> str:
    """What crashed and where: kinds of errors, files and lines; no values, no text."""
    lines = [
        f"Empathy Sim {VERSION}",
        f"Python {platform.python_version()}, {platform.system()}",
        "",
    ]
    for raised in _behind(error):
        lines += [type(raised).__name__, *_names(raised)]
        lines += [
            f"  {_within(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(raised.__traceback__)
        ]
    return "\n".join(lines) + "\n"


def _names(error: BaseException) -> Iterator[str]:
    """The names by which a fault was told; no other note."""
    for note in getattr(error, "__notes__", ()):
        if _NAME.fullmatch(note):
            yield f"  {note}"


def _behind(error: BaseException) -> Iterator[BaseException]:
    """An error, and what led to it."""
    seen: list[BaseException] = []
    raised: BaseException | None = error
    while raised is not None and raised not in seen:
        seen.append(raised)
        yield raised
        raised = raised.__cause__ or raised.__context__ or _carried(raised)


def _carried(error: BaseException) -> BaseException | None:
    """What an error carries along as its reason: a worker's, for one."""
    held = getattr(error, "error", None)
    return held if isinstance(held, BaseException) else None


def _within(filename: str) -> str:
    """A file as its package knows it: whose computer this is stays out."""
    parts = Path(filename).parts
    for package in ("site-packages", "empathy_sim"):
        if package in parts:
            return "/".join(parts[parts.index(package) :])
    return parts[-1] if parts else ""


def write_report(error: BaseException, folder: Path) -> Path | None:
    """Keep a report in a folder; None where even that is not possible."""
    try:
        prepare(folder)
        crashes = folder / "crashes"
        prepare(crashes)
        path = next(
            path
            for number in count(1)
            if not (path := crashes / f"crash-{number}.txt").exists()
        )
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(report(error), "utf-8")
    except (EmpathySimError, OSError):
        return None
    return path


class Reports:
    """Reports of what a server survived: the first of them are kept."""

    def __init__(self, folder: Path, at_most: int = 20) -> None:
        """Begin with none; a fault that comes again and again fills no disk."""
        self._folder, self._left = folder, at_most

    def keep(self, error: BaseException) -> None:
        """Keep a report of a fault, if there were not many."""
        if self._left:
            self._left -= 1
            write_report(error, self._folder)


def say(error: BaseException, folder: Path) -> None:
    """One calm sentence, and where the report is."""
    path = write_report(error, folder)
    print(
        "Empathy Sim stopped because of a fault of its own. "
        "What was saved is safe; empathy-sim resume goes on from there.",
        file=sys.stderr,
    )
    if path is not None:
        print(
            f"A report without anything you typed is in {path}.",
            file=sys.stderr,
        )
