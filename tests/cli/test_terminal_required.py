"""Without a terminal the app stops at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.pseudo_terminal import ROOT, terminal_running

BORROWER = str(Path(__file__).with_name("borrower.py"))
SENTENCE = "This fills the screen of a terminal, and here there is none."
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def test_nothing_to_read_from_is_refused_within_a_second() -> None:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, BORROWER],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )

    assert time.monotonic() - began < 1
    assert done.returncode == 2
    assert done.stderr == f"{SENTENCE}\n  try: empathy-sim line\n"
    assert done.stdout == ""


@pytest.mark.parametrize(
    "redirection", ["< /dev/null", "<&-", "| cat", "2> /dev/null", "> /dev/null"]
)
def test_one_missing_end_is_refused_within_a_second(redirection: str) -> None:
    line = f'set -o pipefail; "$@" {redirection}; echo "left with $?"; read line'
    with terminal_running(
        sys.executable, BORROWER, shell=("bash", "-c", line, "bash")
    ) as terminal:
        began = time.monotonic()
        code = terminal.until(r"left with (\d+)")[1]

        assert time.monotonic() - began < 1
        assert code == b"2"
        assert b"\x1b" not in terminal.output
        assert terminal.modes == terminal.modes_before
