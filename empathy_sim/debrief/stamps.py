"""Instants in both times, and where to draw them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.debrief.waits import Waited
from empathy_sim.journey.units import DAY, MINUTE

DAY_DRAWN = MINUTE
"""A day at home is drawn as long as this."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """An instant."""

    story_ms: int
    felt_ms: int
    drawn_ms: int
    """Story time in which each day at home is only as long as a minute."""
    when: str
    """`Tuesday 12:41`; `Tuesday 17 June, 12:41` in a log of more than a week."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """Makes stamps for one log."""

    names: Names
    days: tuple[tuple[int, int], ...]
    """The stretches of days at home, in story time."""
    log: Log

    @classmethod
    def of(cls, log: Log, waits: tuple[Waited, ...], names: Names) -> Stamps:
        """The stamps of one log."""
        days = tuple(
            (wait.began_ms, wait.ended_ms) for wait in waits if wait.sort == "days"
        )
        return cls(names, days, log)

    def of_event(self, each: Placed) -> Stamp:
        """The instant of an event."""
        return self.made(each.story_ms, each.felt_ms)

    def at(self, story_ms: int) -> Stamp:
        """A story instant, at the felt instant of what happened last by then."""
        after = bisect_right(self.log.story, story_ms)
        felt = self.log[after - 1].felt_ms if after else 0
        return self.made(story_ms, felt)

    def made(self, story_ms: int, felt_ms: int) -> Stamp:
        """An instant known in both times."""
        return Stamp(
            story_ms,
            felt_ms,
            self._drawn(story_ms),
            self.names.when(story_ms),
        )

    def _drawn(self, story_ms: int) -> int:
        at_home = 0
        for began, ended in self.days:
            if began < story_ms:
                at_home += min(ended, story_ms) - began
        return story_ms - at_home + at_home * DAY_DRAWN // DAY
