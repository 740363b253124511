"""A crash report without anything a person typed."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

from empathy_sim.errors import EmpathySimError
from empathy_sim.store.folder import prepare
from empathy_sim.version import VERSION


def report(error: BaseException) -> str:
    """What crashed and where: kinds of errors, files and lines; no values, no text."""
    lines = [
        f"Empathy Sim {VERSION}",
        f"Python {platform.python_version()}, {platform.system()}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        for frame in traceback.extract_tb(seen.__traceback__):
            place = Path(frame.filename)
            within = "/".join(place.parts[-3:])
            lines.append(f"  {within}:{frame.lineno} in {frame.name}")
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def write_report(error: BaseException, folder: Path) -> Path | None:
    """Keep a report in a folder; None where even that is not possible."""
    try:
        prepare(folder)
        crashes = folder / "crashes"
        prepare(crashes)
        path = crashes / f"crash-{len(list(crashes.iterdir())) + 1}.txt"
        path.write_text(report(error), "utf-8")
        path.chmod(0o600)
    except (EmpathySimError, OSError):
        return None
    return path


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
