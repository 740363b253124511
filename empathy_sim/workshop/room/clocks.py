"""Clocks that stand with a room or a seat."""

from __future__ import annotations

from empathy_sim.session.clock import Clock

GRACE_MS = 1_000
"""How long after a sign of life a seat is taken to be there."""

GONE_MS = 5_000
"""How long after a sign of life somebody is taken to have gone."""


class RoomClock:
    """A clock that stands while the room takes a breath."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._passed = 0
        self._since: int | None = clock.milliseconds()

    @property
    def stands(self) -> bool:
        return self._since is None

    def awake_ms(self) -> int:
        """Milliseconds of real time, which no breath stops."""
        return self._clock.milliseconds()

    def stand(self, *, still: bool) -> None:
        """Let it stand, or go on."""
        self._passed = self.milliseconds()
        self._since = None if still else self._clock.milliseconds()

    def milliseconds(self) -> int:
        if self._since is None:
            return self._passed
        return self._passed + self._clock.milliseconds() - self._since

    def utc(self) -> str:
        return self._clock.utc()

    def wait(self, milliseconds: int) -> None:
        self._clock.wait(milliseconds)


class SeatClock:
    """A clock that goes on only while its seat's browser is heard from.

    A laptop that sleeps and a network that is gone give no sign: from `grace_ms` after
    the last one the clock stands, and it goes on with the next.
    """

    def __init__(self, clock: RoomClock, *, grace_ms: int = GRACE_MS) -> None:
        self._clock = clock
        self._grace_ms = grace_ms
        self._seen = clock.milliseconds()
        self._until = self._seen
        self._heard: int | None = None
        self._passed = 0

    @property
    def was_heard(self) -> bool:
        """Whether the seat was heard from lately, though the room may hold its breath."""
        if self._heard is None:
            return False
        return self._clock.awake_ms() - self._heard < GONE_MS

    def heard(self) -> None:
        """There was a sign of life."""
        self.milliseconds()
        self._until = self._seen + self._grace_ms
        self._heard = self._clock.awake_ms()

    def gone(self) -> None:
        """The seat is known to be empty: it stands at once."""
        self.milliseconds()
        self._until = min(self._until, self._seen)
        self._heard = None

    def milliseconds(self) -> int:
        now = self._clock.milliseconds()
        self._passed += max(0, min(now, self._until) - min(self._seen, self._until))
        self._seen = now
        return self._passed

    def utc(self) -> str:
        return self._clock.utc()

    def wait(self, milliseconds: int) -> None:
        self._clock.wait(milliseconds)
