"""The tiny parent that outlives the app."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Any, NoReturn

FORWARDED = frozenset({signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT})
FROM_THE_KEYBOARD = frozenset({signal.SIGINT, signal.SIGTSTP})
WATCHED = FORWARDED | FROM_THE_KEYBOARD | {signal.SIGCHLD}

LEAVE = b"\x1b[?2026l\x1b]22;default\x07\x1b[<u\x1b[?1049l"
"""Drawing no longer held back, an ordinary pointer, kitty's key codes popped,
the alternate screen left."""
CALM = (
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"
    b"\x1b[?1004l\x1b[?2004l\x1b[?2048l\x1b[?7h\x1b[0m\x1b[?25h"
)
"""Mouse, focus, paste and resize reports off; lines wrap, no colour, a cursor."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """The terminal as it was before the app."""

    keys: int
    """The descriptor that is read."""

    screen: int
    """The descriptor that is drawn on."""

    modes: list[Any]
    """What `tcgetattr` said."""

    @property
    def is_in_front(self) -> bool:
        """Whether this job holds the terminal, rather than the shell."""
        with suppress(OSError):
            return os.tcgetpgrp(self.keys) == os.getpgrp()
        return False

    @property
    def is_raw(self) -> bool:
        """Whether the app's modes are still set."""
        with suppress(OSError, termios.error):
            return bool(termios.tcgetattr(self.keys)[:4] != self.modes[:4])
        return False

    @property
    def keyboard_signals(self) -> bool:
        """Whether ctrl+c and ctrl+z make signals, for the whole job at once."""
        with suppress(OSError, termios.error):
            return bool(termios.tcgetattr(self.keys)[3] & termios.ISIG)
        return False

    def put_back(self, *, abandoned: bool) -> None:
        """Make the terminal what it was.

        Args:
            abandoned: The app had no time to leave. Leaving twice would move the
                cursor, so an app that left by itself is not made to leave again.
        """
        left = LEAVE if abandoned or self.is_raw else b""
        self.draw(left + CALM)
        self.set_modes(termios.TCSAFLUSH if left else termios.TCSADRAIN)

    def draw(self, sequences: bytes) -> None:
        """Write to the screen; a terminal that is gone is no matter."""
        with suppress(OSError):
            os.write(self.screen, sequences)

    def set_modes(self, when: int = termios.TCSAFLUSH) -> None:
        """Set the modes of before; a terminal that is gone is no matter."""
        with suppress(OSError, termios.error):
            termios.tcsetattr(self.keys, when, self.modes)


def run(main: Callable[[], int]) -> int:
    """Run `main` in a child and answer with its exit code."""
    try:
        terminal = Terminal(keys=0, screen=1, modes=termios.tcgetattr(0))
    except termios.error:
        return main()
    sys.stdout.flush()
    sys.stderr.flush()
    hears_the_end, lives = os.pipe()
    # Blocked before the fork: none arrives between it and the first look.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {*WATCHED, signal.SIGTTOU})
    child = os.fork()
    if child == 0:
        os.close(lives)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        _be_the_app(main, terminal, hears_the_end)
    os.close(hears_the_end)
    # Where nobody handles it, some systems do not keep it for who waits.
    handler = signal.signal(signal.SIGCHLD, lambda *_: None)
    try:
        return _watch(child, terminal)
    finally:
        os.close(lives)
        signal.signal(signal.SIGCHLD, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _be_the_app(main: Callable[[], int], terminal: Terminal, lifeline: int) -> NoReturn:
    Thread(
        target=_end_with_the_parent,
        args=(terminal, lifeline),
        name="lifeline",
        daemon=True,
    ).start()
    # Textual takes an interrupt for a way to leave; the exit code is to tell.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    raise SystemExit(main())


def _end_with_the_parent(terminal: Terminal, lifeline: int) -> None:
    """Wait until the parent is gone; then nobody else puts the terminal back."""
    # A signal that this thread took would not wake the one that answers to it.
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    os.read(lifeline, 1)
    terminal.draw(LEAVE + CALM)
    if terminal.is_in_front:
        terminal.set_modes()
    os._exit(128 + signal.SIGKILL)


def _watch(child: int, terminal: Terminal) -> int:
    while (code := _code_of(child, terminal)) is None:
        received = signal.sigwait(WATCHED)
        if received in FORWARDED or (
            received in FROM_THE_KEYBOARD and not terminal.keyboard_signals
        ):
            os.kill(child, received)
    return code


def _code_of(child: int, terminal: Terminal) -> int | None:
    """The exit code of the child, or None while it lives."""
    found, status = os.waitpid(child, os.WNOHANG | os.WUNTRACED)
    if found and os.WIFSTOPPED(status):
        _stop_as_well(terminal)
        found, status = os.waitpid(child, os.WNOHANG | os.WCONTINUED)
        if not found:
            os.kill(child, signal.SIGCONT)
    if not found or os.WIFCONTINUED(status):
        return None
    code = os.waitstatus_to_exitcode(status)
    if terminal.is_in_front:
        terminal.put_back(abandoned=code < 0)
    return code if code >= 0 else 128 - code


def _stop_as_well(terminal: Terminal) -> None:
    """Stop as the child has, so that the shell takes over, until it goes on."""
    if terminal.is_in_front:
        terminal.put_back(abandoned=False)
    # One more is none more while it is held back: the job stops once. Where no
    # shell minds the job, the system drops it and the child goes on at once.
    os.kill(os.getpid(), signal.SIGTSTP)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTSTP})
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP})
