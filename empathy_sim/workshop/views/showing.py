"""One view, from the door to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from empathy_sim.workshop.views.door import Door
from empathy_sim.workshop.views.link import Link
from empathy_sim.workshop.views.view import Maker, View, fitting

DRAWN = 512
"""Characters of one piece from which on a view has begun to draw."""
BEGINNING_S = 5.0
"""Seconds after which others are let in, whether or not a view has drawn."""
ENDING_S = 5.0
"""Seconds that a view has to end by itself."""
RESIZED_EVERY_S = 0.3
"""Seconds from one size to the next: a window that is dragged has many."""
MOST_EARLY = 4_096
"""Characters typed before the view is there; what is typed after them is not heard."""


class Showing:
    """A view, and the link it draws to; between links it draws to nobody."""

    def __init__(
        self,
        make: Maker,
        size: tuple[int, int],
        *,
        door: Door,
        ended: Callable[[Showing, BaseException | None], None],
    ) -> None:
        """Begin at once, as far as the door.

        Args:
            make: makes the view once it is let in.
            size: columns and rows.
            door: lets it in.
            ended: called once, when it is over, with what it failed by.
        """
        self._make = make
        self._size = fitting(*size)
        self._waits_at = door
        self._door: Door | None = None
        self._ended = ended
        self._early = ""
        self._view: View | None = None
        self._resizing: asyncio.TimerHandle | None = None
        self._resizes_at = 0.0
        self.link: Link | None = None
        self._task = asyncio.create_task(self._live(door))
        self._task.add_done_callback(self._done)

    @property
    def view(self) -> View | None:
        """The view, once it is let in and until it has ended."""
        return self._view

    @property
    def before(self) -> int | None:
        """How many views are let in sooner; None once it is in."""
        return self._waits_at.before(self)

    def write(self, text: str) -> None:
        """Hand on what the view draws."""
        if len(text) >= DRAWN:
            self._leave_door()
        if self.link is not None:
            self.link.write(text)

    def flush(self) -> None:
        """Let what was handed on be shown at once."""
        if self.link is not None:
            self.link.flush()

    def feed(self, text: str) -> None:
        """Hand on what was typed, or keep it until the view is there."""
        if self._view is not None:
            self._view.feed(text)
        elif len(self._early) + len(text) <= MOST_EARLY:
            self._early += text

    def resize(self, width: int, height: int) -> None:
        """Be drawn in another size; in the same, nothing happens."""
        size = fitting(width, height)
        if size != self._size:
            self._size = size
            loop = asyncio.get_running_loop()
            if loop.time() >= self._resizes_at:
                self._fit()
            elif self._resizing is None:
                self._resizing = loop.call_at(self._resizes_at, self._fit)

    def _fit(self) -> None:
        self._resizing = None
        if self._view is not None:
            self._resizes_at = asyncio.get_running_loop().time() + RESIZED_EVERY_S
            self._view.resize(*self._size)

    def focus(self, here: bool) -> None:  # noqa: FBT001 - a state, as it was told
        if self._view is not None:
            self._view.focus(here)

    def repaint(self) -> None:
        if self._view is not None:
            self._view.repaint()

    def end(self) -> None:
        """Draw nowhere from now on, and end soon."""
        self.link = None
        if self._view is None:
            self._task.cancel()
            return
        loop = asyncio.get_running_loop()
        cancelling = loop.call_later(ENDING_S, self._task.cancel)
        self._task.add_done_callback(lambda _: cancelling.cancel())
        self._view.close()

    def cut(self) -> None:
        """End at once, without asking."""
        self.link = None
        self._task.cancel()

    async def wait(self) -> None:
        """Return when it is over; whatever it failed by was told."""
        await asyncio.wait((self._task,))

    async def _live(self, door: Door) -> None:
        await door.enter(self)
        self._door = door
        loop = asyncio.get_running_loop()
        waited = loop.call_later(BEGINNING_S, self._leave_door)
        try:
            self._view = self._make(self, *self._size)
            if self._early:
                self._view.feed(self._early)
            await self._view.run()
        finally:
            waited.cancel()
            self._leave_door()

    def _leave_door(self) -> None:
        if self._door is not None:
            self._door.leave()
            self._door = None

    def _done(self, task: asyncio.Task[None]) -> None:
        self._view = None
        if self._resizing is not None:
            self._resizing.cancel()
        failed = None if task.cancelled() else task.exception()
        self._ended(self, failed)
