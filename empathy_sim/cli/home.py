"""The home screen, where no command is given."""

from __future__ import annotations

import os
from pathlib import Path

from empathy_sim.cli.terminal import require_terminal, run_in_child


def open_home() -> int:
    """Show the home screen until it is left.

    Raises:
        Usage: this is not a terminal, or the library that is named is not there.
    """
    require_terminal("empathy-sim play the-birthday-kettle --plain")
    from empathy_sim.library.shelf import library_folders

    library_folders(Path(), Path(), os.environ)
    return run_in_child(_run)


def _run() -> int:
    from empathy_sim.cli.screen import run_app

    return run_app()
