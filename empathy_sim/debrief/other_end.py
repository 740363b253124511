"""A call from both ends, second by second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.phrases import capital, lasting, many, sentence
from empathy_sim.debrief.placed import Log, Place, Placed
from empathy_sim.engine import events as e

_YOU = "You"


@dataclass(frozen=True, slots=True)
class Desk:
    """What was on the agent's desk at that second."""

    screen: str
    missing: str
    """What they needed and did not see; empty if nothing."""
    slow_ms: int
    """How long the tool took to answer; 0 where it did not keep them."""
    clock: str
    """What the timer on the call said; empty without one."""

    @property
    def says(self) -> tuple[str, ...]:
        """A short sentence for each thing."""
        told = [sentence(self.screen)]
        if self.missing:
            told.append(f"Not on it: {_lower(sentence(self.missing))}")
        if self.slow_ms:
            told.append(f"The tool takes {lasting(self.slow_ms)}.")
        if self.clock:
            told.append(sentence(f"The timer: {self.clock}"))
        return tuple(told)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was said, and what lay on the desk from then on."""

    seq: int
    at_ms: int
    """Story milliseconds since this person answered."""
    speaker: str
    """A name, or `You`."""
    says: str
    tone: str
    """`short`, `civil` or `sharp` where the player chose one; else empty."""
    desk: Desk | None
    """None where nothing changed on it."""


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """One conversation with a person, in two columns."""

    who: str
    where: str
    when: str
    today: tuple[str, ...]
    """What this agent's day had been; empty where nothing is known."""
    lines: tuple[Line, ...]


def other_ends(log: Log, names: Names) -> tuple[OtherEnd, ...]:
    """Every call with somebody whose desk is known, in order."""
    calls: dict[Place, list[Placed]] = {}
    for each in log.of(e.PersonAnswered, e.StepTaken, e.Said, e.OptionChosen):
        if each.place.kind == "call" and each.place.touchpoint:
            calls.setdefault(each.place, []).append(each)
    found = (_other_end(place, those, names) for place, those in calls.items())
    return tuple(each for each in found if each.today or _has_desk(each))


def _has_desk(end: OtherEnd) -> bool:
    return any(line.desk for line in end.lines)


@dataclass
class _Talk:
    """What has been taken in of one conversation."""

    who: str = ""
    began_ms: int = 0
    when: str = ""
    today: tuple[str, ...] = ()
    desk: Desk | None = None
    lines: list[Line] = field(default_factory=list)


def _other_end(place: Place, those: list[Placed], names: Names) -> OtherEnd:
    talk = _Talk()
    for each in those:
        match each.event:
            case e.PersonAnswered(who=who) if not talk.who:
                talk.who, talk.began_ms = who, each.story_ms
                talk.when = names.when(each.story_ms)
            case e.StepTaken(step="desk_today", facts=facts):
                talk.today = tuple(_today(facts))
            case e.StepTaken(step="desk", facts=facts):
                talk.desk = _desk(facts)
            case e.Said(speaker=speaker, says=says, words=words):
                you = speaker == "customer"
                _say(talk, each, _YOU if you else speaker, words or says)
            case e.OptionChosen(says=says, tone=tone):
                _say(talk, each, _YOU, says, tone or "")
            case _:
                pass
    return OtherEnd(
        talk.who, names.place(place), talk.when, talk.today, tuple(talk.lines)
    )


def _say(talk: _Talk, at: Placed, speaker: str, says: str, tone: str = "") -> None:
    since = at.story_ms - talk.began_ms
    talk.lines.append(Line(at.seq, since, speaker, says, tone, talk.desk))
    talk.desk = None


def _today(facts: Mapping[str, e.Plain]) -> Iterator[str]:
    calls = facts.get("calls_today")
    if isinstance(calls, int):
        yield f"{capital(many(calls, 'call'))} so far today."
    for name, head in (("target", "Measured by: "), ("since", "")):
        text = facts.get(name)
        if isinstance(text, str) and text:
            yield f"{head}{_lower(sentence(text)) if head else sentence(text)}"


def _desk(facts: Mapping[str, e.Plain]) -> Desk:
    slow = facts.get("slow")
    return Desk(
        screen=str(facts.get("screen") or ""),
        missing=str(facts.get("missing") or ""),
        slow_ms=slow if isinstance(slow, int) else 0,
        clock=str(facts.get("clock") or ""),
    )


def _lower(text: str) -> str:
    """With a small first letter, unless it is a name's or an abbreviation's."""
    first, _, _ = text.partition(" ")
    return text if first.isupper() else text[:1].lower() + text[1:]
