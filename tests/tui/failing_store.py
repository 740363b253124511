"""A store whose disk can be full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from empathy_sim.errors import StoreUnwritable
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.rows import ClockMark, Json, Row


class FailingStore(MemoryStore):
    """Keeps sessions in memory, and refuses while it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.is_full = False

    def append(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
    ) -> None:
        self._refuse()
        super().append(session, rows, phase=phase, summary=summary)

    def mark(self, session: str, *, seq: int, story_ms: int, felt_ms: int) -> None:
        self._refuse()
        super().mark(session, seq=seq, story_ms=story_ms, felt_ms=felt_ms)

    def mark_all(self, marks: Mapping[str, ClockMark]) -> None:
        self._refuse()
        super().mark_all(marks)

    def _refuse(self) -> None:
        if self.is_full:
            raise StoreUnwritable(path="the data folder", why="the disk is full")
