"""The command, run in this very process."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from empathy_sim.cli.main import main


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def session(self) -> str:
        """The session that it says how to go on with."""
        found = re.search(r"empathy-sim resume (\S+) --plain", self.out)
        assert found is not None, self.out
        return found[1]


class Command:
    """Runs `empathy-sim` with its own data folder, on a pipe."""

    def __init__(
        self,
        patch: pytest.MonkeyPatch,
        capture: pytest.CaptureFixture[str],
        folder: Path,
    ) -> None:
        self._patch = patch
        self._capture = capture
        self.folder = folder
        patch.setenv("EMPATHY_SIM_DATA", str(folder))

    def __call__(self, *words: str, typed: str | bytes = "") -> Ran:
        """Run it; `typed` comes through the pipe."""
        raw = typed.encode() if isinstance(typed, str) else typed
        self._capture.readouterr()
        self._patch.setattr(sys, "argv", ["empathy-sim", *words])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8"))
        try:
            code = main()
        except SystemExit as left:
            code = int(left.code or 0)
        said = self._capture.readouterr()
        return Ran(code, said.out, said.err)

    def play(self, *lines: str, options: tuple[str, ...] = ()) -> Ran:
        """Play the kettle on a pipe, line by line, from its first touchpoint on."""
        typed = "\n".join(["begin", "", "", "begin", *lines]) + "\n"
        return self("play", "--plain", *options, typed=typed)
