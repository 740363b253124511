"""From asking for help to getting it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from empathy_sim.debrief.legs import Contact
from empathy_sim.debrief.outcome import OPEN
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.debrief.waits import Waited
from empathy_sim.engine import events as e
from empathy_sim.journey.script import STOPPED


@dataclass(frozen=True, slots=True)
class Help:
    """The contacts in which help was sought, and what came of it."""

    contacts: tuple[Contact, ...] = ()
    """Those from the first in which help was sought, in order."""
    needed: bool = False
    """Whether anything went wrong at all."""
    helped_ms: int | None = None
    """The story instant at which somebody able to help was there; None if never."""
    helped_seq: int | None = None
    who: str = ""
    picked_up: bool = False
    """Whether it ends as somebody picks up, before it shows who that is."""

    @property
    def began_ms(self) -> int | None:
        """The story instant at which it was first sought; None if it never was."""
        return self.contacts[0].began_ms if self.contacts else None

    @property
    def took_ms(self) -> int | None:
        """How long it took; None where nobody able to help was reached."""
        if self.began_ms is None or self.helped_ms is None:
            return None
        return self.helped_ms - self.began_ms

    @property
    def evidence(self) -> tuple[int, ...]:
        """The first contact's beginning, and the person."""
        began = tuple(each.began_seq for each in self.contacts[:1])
        return began if self.helped_seq is None else (*began, self.helped_seq)

    def without(self, outcome: str) -> str:
        """What is said where nobody able to help was there.

        Args:
            outcome: what the journey came to.
        """
        if self.picked_up:
            return PICKED_UP
        if not self.needed:
            return _NOTHING_WRONG.get(outcome, _NOT_BY_THEN)
        return _WITHOUT.get(outcome, _NOBODY)


PICKED_UP = "Somebody picked up. The story stops there, before it tells whether they could help."
_NOBODY = "Nobody able to help was reached."
_WITHOUT: Mapping[str, str] = {
    "solved": "It was settled without anybody who was able to help.",
    "partly": "Part of it was settled, without anybody who was able to help.",
    STOPPED: "Nobody able to help has been reached where the story stops.",
    OPEN: "Nobody able to help has been reached so far.",
}
"""By what the journey came to; of every other, that nobody was reached."""
_NOT_BY_THEN = "Nothing had gone wrong by then."
_NOTHING_WRONG: Mapping[str, str] = {
    "solved": "Nothing went wrong, and nobody was needed.",
    OPEN: "Nothing has gone wrong so far.",
}


def help_of(log: Log, contacts: tuple[Contact, ...], waits: Iterable[Waited]) -> Help:
    """Where help was sought, and found.

    Help is sought from the first contact on. A contact that ended before anything
    had gone wrong, and was followed by days at home, comes before that: an order
    placed in peace does not yet ask for help. Nor does what a shop does to sell.
    """
    days = tuple(wait.evidence[0] for wait in waits if wait.sort == "days")
    needed = log.first(e.FrictionMet) is not None
    wrong = _wrong(log)
    sought = contacts if wrong is None else _sought(wrong.seq, len(log), contacts, days)
    for each in log.of(e.PersonAnswered):
        match each.event:
            case e.PersonAnswered(able=True, who=who) if (
                sought and each.seq >= sought[0].began_seq
            ):
                return Help(sought, needed, each.story_ms, each.seq, who)
            case _:
                pass
    return Help(sought, needed, picked_up=_picked_up(log))


_OF_SELLING = frozenset({"price_rose", "added_unasked", "no_made_hard"})
"""What is met while buying, and nobody asks for help with."""


def _wrong(log: Log) -> Placed | None:
    """The first that went wrong of what somebody might need help with."""
    for each in log.of(e.FrictionMet):
        match each.event:
            case e.FrictionMet(code=code) if code not in _OF_SELLING:
                return each
            case _:
                pass
    return None


_TURNS = (
    *(e.WaitEnded, e.WaitBegan, e.PersonAnswered),
    *(e.JourneyLeft, e.JourneyEnded),
)


def _picked_up(log: Log) -> bool:
    """Whether the last wait ended in an answer, and the journey with it.

    An episode of waiting, played alone, ends so; in a journey a person follows.
    """
    answered = False
    for each in log.of(*_TURNS):
        match each.event:
            case e.WaitEnded(wait="hold" | "queue", how="answered"):
                answered = True
            case e.WaitBegan() | e.PersonAnswered() | e.JourneyLeft():
                answered = False
            case e.JourneyEnded():
                return answered
            case _:
                pass
    return False


def _sought(
    wrong: int, last: int, contacts: tuple[Contact, ...], days: tuple[int, ...]
) -> tuple[Contact, ...]:
    """The contacts but for those that ended in peace, with days after them."""
    for at, contact in enumerate(contacts):
        onward = contacts[at + 1].began_seq if at + 1 < len(contacts) else last
        ended = contact.ended_seq
        in_peace = ended is not None and ended < wrong
        if not in_peace or not any((ended or 0) < day <= onward for day in days):
            return contacts[at:]
    return ()
