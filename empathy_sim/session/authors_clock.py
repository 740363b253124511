"""A clock that an author stops and skips."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from empathy_sim.session.clock import Clock


class AuthorsClock:
    """Another clock, which can be made to stand, and to pass over waits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = 0
        self._stands_at: int | None = None

    def milliseconds(self) -> int:
        if self._stands_at is not None:
            return self._stands_at
        return self._clock.milliseconds() + self._ahead

    def utc(self) -> str:
        return self._clock.utc()

    def wait(self, milliseconds: int) -> None:
        self._clock.wait(milliseconds)

    def skip(self, milliseconds: int) -> None:
        """Let so much time have passed."""
        self._ahead += milliseconds
        if self._stands_at is not None:
            self._stands_at += milliseconds

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Let it stand; what passes meanwhile is never counted."""
        if self._stands_at is not None:
            yield
            return
        self._stands_at = self.milliseconds()
        try:
            yield
        finally:
            self._ahead = self._stands_at - self._clock.milliseconds()
            self._stands_at = None
