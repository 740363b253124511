"""Which views hold everybody up, or answer nothing."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Iterable
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

from empathy_sim.session.clock import Clock, RealClock
from empathy_sim.workshop.views.view import View

if TYPE_CHECKING:
    from empathy_sim.workshop.views.viewing import SeatView

LONGEST_MS = 250
"""Milliseconds for which one piece of work may hold up all seats."""
BEAT_S = 0.1
ASKED_EVERY_S = 5.0
UNANSWERED = 2
"""So often may a view not have answered before it is thrown away."""
LATE_S = 1.0
"""A loop that is later than that is itself the reason why nobody answers."""

NOBODY = "the server"


class BlockWatch:
    """Says whose work the loop is stuck in, from a thread beside it."""

    def __init__(
        self,
        views: Callable[[], Iterable[tuple[str, View]]],
        told: Callable[[str, int], None],
        *,
        clock: Clock | None = None,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        """Begin with a beat.

        Args:
            views: the views that are there, with their seats' names.
            told: hears the seat's name, and for how many milliseconds so far; it is
                called once for each time, in the thread that looks.
            clock: tells how long it takes.
            longest_ms: what is not worth a word.
        """
        self._views = views
        self._told = told
        self._clock = clock or RealClock()
        self._longest_ms = longest_ms
        self._beaten_ms: int | None = self._clock.milliseconds()

    def beat(self) -> None:
        """Show that the loop goes on."""
        self._beaten_ms = self._clock.milliseconds()

    def look(self, frame: FrameType | None) -> None:
        """Look whether the loop goes on.

        Args:
            frame: what the loop's thread is doing.
        """
        if self._beaten_ms is None:
            return
        late = self._clock.milliseconds() - self._beaten_ms
        if late > self._longest_ms:
            self._beaten_ms = None
            self._told(self._whose(frame), late)

    def _whose(self, frame: FrameType | None) -> str:
        if frame is not None:
            for name, view in tuple(self._views()):
                if view.is_running(frame):
                    return name
        return NOBODY

    async def run(self) -> None:
        """Watch the loop that this runs in until it is cancelled."""
        stopped, watched = threading.Event(), threading.get_ident()

        def watch() -> None:
            while not stopped.wait(BEAT_S):
                self.look(sys._current_frames().get(watched))  # noqa: SLF001

        thread = threading.Thread(target=watch, name="block watch", daemon=True)
        thread.start()
        try:
            while True:
                self.beat()
                await asyncio.sleep(BEAT_S)
        finally:
            stopped.set()
            thread.join()


class HangWatch:
    """Restarts views that answer nothing though the loop goes on."""

    def __init__(self, seats: Callable[[], Iterable[SeatView]]) -> None:
        """Watch the seats that are there at each time of asking."""
        self._seats = seats
        self._unanswered: dict[View, int] = {}

    async def run(self) -> None:
        """Ask every view now and then, until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + ASKED_EVERY_S
            await asyncio.sleep(ASKED_EVERY_S)
            self.ask(late=loop.time() - due > LATE_S)

    def ask(self, *, late: bool = False) -> None:
        """Ask every view once; restart those that never answered before.

        Args:
            late: whether everybody was held up, and nobody is to blame.
        """
        before = {} if late else self._unanswered
        self._unanswered = {}
        for seat in tuple(self._seats()):
            view = seat.view
            if view is None:
                continue
            times = before.get(view, 0)
            if times >= UNANSWERED:
                seat.restart()
            else:
                self._unanswered[view] = times + 1
                view.ask(partial(self._answered, view))

    def _answered(self, view: View) -> None:
        self._unanswered.pop(view, None)
