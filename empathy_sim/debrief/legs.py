"""Calls, chats and visits, leg by leg."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from empathy_sim.debrief.placed import Place, Placed
from empathy_sim.debrief.waits import OPEN
from empathy_sim.engine import events as e
from empathy_sim.journey.touchpoint import Channel

Ender = Literal["customer", "company", "battery", "nobody"]
QUEUES = ("hold", "queue")


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a contact with, or on the way to, one desk.

    A contact that is passed on, or sent back into a queue, has a further leg.
    """

    queued_ms: int | None = None
    """The story instant of entering the queue; None where there was none."""
    answered_ms: int | None = None
    """The story instant at which somebody took it; None if nobody did."""
    ended_ms: int = 0
    how: str = OPEN
    """`finished`, `transferred`, `hung_up`, `dropped`, `lost_place`, ..., or `open`."""
    by: Ender = "nobody"
    people: tuple[str, ...] = ()
    able: bool = False
    """Whether any of them could help."""
    passed_on: bool = False
    """Whether it came from another leg of the same contact."""
    evidence: tuple[int, ...] = ()

    @property
    def queue_ms(self) -> int:
        """From entering the queue to the answer, or to the end without one."""
        if self.queued_ms is None:
            return 0
        until = self.ended_ms if self.answered_ms is None else self.answered_ms
        return until - self.queued_ms

    @property
    def handled_ms(self) -> int:
        """From the answer to the end, holds included; 0 where nobody answered."""
        return 0 if self.answered_ms is None else self.ended_ms - self.answered_ms


@dataclass(frozen=True, slots=True)
class Passed:
    """A time that the customer was passed on."""

    to: str
    cold: bool
    seq: int


@dataclass(frozen=True, slots=True)
class Contact:
    """One call, chat or visit to the website, from beginning to end."""

    channel: Channel
    began_ms: int
    ended_ms: int
    by: Ender = "nobody"
    how: str = OPEN
    legs: tuple[Leg, ...] = ()
    transfers: tuple[Passed, ...] = ()
    places: tuple[Place, ...] = ()
    """The visits to touchpoints in it, in order."""
    began_seq: int = 0
    ended_seq: int | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who was there, each once, in order."""
        return tuple(dict.fromkeys(who for leg in self.legs for who in leg.people))

    @property
    def is_answered(self) -> bool:
        """Whether a person took it at some time."""
        return any(leg.answered_ms is not None for leg in self.legs)

    @property
    def evidence(self) -> tuple[int, ...]:
        """The events that began and ended it."""
        ended = () if self.ended_seq is None else (self.ended_seq,)
        return (self.began_seq, *ended)

    def has(self, seq: int) -> bool:
        """Whether an event happened in it."""
        return self.began_seq <= seq and (
            self.ended_seq is None or seq <= self.ended_seq
        )


def contacts_of(log: Iterable[Placed]) -> tuple[Contact, ...]:
    """Every contact, in order; one that is under way ends with the log."""
    found: list[Contact] = []
    under_way: Contact | None = None
    for each in log:
        match each.event:
            case e.ContactBegan(channel=channel):
                began = each.story_ms
                under_way = Contact(channel, began, began, began_seq=each.seq)
            case e.ContactEnded() if under_way is not None:
                found.append(_ended(under_way, each, each.event))
                under_way = None
            case _ if under_way is not None:
                under_way = _gone_on(under_way, each)
            case _:
                pass
    return (*found, under_way) if under_way is not None else tuple(found)


def _ended(contact: Contact, at: Placed, event: e.ContactEnded) -> Contact:
    legs = contact.legs
    if legs and legs[-1].how == OPEN:
        legs = _with_last(legs, at, how=event.how, by=event.by, seen=True)
    return replace(
        contact,
        legs=legs,
        ended_ms=at.story_ms,
        by=event.by,
        how=event.how,
        ended_seq=at.seq,
    )


def _gone_on(contact: Contact, at: Placed) -> Contact:
    legs, more = contact.legs, contact
    match at.event:
        case e.TouchpointEntered():
            more = replace(contact, places=(*contact.places, at.place))
        case e.WaitBegan() | e.WaitEnded():
            legs = _waiting(legs, at, at.event)
        case e.PersonAnswered():
            legs = _answered(legs, at, at.event)
        case e.Transferred(to=to, cold=cold):
            legs = _with_last(legs, at, how="transferred", by="company", seen=True)
            passed = Passed(to, cold, at.seq)
            more = replace(contact, transfers=(*contact.transfers, passed))
        case _:
            pass
    if legs and legs[-1].how == OPEN:
        legs = (*legs[:-1], replace(legs[-1], ended_ms=at.story_ms))
    return replace(more, legs=legs, ended_ms=at.story_ms)


def _waiting(
    legs: tuple[Leg, ...], at: Placed, event: e.WaitBegan | e.WaitEnded
) -> tuple[Leg, ...]:
    match event:
        case e.WaitBegan(wait=sort) if sort in QUEUES:
            if legs and legs[-1].how == OPEN:
                legs = _with_last(legs, at, how="requeued", by="company")
            new = _new(legs, at)
            return (*legs, replace(new, queued_ms=at.story_ms))
        case e.WaitEnded(wait=sort, how="answered") if sort in QUEUES and legs:
            taken = replace(_seen(legs[-1], at), answered_ms=at.story_ms)
            return (*legs[:-1], taken)
        case e.WaitEnded(wait=sort, how="lost_place") if sort in QUEUES and legs:
            return _with_last(legs, at, how="lost_place", by="company", seen=True)
        case _:
            return legs


def _answered(
    legs: tuple[Leg, ...], at: Placed, event: e.PersonAnswered
) -> tuple[Leg, ...]:
    if not legs or legs[-1].how != OPEN:
        legs = (*legs, _new(legs, at))
    last = _seen(legs[-1], at)
    people = last.people if event.who in last.people else (*last.people, event.who)
    answered = at.story_ms if last.answered_ms is None else last.answered_ms
    there = replace(
        last, answered_ms=answered, people=people, able=last.able or event.able
    )
    return (*legs[:-1], there)


def _new(legs: tuple[Leg, ...], at: Placed) -> Leg:
    return Leg(ended_ms=at.story_ms, passed_on=bool(legs), evidence=(at.seq,))


def _seen(leg: Leg, at: Placed) -> Leg:
    if at.seq in leg.evidence:
        return leg
    return replace(leg, evidence=(*leg.evidence, at.seq))


def _with_last(
    legs: tuple[Leg, ...], at: Placed, *, how: str, by: Ender, seen: bool = False
) -> tuple[Leg, ...]:
    """With the last leg over."""
    if not legs:
        return legs
    last = _seen(legs[-1], at) if seen else legs[-1]
    return (*legs[:-1], replace(last, ended_ms=at.story_ms, how=how, by=by))
