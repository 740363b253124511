"""Where typed lines come from, and how time passes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Protocol

from empathy_sim.line.answering import is_for_the_frame
from empathy_sim.session.clock import Clock

GLANCE_MS = 1_000
"""How often one who waits looks at the clock, so that a lived second is a kept one."""


class EndOfLines(Exception):
    """Nothing more will be typed."""


class Hands(Protocol):
    """Whoever types: a terminal, a pipe, a walkthrough."""

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        """The next line, or None when none came in that time, or earlier.

        Args:
            asked: whether the story waits for an answer now.
            waits: whether a wait that was typed is under way; lines that stand
                ready stay until it is over.
            within_ms: felt milliseconds until something happens by itself; None
                where nothing will.

        Raises:
            EndOfLines: there will be no more.
        """
        ...


class PipedHands:
    """Lines that stand ready: a pipe, a file, a test.

    A line is taken only when the scene asks, or when it is a word to the frame
    such as `hang up`; otherwise time passes.
    """

    def __init__(self, lines: Iterable[str], clock: Clock) -> None:
        self._lines = iter(lines)
        self._clock = clock
        self._next: str | None = None

    def _peek(self) -> str | None:
        if self._next is None:
            self._next = next(self._lines, None)
        return self._next

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        upcoming = self._peek()
        if upcoming is not None and _is_due(upcoming, asked=asked, waits=waits):
            self._next = None
            return upcoming
        if within_ms is None or (upcoming is None and asked):
            raise EndOfLines
        self._clock.wait(within_ms)
        return None


def _is_due(line: str, *, asked: bool, waits: bool) -> bool:
    """Whether a line that stands ready may be taken."""
    return asked or (not waits and is_for_the_frame(line))


class TypingHands:
    """Lines that come when they come, while the clock runs.

    At a terminal a line is taken at any moment. From a pipe it is kept until the
    scene asks, unless it is a word to the frame.
    """

    def __init__(
        self, lines: Iterable[str], clock: Clock, *, interrupts: bool = True
    ) -> None:
        """Begin to read.

        Args:
            lines: what is typed; reading it may block.
            clock: passes the time in which a line is kept.
            interrupts: whether a line may be taken at any moment.
        """
        self._typed: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._clock = clock
        self._interrupts = interrupts
        self._next: str | None = None
        self._over = False
        threading.Thread(target=self._read, args=(lines,), daemon=True).start()

    def _read(self, lines: Iterable[str]) -> None:
        # A terminal that is gone ends the lines like any other end.
        with suppress(OSError):
            for line in lines:
                self._typed.put(line)
        self._typed.put(None)

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        glance = GLANCE_MS if within_ms is None else min(GLANCE_MS, within_ms)
        if self._next is None and not self._over:
            self._fetch(glance)
        elif not self._may_take(asked=asked, waits=waits):
            self._clock.wait(glance)
        if self._next is not None and self._may_take(asked=asked, waits=waits):
            taken, self._next = self._next, None
            return taken
        ends = asked or self._interrupts or within_ms is None
        if self._over and self._next is None and ends:
            raise EndOfLines
        return None

    def _may_take(self, *, asked: bool, waits: bool) -> bool:
        due = _is_due(self._next or "", asked=asked, waits=waits)
        return self._interrupts or due

    def _fetch(self, within_ms: int) -> None:
        try:
            typed = self._typed.get(timeout=within_ms / 1_000)
        except queue.Empty:
            return
        self._next, self._over = typed, typed is None
