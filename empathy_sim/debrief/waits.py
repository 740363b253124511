"""Every wait of a log, as it was lived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from empathy_sim.debrief.placed import Log, Place, Placed
from empathy_sim.engine import events as e

OPEN = "open"
"""How a wait, a leg or a contact stands that the log does not end."""


@dataclass(frozen=True, slots=True)
class Waited:
    """One wait, in both times."""

    sort: e.WaitSort
    place: Place
    began_ms: int
    ended_ms: int
    felt_began_ms: int
    felt_ended_ms: int
    announced_ms: int | None
    """What the customer was told, in story milliseconds."""
    how: str
    """`answered`, `dropped`, `hung_up`, `passed`, `left`, ..., or `open`."""
    evidence: tuple[int, ...]
    """The events that began and ended it."""

    @property
    def story_ms(self) -> int:
        """How long it was for the customer."""
        return self.ended_ms - self.began_ms

    @property
    def felt_ms(self) -> int:
        """How much of it the participant sat through."""
        return self.felt_ended_ms - self.felt_began_ms


def waits_of(log: Log) -> tuple[Waited, ...]:
    """Every wait, in order; one that is under way ends with the log."""
    found: list[Waited] = []
    began: Placed | None = None
    for each in log.of(e.WaitBegan, e.WaitEnded):
        match each.event:
            case e.WaitBegan():
                began = each
            case e.WaitEnded(how=how) if began is not None:
                found.append(_waited(began, each, how, (began.seq, each.seq)))
                began = None
            case _:
                pass
    if began is not None:
        found.append(_waited(began, log[-1], OPEN, (began.seq,)))
    return tuple(found)


def _waited(
    began: Placed, ended: Placed, how: str, evidence: tuple[int, ...]
) -> Waited:
    event = began.event
    assert isinstance(event, e.WaitBegan)
    return Waited(
        sort=event.wait,
        place=began.place,
        began_ms=event.story_ms,
        ended_ms=ended.story_ms,
        felt_began_ms=event.felt_ms,
        felt_ended_ms=ended.felt_ms,
        announced_ms=event.announced_ms,
        how=how,
        evidence=evidence,
    )


def by_others(waits: Iterable[Waited]) -> tuple[Waited, ...]:
    """The waits on hold, in queues and while somebody asks; not the days."""
    return tuple(each for each in waits if each.sort != "days")


class Cut(NamedTuple):
    """A stretch of a wait that nobody sat through."""

    wait: int
    """The number of the event that began the wait."""
    begins: int
    """A story instant."""
    ends: int

    def holds(self, at: Placed) -> bool:
        """Whether something happened in it; what happens as it ends was met."""
        return self.wait < at.seq and self.begins <= at.story_ms < self.ends


def cuts_of(log: Log, waits: Iterable[Waited]) -> tuple[Cut, ...]:
    """What was cut of waits by others."""
    return tuple(_cuts(log, by_others(waits)))


def _cuts(log: Log, waits: tuple[Waited, ...]) -> Iterator[Cut]:
    for each in log.of(e.TimeCut):
        match each.event:
            case e.TimeCut(story_ms=ends, length_ms=length):
                for wait in waits:
                    if wait.began_ms < ends <= wait.ended_ms:
                        yield Cut(wait.evidence[0], ends - length, ends)
            case _:
                pass


def union_ms(stretches: Iterable[tuple[int, int]]) -> int:
    """How long some stretches last together, where none is counted twice."""
    total, reached = 0, None
    for begins, ends in sorted(stretches):
        start = begins if reached is None else max(begins, reached)
        total += max(0, ends - start)
        reached = ends if reached is None else max(reached, ends)
    return total
