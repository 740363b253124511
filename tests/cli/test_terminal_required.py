"""Without a terminal the app stops at once."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.pseudo_terminal import ROOT, terminal_running

BORROWER = str(Path(__file__).with_name("borrower.py"))
SENTENCE = "This fills the screen of a terminal, and here there is none."
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def worked() -> float:
    """Seconds that programs which have ended were at work, however busy the machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_nothing_to_read_from_is_refused_within_a_second() -> None:
    before = worked()
    done = subprocess.run(
        [sys.executable, BORROWER],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )

    assert worked() - before < 1
    assert done.returncode == 2
    assert done.stderr == f"{SENTENCE}\n  try: empathy-sim line\n"
    assert done.stdout == ""


@pytest.mark.parametrize(
    "redirection", ["< /dev/null", "<&-", "| cat", "2> /dev/null", "> /dev/null"]
)
def test_one_missing_end_is_refused_within_a_second(redirection: str) -> None:
    line = f'set -o pipefail; "$@" {redirection}; echo "left with $?"; read line'
    before = worked()
    with terminal_running(
        sys.executable, BORROWER, shell=("bash", "-c", line, "bash")
    ) as terminal:
        assert terminal.until(r"left with (\d+)")[1] == b"2"
        assert b"\x1b" not in terminal.output
        assert terminal.modes == terminal.modes_before
    assert worked() - before < 1
