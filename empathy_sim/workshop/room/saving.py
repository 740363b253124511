"""What is kept, and why it could not be."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Literal

from empathy_sim.errors import StoreError

if TYPE_CHECKING:
    from types import TracebackType

    from empathy_sim.session.session import Session
    from empathy_sim.store.protocol import Store
    from empathy_sim.store.rows import ClockMark


class Saving(AbstractContextManager[None]):
    """Remembers whether what is done within it could be kept."""

    def __init__(self, store: Store) -> None:
        """Begin as if everything had been kept."""
        self._store = store
        self._marked: dict[str, ClockMark] = {}
        self.unsaved = ""
        """Why the last thing could not be kept; empty where it was."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        where: TracebackType | None,
    ) -> Literal[False]:
        match raised:
            case None:
                self.unsaved = ""
            case StoreError():
                self.unsaved = str(raised)
            case _:
                pass
        return False

    def mark(self, sessions: Iterable[Session]) -> None:
        """Keep how far every clock has come; all of them where saving has failed.

        Raises:
            StoreError: they cannot be kept now.
        """
        marks = {each.name: each.clock_mark() for each in sessions}
        known = {} if self.unsaved else self._marked
        moved = {name: at for name, at in marks.items() if known.get(name) != at}
        if moved:
            with self:
                self._store.mark_all(moved)
            self._marked |= moved
