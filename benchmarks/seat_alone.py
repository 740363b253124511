"""A seat on hold, played alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("TEXTUAL_FPS", "250")  # as the program does, before Textual

from benchmarks.prepared import house_in
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Resume

SEAT = "seat-{}"
"""A folder with a session that is suspended; its name stands in `NAME`."""
NAME = "session"
TAKEN = "taken"


def run_alone(folder: Path) -> int:
    """Go on with a session that nobody has taken, until the app ends."""
    own = _taken(folder)
    house = house_in(own)
    try:
        session = (own / NAME).read_text(encoding="utf-8")
        EmpathyApp(house, Resume(session)).run()
    finally:
        house.close_all()
        (own / TAKEN).rmdir()
    return 0


def _taken(folder: Path) -> Path:
    """Take a folder that nobody else has."""
    for own in sorted(folder.glob(SEAT.format("*"))):
        try:
            (own / TAKEN).mkdir()
        except FileExistsError:
            continue
        return own
    raise LookupError("more seats than folders")


if __name__ == "__main__":
    sys.exit(run_alone(Path(sys.argv[1])))
