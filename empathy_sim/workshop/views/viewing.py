"""One seat's screen: made, taken up, restarted, put away."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from empathy_sim.errors import ViewStuck
from empathy_sim.workshop.views.door import Door
from empathy_sim.workshop.views.link import Closing, Link
from empathy_sim.workshop.views.showing import Showing
from empathy_sim.workshop.views.view import Maker, View

KEPT_S = 60.0
"""Seconds for which a view that nobody looks at is kept."""
MANY_FAILURES = 3
WITHIN_S = 60.0
"""Seconds; so many failures within them are told, and the seat rests as long."""


def unheard(*_: object) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNews:
    """What is told of a seat's screen; each is called at once and must not wait."""

    heard: Callable[[], None] = unheard
    """The browser gave a sign of life."""
    typed: Callable[[], None] = unheard
    """Keys came, or the mouse moved: somebody waits for an answer."""
    came: Callable[[], None] = unheard
    """A browser shows the seat now."""
    left: Callable[[], None] = unheard
    """No browser shows it any longer; after each `came`, sooner or later."""
    failed: Callable[[BaseException], None] = unheard
    """The view failed; a new one is made when the browser is back."""
    troubled: Callable[[], None] = unheard
    """The view failed `MANY_FAILURES` times in a minute: somebody should look."""
    over: Callable[[], None] = unheard
    """The view has ended by itself."""
    opened: Callable[[], None] = unheard
    """A view is made."""
    gone: Callable[[], None] = unheard
    """A view is no longer there, for whatever reason; as often as `opened`."""


class SeatView:
    """A seat's screen: one view at most, in one browser at most.

    The view is thrown away and made anew as need be; the seat stays what it is.
    """

    def __init__(
        self,
        name: str,
        make: Maker,
        news: SeatNews | None = None,
        *,
        door: Door | None = None,
        kept_s: float = KEPT_S,
    ) -> None:
        """Begin without a view; `attach` makes one.

        Args:
            name: what the seat is called where something is said of it.
            make: makes a view.
            news: who is told.
            door: shared by all seats of a server.
            kept_s: seconds for which a view is kept that nobody looks at.
        """
        self.name = name
        self._make = make
        self._news = news or SeatNews()
        self._door = door or Door()
        self._kept_s = kept_s
        self._showing: Showing | None = None
        self._putting_away: set[Showing] = set()
        self._link: Link | None = None
        self._recycling: asyncio.TimerHandle | None = None
        self._failures: deque[float] = deque(maxlen=MANY_FAILURES)
        self._rests_until = 0.0

    @property
    def view(self) -> View | None:
        """The view that is there now."""
        return self._showing.view if self._showing else None

    @property
    def is_here(self) -> bool:
        """Whether a browser shows the seat."""
        return self._link is not None

    @property
    def before(self) -> int | None:
        """How many seats get their view sooner; None where it waits for none."""
        return self._showing.before if self._showing else None

    def attach(self, link: Link, width: int, height: int) -> None:
        """Show the seat in a browser; another that shows it is told that it moved."""
        if asyncio.get_running_loop().time() < self._rests_until:
            link.close(Closing.RESTING)
            return
        self._stop_recycling()
        if self._link is None:
            self._news.came()
        else:
            self._link.close(Closing.MOVED)
        self._link = link
        link.caught_up = self._repaint
        if self._showing is None:
            self._showing = Showing(
                self._make, (width, height), door=self._door, ended=self._ended
            )
            self._showing.link = link
            self._news.opened()
        else:
            self._showing.link = link
            self._showing.resize(width, height)
            self._showing.repaint()

    def detach(self, link: Link) -> None:
        """Learn that a browser has gone; the view is kept for a while."""
        if link is self._link:
            self._part(None)

    def lead_over(self, reason: str) -> None:
        """Let the browser that shows the seat come back by another secret.

        What it shows is kept for a while, as where a browser has gone.
        """
        self._part(Closing.TURNED_OVER, reason)

    def _part(self, code: Closing | None, reason: str = "") -> None:
        """Show the seat nowhere, and keep its view for a while."""
        self._leave(code, reason)
        self._stop_recycling()
        if self._showing is not None:
            self._showing.link = None
            loop = asyncio.get_running_loop()
            self._recycling = loop.call_later(self._kept_s, self._put_away)

    def heard(self, link: Link) -> None:
        """Learn that a browser is there."""
        if link is self._link:
            self._news.heard()

    def feed(self, link: Link, text: str) -> None:
        """Take what was typed; only the browser that shows the seat is listened to."""
        if link is self._link and self._showing is not None:
            self._news.typed()
            self._showing.feed(text)

    def resize(self, link: Link, width: int, height: int) -> None:
        """Be drawn in another size."""
        if link is self._link and self._showing is not None:
            self._showing.resize(width, height)

    def focus(self, link: Link, *, here: bool) -> None:
        """Learn whether the browser's window is looked at."""
        if link is self._link and self._showing is not None:
            self._showing.focus(here)

    def restart(self) -> None:
        """Throw away a view that answers nothing."""
        if self._showing is not None:
            showing = self._showing
            self._fail(ViewStuck(seat=self.name))
            self._putting_away.add(showing)
            showing.cut()

    async def close(self, code: Closing = Closing.OVER) -> None:
        """End the view and close the browser's connection with a code."""
        self._leave(code)
        self._stop_recycling()
        self._put_away()
        for showing in tuple(self._putting_away):
            await showing.wait()

    def _repaint(self) -> None:
        if self._showing is not None:
            self._showing.repaint()

    def _put_away(self) -> None:
        if self._showing is not None:
            self._putting_away.add(self._showing)
            showing, self._showing = self._showing, None
            showing.end()

    def _stop_recycling(self) -> None:
        if self._recycling is not None:
            self._recycling.cancel()
            self._recycling = None

    def _leave(self, code: Closing | None, reason: str = "") -> None:
        """Show the seat nowhere; a code is told to the browser that showed it."""
        if self._link is not None:
            link, self._link = self._link, None
            if code is not None:
                link.close(code, reason)
            self._news.left()

    def _ended(self, showing: Showing, failed: BaseException | None) -> None:
        """Learn that a view is over, whoever ended it."""
        self._putting_away.discard(showing)
        if showing is self._showing:
            if failed is None:
                self._showing = None
                self._stop_recycling()
                self._leave(Closing.OVER)
                self._news.over()
            else:
                self._fail(failed)
        self._news.gone()

    def _fail(self, error: BaseException) -> None:
        """Let the browser come back to a new view, or later when it failed often."""
        self._showing = None
        self._stop_recycling()
        now = asyncio.get_running_loop().time()
        self._failures.append(now)
        self._news.failed(error)
        if len(self._failures) < MANY_FAILURES or now - self._failures[0] > WITHIN_S:
            self._leave(Closing.RESTARTED)
            return
        self._failures.clear()
        self._rests_until = now + WITHIN_S
        self._leave(Closing.RESTING)
        self._news.troubled()
