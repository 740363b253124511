"""How much more waiting another pace would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from empathy_sim.engine.moves import Pace
from empathy_sim.session.session import Session

if TYPE_CHECKING:
    from empathy_sim.rehearsal.waits_ahead import WaitsAhead


class _Known(Struct, frozen=True):
    """What was reckoned of one session, and when."""

    pace: Pace
    length: int
    """How many events it had."""
    more_ms: int


class Ahead:
    """Of each session of one room; reckoned anew only where something happened."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._waits: WaitsAhead | None = None
        self._known: dict[str, _Known] = {}

    def more_ms(self, session: Session, pace: Pace) -> int:
        """Felt milliseconds of waiting that another pace would add from here."""
        known = self._known.get(session.name)
        if known and (known.pace, known.length) == (pace, len(session.log)):
            return known.more_ms
        more = self._of(session).more(session.state, session.log, pace)
        self._known[session.name] = _Known(pace, len(session.log), more)
        return more

    def _of(self, session: Session) -> WaitsAhead:
        """What lies ahead of everybody here: all play the same customer."""
        cast = session.state.cast
        if self._waits is None and cast is not None:
            from empathy_sim.rehearsal.waits_ahead import WaitsAhead  # noqa: PLC0415

            self._waits = WaitsAhead(session.script, cast)
        if self._waits is None:
            raise ValueError("a session without its first event")
        return self._waits
