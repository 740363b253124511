"""What is typed just as another list appears."""

from __future__ import annotations

import re

from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.choosing import chosen_from
from empathy_sim.line.filling_in import blanks_of
from empathy_sim.line.looking import Page, page_of
from empathy_sim.session.session import Session

_READS_MS = 1_500
"""For so long nobody has read a list that appeared by itself."""
_BLIND = re.compile(r"[0-9*#][0-9*# -]*\.?|")
_SAYS = (
    "That was typed before there was this list, and chooses nothing. Type it again, if "
    "it is meant."
)


class Overtaken:
    """Holds back a number or Enter that was meant for what has gone meanwhile.

    A menu that hangs up leaves a list, and what was typed to the menu is no choice
    from it. Whoever does something that leads to a list is not held back.
    """

    def __init__(self, session: Session, *, watches: bool) -> None:
        """Know what stands there now.

        Args:
            session: what is played.
            watches: whether lines come while the story goes on: at a terminal.
        """
        self._session = session
        self._watches = watches
        self._page: Page = ()
        self._came_ms: int | None = None
        self.moved()

    def moved(self) -> None:
        """Somebody did something: what stands there now follows from it."""
        self._page, self._came_ms = page_of(self._session.scene()), None

    def look(self) -> None:
        """Time has gone, and may have led to another page by itself."""
        page = page_of(self._session.scene())
        if page != self._page:
            self._page, self._came_ms = page, self._session.clock.milliseconds()

    def hold_back(self, typed: str, scene: Scene) -> None:
        """Let nothing be chosen that nobody has read.

        Raises:
            MoveRefused: the line would choose from a list that has only just appeared.
        """
        if not self._watches or self._came_ms is None or not _BLIND.fullmatch(typed):
            return
        is_list = scene.phase == "playing" and scene.paused is None
        is_list = is_list and bool(chosen_from(scene)) and not blanks_of(scene)
        since = self._session.clock.milliseconds() - self._came_ms
        if is_list and not scene.may("press") and since < _READS_MS:
            raise MoveRefused(says=_SAYS)
