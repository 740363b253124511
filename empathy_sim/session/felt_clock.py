"""Felt time: it runs while the story does."""

from __future__ import annotations

from empathy_sim.session.clock import Clock


class FeltClock:
    """Felt milliseconds, which stand while nothing is being lived.

    A stretch in which nobody looked for longer than `stall_ms` counts as a single
    second: the computer slept, or the program hung, and nobody sat through it.
    """

    def __init__(self, clock: Clock, *, stall_ms: int | None = None) -> None:
        self._clock = clock
        self._stall_ms = stall_ms
        self._felt_ms = 0
        self._seen: int | None = None

    @property
    def is_running(self) -> bool:
        return self._seen is not None

    def now(self) -> int:
        """Felt milliseconds so far."""
        if self._seen is not None:
            seen = self._clock.milliseconds()
            passed = seen - self._seen
            if self._stall_ms is not None and passed > self._stall_ms:
                passed = 1_000
            self._felt_ms += max(0, passed)
            self._seen = seen
        return self._felt_ms

    def put_to(self, felt_ms: int) -> None:
        """Begin from so many felt milliseconds."""
        self.now()
        self._felt_ms = felt_ms

    def run(self, *, running: bool) -> None:
        """Let it run, or stand."""
        self.now()
        self._seen = self._clock.milliseconds() if running else None
