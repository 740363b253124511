"""What `wait` and `wait 4m` wait for."""

from __future__ import annotations

from empathy_sim.engine.scene import Scene
from empathy_sim.line.looking import Page
from empathy_sim.session.session import Session


class WaitingUntil:
    """A wait that was typed: until an instant, or until something has happened."""

    def __init__(self) -> None:
        self._waits = False
        self._until: int | None = None
        self._page: Page = ()
        self._happened = False

    def begin(self, scene: Scene, page: Page, length_ms: int | None) -> None:
        """Wait from now.

        Args:
            scene: what can be done now.
            page: where it is done.
            length_ms: how long at most, in story time, or until somebody else asks;
                None: until something has happened.
        """
        self._waits = scene.may("wait")
        self._until = None if length_ms is None else scene.story_ms + length_ms
        self._page, self._happened = page, False

    def stop(self) -> None:
        """Something was typed: it is over."""
        self._waits = False

    def something_happened(self) -> None:
        """Something has been told since."""
        self._happened = True

    def goes_on(self, scene: Scene, page: Page) -> bool:
        """Whether nothing is to be asked yet."""
        if not self._waits:
            return False
        if not scene.may("wait") or scene.phase != "playing":
            self._waits = False
        elif self._until is not None:
            asked_elsewhere = scene.asks and page != self._page
            self._waits = scene.story_ms < self._until and not asked_elsewhere
        else:
            self._waits = page == self._page and not self._happened
        return self._waits

    def shortens(self, due_in: int | None, session: Session) -> int | None:
        """Felt milliseconds to wait at most before looking again."""
        if not self._waits or self._until is None or due_in is None:
            return due_in
        ends_in = session.state.felt_at(self._until) - session.instant().felt_ms
        return max(1, min(due_in, ends_in))
