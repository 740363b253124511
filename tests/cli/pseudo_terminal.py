"""A terminal for a program under test."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until a program that says nothing has failed."""

OUTLIVING = ("sh", "-c", '"$@"; echo "left with $?"; read line', "sh")
"""A shell that runs a program and is still there afterwards."""


class PseudoTerminal:
    """What a person sees of a program, and what they can do to it."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = (80, 24)
    ) -> None:
        self.output = b""
        self.screen, self._keys = os.openpty()
        self.resize(size)
        self.modes_before = self.modes
        self._hears, lives = os.pipe()
        self._shell = subprocess.Popen(
            command,
            stdin=self._keys,
            stdout=self._keys,
            stderr=self._keys,
            start_new_session=True,
            preexec_fn=_take_the_terminal,  # noqa: PLW1509
            pass_fds=[lives],
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "PYTHONPATH": str(ROOT),
                "PS1": "$ ",
            },
        )
        os.close(lives)

    @property
    def modes(self) -> list[Any]:
        """The modes of the terminal, as `stty` shows them."""
        return termios.tcgetattr(self._keys)

    def resize(self, size: tuple[int, int]) -> None:
        width, height = size
        asked = struct.pack("HHHH", height, width, 0, 0)
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, asked)

    def press(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def until(self, pattern: str, after: int = 0) -> re.Match[bytes]:
        """Read until the pattern has come, counting from a byte of the output."""
        deadline = time.monotonic() + PATIENCE
        while not (
            found := re.compile(pattern.encode(), re.DOTALL).search(self.output, after)
        ):
            left = deadline - time.monotonic()
            if left < 0 or not select.select([self.screen], [], [], left)[0]:
                raise AssertionError(f"no {pattern!r} in {self.output[after:]!r}")
            self.output += os.read(self.screen, 65536)
        return found

    def draw(self, seconds: float) -> None:
        """Take in what comes within some time, as a window does that stays open."""
        if select.select([self.screen], [], [], seconds)[0]:
            self.output += os.read(self.screen, 65536)

    def gets_its_modes_back(self) -> bool:
        """Whether the modes are those of before, now or within some seconds."""
        deadline = time.monotonic() + PATIENCE
        while self.modes != self.modes_before and time.monotonic() < deadline:
            self.draw(0.01)
        return self.modes == self.modes_before

    def vanish(self) -> bool:
        """Close the window; tell whether every program in it then ended."""
        os.close(self.screen)
        self.screen = -1
        return bool(select.select([self._hears], [], [], PATIENCE)[0])

    def close(self) -> None:
        """End the shell and whatever it left in the foreground."""
        groups = {self._shell.pid}
        if self.screen >= 0:
            groups.add(os.tcgetpgrp(self.screen))
            os.close(self.screen)
        for group in groups - {0}:
            with suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        self._shell.wait()
        os.close(self._keys)
        os.close(self._hears)


def _take_the_terminal() -> None:
    """In a terminal every signal is heard, also of tests that run under `nohup`."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def terminal_running(
    *command: str, shell: Sequence[str] = OUTLIVING
) -> Iterator[PseudoTerminal]:
    """A terminal in which a shell runs a command."""
    terminal = PseudoTerminal([*shell, *command])
    try:
        yield terminal
    finally:
        terminal.close()
