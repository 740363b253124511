"""Tickets drawn and visits awaited, as they went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from empathy_sim.debrief.placed import Log, Place, Placed
from empathy_sim.engine import events as e

Ended = Literal["met", "not_at_home", "put_off", "left", "open"]
_NOT_AT_HOME = ("away", "unanswered", "card")
_KIND = "counter"


@dataclass(frozen=True, slots=True)
class AwaitedVisit:
    """A visit for which somebody stayed at home."""

    began_ms: int
    ended_ms: int
    ended: Ended = "open"
    in_window: bool = False
    """Whether somebody came within the hours that were last given."""
    in_first: bool = False
    """Whether it was within those that were given first."""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnTicket:
    """A ticket, and what became of it."""

    number: str
    drawn_ms: int
    called_ms: int | None = None
    """The story instant at which it was called; None if that was not waited for."""
    helped: bool = False
    """Whether the counter was the one at which the matter is seen to."""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HallVisit:
    """A visit to a hall, from the door to a person or to going away."""

    came_ms: int
    served_ms: int | None
    """The story instant at which somebody saw to it."""
    tickets: tuple[DrawnTicket, ...]
    evidence: tuple[int, ...]


def awaited_visits(log: Log) -> tuple[AwaitedVisit, ...]:
    """Every visit that was awaited at home, in order."""
    return tuple(visit for stay in _stays(log) for visit in _awaited(stay))


def hall_visits(log: Log) -> tuple[HallVisit, ...]:
    """Every time in a hall, in order."""
    return tuple(each for stay in _stays(log) for each in _in_a_hall(stay))


def _stays(log: Log) -> Iterator[list[Placed]]:
    """What happened at each visit to such a touchpoint, up to leaving it."""
    stay: list[Placed] = []
    place: Place | None = None
    for each in log.of(e.TouchpointEntered, e.StepTaken, e.TouchpointLeft):
        if each.place.kind != _KIND:
            continue
        if each.place != place:
            if stay:
                yield stay
            stay, place = [], each.place
        stay.append(each)
    if stay:
        yield stay


def _awaited(stay: list[Placed]) -> Iterator[AwaitedVisit]:
    visit: AwaitedVisit | None = None
    for at in stay:
        match at.event:
            case e.StepTaken(step="awaits"):
                visit = AwaitedVisit(at.story_ms, at.story_ms, evidence=(at.seq,))
            case e.StepTaken(step="turn" | "lost", facts=facts) if visit is not None:
                visit = replace(
                    _seen(visit, at),
                    in_window=bool(facts.get("in_window")),
                    in_first=bool(facts.get("in_first")),
                    ended=_ended(str(facts.get("how", ""))),
                )
            case e.StepTaken(step="met") if visit is not None:
                visit = replace(_seen(visit, at), ended="met")
            case e.TouchpointLeft(exit=exit_) if visit is not None:
                left = visit.ended == "open" or exit_ == "left"
                visit = replace(_seen(visit, at), ended="left" if left else visit.ended)
            case _:
                pass
    if visit is not None:
        yield visit


def _ended(how: str) -> Ended:
    if how in _NOT_AT_HOME:
        return "not_at_home"
    return "put_off" if how == "put_off" else "open"


def _seen(visit: AwaitedVisit, at: Placed) -> AwaitedVisit:
    return replace(visit, ended_ms=at.story_ms, evidence=(*visit.evidence, at.seq))


def _in_a_hall(stay: list[Placed]) -> Iterator[HallVisit]:
    tickets: list[DrawnTicket] = []
    served: Placed | None = None
    for at in stay:
        match at.event:
            case e.StepTaken(step="drawn", facts=facts):
                number = str(facts["number"])
                tickets.append(DrawnTicket(number, at.story_ms, evidence=(at.seq,)))
            case e.StepTaken(step="turn") if tickets:
                evidence = (*tickets[-1].evidence, at.seq)
                tickets[-1] = replace(
                    tickets[-1], called_ms=at.story_ms, evidence=evidence
                )
            case e.StepTaken(step="met") if tickets:
                tickets[-1] = replace(tickets[-1], helped=True)
                served = at
            case _:
                pass
    if tickets:
        first, ended = stay[0], [served.seq] if served else []
        seqs = {first.seq, *ended, *(seq for each in tickets for seq in each.evidence)}
        yield HallVisit(
            first.story_ms,
            served.story_ms if served else None,
            tuple(tickets),
            tuple(sorted(seqs)),
        )
