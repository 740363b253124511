"""Calls, chats and visits, leg by leg."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from empathy_sim.debrief.placed import Log, Place, Placed
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


@dataclass(slots=True)
class _Going:
    """A contact as it goes on."""

    began: Placed
    channel: Channel
    legs: list[Leg] = field(default_factory=list)
    transfers: list[Passed] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def _open(self) -> Leg | None:
        """The leg that is under way, if one is."""
        return self.legs[-1] if self.legs and self.legs[-1].how == OPEN else None

    def see(self, at: Placed) -> None:
        """Take in what happened next."""
        match at.event:
            case e.TouchpointEntered():
                self.places.append(at.place)
            case e.WaitBegan(wait=sort) if sort in QUEUES:
                self._end_leg(at, "requeued", "company", seen=False)
                self._new_leg(at, queued_ms=at.story_ms)
            case e.WaitEnded(wait=sort, how="answered") if sort in QUEUES and self.legs:
                self._mend(_seen(self.legs[-1], at), answered_ms=at.story_ms)
            case e.WaitEnded(wait=sort, how="lost_place") if sort in QUEUES:
                self._end_leg(at, "lost_place", "company")
            case e.PersonAnswered() as event:
                self._answered(at, event)
            case e.Transferred(to=to, cold=cold):
                self._end_leg(at, "transferred", "company")
                self.transfers.append(Passed(to, cold, at.seq))
            case _:
                pass

    def _mend(self, leg: Leg, **facts: Any) -> None:
        self.legs[-1] = replace(leg, **facts)

    def _new_leg(self, at: Placed, queued_ms: int | None = None) -> None:
        anew = bool(self.legs)
        self.legs.append(Leg(queued_ms, passed_on=anew, evidence=(at.seq,)))

    def _end_leg(self, at: Placed, how: str, by: Ender, *, seen: bool = True) -> None:
        last = self._open
        if last is not None:
            last = _seen(last, at) if seen else last
            self._mend(last, ended_ms=at.story_ms, how=how, by=by)

    def _answered(self, at: Placed, event: e.PersonAnswered) -> None:
        if self._open is None:
            self._new_leg(at)
        last = _seen(self.legs[-1], at)
        at_once = last.answered_ms is None
        self._mend(
            last,
            answered_ms=at.story_ms if at_once else last.answered_ms,
            people=tuple(dict.fromkeys((*last.people, event.who))),
            able=last.able or event.able,
        )

    def told(self, last: Placed, ended: e.ContactEnded | None) -> Contact:
        """The contact, up to its end or to what happened last."""
        if ended is not None:
            self._end_leg(last, ended.how, ended.by)
        elif self._open is not None:
            self._mend(self._open, ended_ms=last.story_ms)
        return Contact(
            self.channel,
            self.began.story_ms,
            last.story_ms,
            by=ended.by if ended else "nobody",
            how=ended.how if ended else OPEN,
            legs=tuple(self.legs),
            transfers=tuple(self.transfers),
            places=tuple(self.places),
            began_seq=self.began.seq,
            ended_seq=last.seq if ended else None,
        )


_FOLLOWED = (
    *(e.ContactBegan, e.ContactEnded, e.TouchpointEntered, e.WaitBegan),
    *(e.WaitEnded, e.PersonAnswered, e.Transferred),
)


def contacts_of(log: Log) -> tuple[Contact, ...]:
    """Every contact, in order; one that is under way ends with the log."""
    found: list[Contact] = []
    going: _Going | None = None
    for each in log.of(*_FOLLOWED):
        match each.event:
            case e.ContactBegan(channel=channel):
                going = _Going(each, channel)
            case e.ContactEnded() as ended if going is not None:
                found.append(going.told(each, ended))
                going = None
            case _ if going is not None:
                going.see(each)
            case _:
                pass
    if going is not None:
        found.append(going.told(log[-1], None))
    return tuple(found)


def _seen(leg: Leg, at: Placed) -> Leg:
    if at.seq in leg.evidence:
        return leg
    return replace(leg, evidence=(*leg.evidence, at.seq))
