"""A program that borrows the terminal, run by tests."""

from __future__ import annotations

import sys
from importlib import import_module

from empathy_sim.cli.terminal import require_terminal, run_in_child
from empathy_sim.errors import Usage


def play() -> int:
    """Import the app, which is heavy, and run it."""
    code: int = import_module("tests.cli.borrower_app").play()
    return code


if __name__ == "__main__":
    try:
        require_terminal(instead="empathy-sim line")
    except Usage as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(2)
    sys.exit(run_in_child(play))
