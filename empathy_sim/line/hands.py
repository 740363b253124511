"""Where typed lines come from, and how time passes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from typing import Protocol

from empathy_sim.line.answering import is_for_the_frame
from empathy_sim.session.clock import Clock


class EndOfLines(Exception):
    """Nothing more will be typed."""


class Hands(Protocol):
    """Whoever types: a terminal, a pipe, a walkthrough."""

    def line(self, *, asked: bool, within_ms: int | None) -> str | None:
        """The next line, or None when none came in that time.

        Args:
            asked: whether the story waits for an answer now.
            within_ms: felt milliseconds until something happens by itself; None
                where nothing will.

        Raises:
            EndOfLines: there will be no more.
        """
        ...


class PipedHands:
    """Lines that stand ready: a pipe, a file, a walkthrough.

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

    def line(self, *, asked: bool, within_ms: int | None) -> str | None:
        upcoming = self._peek()
        if upcoming is not None and (asked or is_for_the_frame(upcoming)):
            self._next = None
            return upcoming
        if within_ms is None or (upcoming is None and asked):
            raise EndOfLines
        self._clock.wait(within_ms)
        return None


class TypingHands:
    """Somebody at a terminal, whose line may come at any moment."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._typed: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        reader = threading.Thread(target=self._read, args=(lines,), daemon=True)
        reader.start()

    def _read(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._typed.put(line.rstrip("\n"))
        self._typed.put(None)

    def line(self, *, asked: bool, within_ms: int | None) -> str | None:
        del asked
        timeout = None if within_ms is None else within_ms / 1_000
        try:
            typed = self._typed.get(timeout=timeout)
        except queue.Empty:
            return None
        if typed is None:
            raise EndOfLines
        return typed
