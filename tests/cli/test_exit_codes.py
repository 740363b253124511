"""How the command ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from empathy_sim.library.pressing_cache import Cache
from tests.cli.pseudo_terminal import ROOT, terminal_running

PLAY = [sys.executable, "-m", "empathy_sim", "play", "--plain"]


@pytest.fixture(autouse=True)
def _kept_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pressed: Cache) -> None:
    """A data folder of its own; the journey is composed once for all programs."""
    (tmp_path / "cache").symlink_to(pressed.folder)
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path))


@pytest.fixture
def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_a_reader_that_has_gone_is_no_fault(environment: dict[str, str]) -> None:
    piped = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$@" < /dev/null | head -n 2', "bash", *PLAY],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert piped.returncode == 0
    assert piped.stderr == ""
    assert piped.stdout.count("\n") == 2


def test_a_terminal_without_its_letters_is_written_to_all_the_same(
    environment: dict[str, str],
) -> None:
    plain = environment | {"PYTHONIOENCODING": "cp1251"}
    ran = subprocess.run(
        [*PLAY, "--at", "ordering"],
        env=plain,
        input="begin\n\n\nbegin\n1\n",
        capture_output=True,
        encoding="cp1251",
        check=False,
    )

    assert ran.returncode == 0
    assert "Hand-finished, with a whistle. ?64.00" in ran.stdout


def test_ctrl_c_suspends_says_how_to_go_on_and_ends_with_130() -> None:
    outlives = ("sh", "-c", 'trap : INT; "$@"; echo "left with $?"; read line', "sh")
    with terminal_running(*PLAY, "--pace", "brisk", shell=outlives) as terminal:
        terminal.until("Enter: none")
        for line in ("begin", "", "", "begin"):
            terminal.press(f"{line}\r")
        terminal.until("Look it up")
        terminal.press("\x03")
        terminal.until(r"empathy-sim resume the-birthday-kettle-\w+ --plain")
        assert terminal.until(r"left with (\d+)")[1] == b"130"
        assert b"Traceback" not in terminal.output
        assert b"\x1b" not in terminal.output


def test_the_end_of_typing_suspends_and_ends_with_0() -> None:
    with terminal_running(*PLAY, "--pace", "brisk", "--at", "holding") as terminal:
        terminal.until("Enter: none")
        for line in ("begin", "", "", "begin"):
            terminal.press(f"{line}\r")
        terminal.until("You are on hold.")
        terminal.press("\x04")
        terminal.until("Stopped here.")
        assert terminal.until(r"left with (\d+)")[1] == b"0"


def test_leaving_at_a_terminal_is_asked_for_twice() -> None:
    with terminal_running(*PLAY, "--pace", "brisk", "--at", "holding") as terminal:
        terminal.until("Enter: none")
        for line in ("begin", "", "", "begin", "leave"):
            terminal.press(f"{line}\r")
        terminal.until("Leave for good\\?")
        terminal.press("leave\r")
        terminal.until("You have left.")
        for line in ("calm", *[""] * 15):
            terminal.press(f"{line}\r")
        assert terminal.until(r"left with (\d+)")[1] == b"0"
