"""However the app ends, the terminal is as before."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from empathy_sim.cli.terminal_parent import CALM, LEAVE
from tests.cli.pseudo_terminal import PseudoTerminal, terminal_running

BORROWER = str(Path(__file__).with_name("borrower.py"))
READY = r"ready parent=(\d+) child=(\d+)\."
WHOLE = READY + r".*\x1b\[24;1H"
"""Every line of it is drawn."""
ENTER_ALTERNATE, LEAVE_ALTERNATE = b"\x1b[?1049h", b"\x1b[?1049l"


@dataclass
class Borrowed:
    """A terminal that an app has borrowed."""

    terminal: PseudoTerminal
    parent: int
    child: int

    def left_with(self) -> int:
        """The exit code, once the shell has its terminal again."""
        return int(self.terminal.until(r"left with (\d+)\r\n")[1])

    @property
    def goodbye(self) -> bytes:
        """What was written up to the shell's next word."""
        return self.terminal.output.split(b"left with")[0]


@pytest.fixture
def borrowed() -> Iterator[Borrowed]:
    with terminal_running(sys.executable, BORROWER) as terminal:
        ready = terminal.until(READY)
        assert terminal.modes != terminal.modes_before
        yield Borrowed(terminal, int(ready[1]), int(ready[2]))


def test_leaving_puts_the_terminal_back_and_tells_the_exit_code(
    borrowed: Borrowed,
) -> None:
    borrowed.terminal.press("q")

    assert borrowed.left_with() == 3
    assert borrowed.terminal.modes == borrowed.terminal.modes_before
    assert borrowed.goodbye.endswith(CALM)


def test_an_app_that_left_by_itself_is_not_made_to_leave_twice(
    borrowed: Borrowed,
) -> None:
    borrowed.terminal.press("q")

    borrowed.left_with()
    assert borrowed.goodbye.count(LEAVE_ALTERNATE) == 1


def test_an_exception_puts_the_terminal_back(borrowed: Borrowed) -> None:
    borrowed.terminal.press("x")

    assert borrowed.left_with() == 1
    assert borrowed.terminal.modes == borrowed.terminal.modes_before
    assert b"on purpose" in borrowed.goodbye
    assert borrowed.goodbye.endswith(CALM)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT]
)
def test_a_signal_to_the_program_ends_the_app_and_puts_the_terminal_back(
    borrowed: Borrowed, number: signal.Signals
) -> None:
    os.kill(borrowed.parent, number)

    assert borrowed.left_with() == 128 + number
    assert borrowed.terminal.modes == borrowed.terminal.modes_before
    assert borrowed.goodbye.endswith(LEAVE + CALM)


def test_killing_the_app_puts_the_terminal_back(borrowed: Borrowed) -> None:
    os.kill(borrowed.child, signal.SIGKILL)

    assert borrowed.left_with() == 128 + signal.SIGKILL
    assert borrowed.terminal.modes == borrowed.terminal.modes_before
    assert borrowed.goodbye.endswith(LEAVE + CALM)


def test_when_the_parent_is_killed_the_app_puts_the_terminal_back_and_ends(
    borrowed: Borrowed,
) -> None:
    before = len(borrowed.terminal.output)
    os.kill(borrowed.parent, signal.SIGKILL)

    assert borrowed.left_with() == 128 + signal.SIGKILL
    borrowed.terminal.until(r"\x1b\[\?25h", after=before)
    assert LEAVE + CALM in borrowed.terminal.output
    assert borrowed.terminal.gets_its_modes_back()
    assert borrowed.terminal.vanish()


def test_closing_the_window_leaves_no_program_behind(borrowed: Borrowed) -> None:
    assert borrowed.terminal.vanish()


def test_stopping_gives_the_shell_its_terminal_and_fg_brings_the_app_back() -> None:
    with terminal_running(shell=("sh", "-i")) as terminal:
        terminal.until(r"\$ ")
        terminal.press(f"{sys.executable} {BORROWER}\r")
        terminal.until(WHOLE)
        drawn = len(terminal.output)

        terminal.press("\x1a")
        terminal.until(r"Stopped.*\$ ", after=drawn)
        assert LEAVE_ALTERNATE in terminal.output[drawn:]
        terminal.press("echo shell is back\r")
        terminal.until("shell is back\r\n.*shell is back", after=drawn)

        drawn = len(terminal.output)
        terminal.press("fg\r")
        terminal.until(WHOLE, after=drawn)
        assert terminal.output[drawn:].count(ENTER_ALTERNATE) == 1
        terminal.press("q")
        terminal.until(r"\$ ", after=len(terminal.output))
        terminal.press("echo left with $?\r")
        assert terminal.until(r"left with (\d)")[1] == b"3"


def test_a_stopped_app_that_is_ended_leaves_the_shell_alone() -> None:
    with terminal_running(shell=("sh", "-i")) as terminal:
        terminal.until(r"\$ ")
        terminal.press(f"{sys.executable} {BORROWER}\r")
        terminal.until(READY)
        terminal.press("\x1a")
        terminal.until(r"Stopped.*\$ ")
        before = len(terminal.output)

        terminal.press("kill %1; wait; echo all done\r")
        terminal.until(r"done\r\n.*all done", after=before)

        assert b"\x1b[" not in terminal.output[before:]
