"""What merely moves on is drawn one after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from typing import TypeAlias

Begin: TypeAlias = Callable[[Callable[[], None]], None]
"""Begins a turn, and calls what it is given once that is over."""

LONGEST_S = 0.25
"""Seconds after which the next begins, whatever became of this one."""
LEAST_REST_S, MOST_REST_S = 0.001, 0.05
"""Seconds between two turns, in which keys are answered; else as long as the turn."""


class Turn:
    """One turn of somebody."""

    def __init__(self, ends: Callable[[Turn], None]) -> None:
        self._ends = ends

    def over(self) -> None:
        """End it; the second time nothing happens."""
        self._ends(self)


class Turns:
    """Lets the screens of a program move on in turn.

    A hundred clocks that strike at once would hold up every key for a quarter of a
    second. Between two turns nothing is due for as long as the last one took: however
    much there is to move, half of the time is for what people do. Where there is too
    much, screens move on less often.
    """

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._waiting: dict[Hashable, Begin] = {}
        self._now: Turn | None = None
        self._began = 0.0
        self._next: asyncio.TimerHandle | None = None

    def ask(self, who: Hashable, begin: Begin) -> None:
        """Take a turn, now or later; whoever waits already goes on waiting.

        Args:
            who: whose turn it is.
            begin: is called when the turn has come.
        """
        self._waiting.setdefault(who, begin)
        if self._next is None:
            self._go_on()

    def _go_on(self) -> None:
        self._next = None
        if not self._waiting:
            return
        who = next(iter(self._waiting))
        begin = self._waiting.pop(who)
        loop = asyncio.get_running_loop()
        turn = Turn(self._over)
        self._now, self._began = turn, loop.time()
        self._next = loop.call_later(LONGEST_S, self._over, turn)
        begin(turn.over)

    def _over(self, turn: Turn) -> None:
        if turn is not self._now or self._next is None:
            return
        loop = asyncio.get_running_loop()
        self._now = None
        self._next.cancel()
        took = loop.time() - self._began
        rest = min(max(LEAST_REST_S, took), MOST_REST_S)
        self._next = loop.call_later(rest, self._go_on)
