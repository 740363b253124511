"""The one place that reads real time."""

from __future__ import annotations

import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """Tells how time goes on, and what the wall says."""

    def milliseconds(self) -> int:
        """Milliseconds that only ever grow; from no particular beginning."""
        ...

    def utc(self) -> str:
        """The wall's time in UTC, as ISO 8601 to the millisecond."""
        ...

    def wait(self, milliseconds: int) -> None:
        """Return when so much time has passed."""
        ...


def today_by(clock: Clock) -> dt.date:
    """The day it is by a clock's wall, in UTC."""
    return dt.date.fromisoformat(clock.utc()[:10])


class RealClock:
    """The computer's own clocks."""

    def milliseconds(self) -> int:
        return time.monotonic_ns() // 1_000_000

    def utc(self) -> str:
        return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")

    def wait(self, milliseconds: int) -> None:
        time.sleep(milliseconds / 1_000)


class ManualClock:
    """A clock that goes on when it is told to: for tests, demos and rehearsals."""

    def __init__(self, milliseconds: int = 0) -> None:
        self._milliseconds = milliseconds
        self._began = dt.datetime(2025, 6, 10, 9, 0, tzinfo=dt.UTC)

    def advance(self, milliseconds: int) -> None:
        """Let so much time pass."""
        self._milliseconds += milliseconds

    def wait(self, milliseconds: int) -> None:
        self.advance(milliseconds)

    def milliseconds(self) -> int:
        return self._milliseconds

    def utc(self) -> str:
        passed = dt.timedelta(milliseconds=self._milliseconds)
        return (self._began + passed).isoformat(timespec="milliseconds")


class LeapingClock(ManualClock):
    """A clock that passes over waits, on a wall that shows the true date."""

    def utc(self) -> str:
        return RealClock().utc()


class HurryingClock:
    """Another clock, so many times as fast: for a demonstration that nobody lives."""

    def __init__(self, clock: Clock | None = None) -> None:
        """Begin as fast as the other clock, by default the computer's own."""
        self._clock = clock or RealClock()
        self._times = 1.0
        self._since = self._clock.milliseconds()
        self._passed = 0.0

    def hurry(self, times: float) -> None:
        """Let so many seconds pass in one, from now on."""
        self._passed, self._since = self._so_far(), self._clock.milliseconds()
        self._times = times

    def milliseconds(self) -> int:
        return int(self._so_far())

    def _so_far(self) -> float:
        return self._passed + (self._clock.milliseconds() - self._since) * self._times

    def utc(self) -> str:
        return self._clock.utc()

    def wait(self, milliseconds: int) -> None:
        self._clock.wait(round(milliseconds / self._times))
