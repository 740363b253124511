"""Every wait of a log, as it was lived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from empathy_sim.debrief.placed import Place, Placed
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


def waits_of(log: Iterable[Placed]) -> tuple[Waited, ...]:
    """Every wait, in order; one that is under way ends with the log."""
    found: list[Waited] = []
    under_way: Waited | None = None
    for each in log:
        match each.event:
            case e.WaitBegan():
                under_way = _begun(each, each.event)
            case e.WaitEnded(how=how) if under_way is not None:
                found.append(_ended(under_way, each, how, each.seq))
                under_way = None
            case _ if under_way is not None:
                under_way = _ended(under_way, each, OPEN)
            case _:
                pass
    return (*found, under_way) if under_way is not None else tuple(found)


def _begun(at: Placed, event: e.WaitBegan) -> Waited:
    return Waited(
        sort=event.wait,
        place=at.place,
        began_ms=at.story_ms,
        ended_ms=at.story_ms,
        felt_began_ms=at.felt_ms,
        felt_ended_ms=at.felt_ms,
        announced_ms=event.announced_ms,
        how=OPEN,
        evidence=(at.seq,),
    )


def _ended(wait: Waited, at: Placed, how: str, *seq: int) -> Waited:
    return replace(
        wait,
        ended_ms=at.story_ms,
        felt_ended_ms=at.felt_ms,
        how=how,
        evidence=(*wait.evidence, *seq),
    )


def by_others(waits: Iterable[Waited]) -> tuple[Waited, ...]:
    """The waits on hold, in queues and while somebody asks; not the days."""
    return tuple(each for each in waits if each.sort != "days")


def union_ms(stretches: Iterable[tuple[int, int]]) -> int:
    """How long some stretches last together, where none is counted twice."""
    total, reached = 0, None
    for begins, ends in sorted(stretches):
        start = begins if reached is None else max(begins, reached)
        total += max(0, ends - start)
        reached = ends if reached is None else max(reached, ends)
    return total
