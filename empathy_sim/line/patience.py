"""A recording listens long enough to be typed to."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.hold import HoldFace
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.line.hands import GLANCE_MS
from empathy_sim.line.looking import page_of
from empathy_sim.session.session import Session

LISTENS_MS = 20_000
"""How long a recording listens at least, on the wall: a line is slower than a key."""
_BEFORE_MS = 1_500
"""How long before it would give up the clock stands."""


class Patience:
    """Lets the story's clock stand shortly before a recording gives up too soon.

    What it does then is untouched, and so is what it costs the customer.
    """

    def __init__(self, session: Session) -> None:
        """Be ready for the first that listens."""
        self._session = session
        self._silence: object = None
        self._since = 0
        self._stands = self._has_stood = False

    def shortens(
        self, within_ms: int | None, scene: Scene, *, waits: bool
    ) -> int | None:
        """Milliseconds to wait at most before looking again.

        Args:
            within_ms: what it would be without; None where nothing is due.
            scene: what can be done now.
            waits: whether a wait that was typed is under way.
        """
        if self._stands:
            return GLANCE_MS
        silence = None if waits else _silence(scene)
        if silence != self._silence:
            self._silence, self._has_stood = silence, False
            self._since = self._session.clock.milliseconds()
        if silence is None or self._has_stood or within_ms is None:
            return within_ms
        return max(1, within_ms - _BEFORE_MS)

    def look(self) -> None:
        """Some time has gone in which nothing was typed."""
        listened = self._session.clock.milliseconds() - self._since
        if self._stands:
            if listened + _BEFORE_MS >= LISTENS_MS:
                self.end()
        elif self._silence is not None and not self._has_stood:
            due_in = self._session.due_in()
            if due_in is not None and 0 < due_in <= _BEFORE_MS:
                self._stand(still_ms=LISTENS_MS - listened - due_in)

    def _stand(self, *, still_ms: int) -> None:
        self._has_stood = True
        if still_ms > 0:
            self._session.submit(m.Pause("reading"))
            self._stands = True

    def end(self) -> None:
        """Let the clock go on, where it stands for this."""
        if self._stands:
            self._stands = False
            self._session.submit(m.Resume())


def _silence(scene: Scene) -> object:
    """What makes one silence another than the last; None where nothing listens."""
    if scene.phase != "playing" or scene.paused is not None:
        return None
    match scene.face:
        case MenuFace(speaking=False, wants=wants) as face if wants != "nothing":
            return (page_of(scene), face.ends, face.keyed, len(face.said))
        case HoldFace(press=str()):
            return page_of(scene)
        case _:
            return None
