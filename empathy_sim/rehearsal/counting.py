"""What plays come to, counted without keeping them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine.state import State
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.lasting import OWN, THINKING, lasting_of
from empathy_sim.rehearsal.rehearsed import (
    CausedCount,
    EndingCount,
    FeelingSlice,
    FrictionCount,
    Minutes,
    RepeatCount,
)
from empathy_sim.rehearsal.sighting import Place, Reached, Sighting
from empathy_sim.rehearsal.spread import Spread, Spreading
from empathy_sim.rehearsal.stepping import SOLVED

SLICES = 16
"""Into so many stretches the predicted feelings are parted."""
_TELLING: frozenset[type] = OWN | {
    e.AskedFor,
    e.FrictionMet,
    e.JourneyEnded,
    e.PersonAnswered,
    e.Said,
    e.StageEntered,
    e.TouchpointEntered,
    e.WaitBegan,
    e.WaitEnded,
}
"""Whatever is counted; most of what happens is not."""


@dataclass
class _Felt:
    """How one stretch is meant to feel, over all plays."""

    pleasant: int = 0
    aroused: int = 0
    plays: int = 0


class Noted(Struct, frozen=True):
    """What one move came to."""

    events: Iterable[e.Event] = ()
    """What tells something."""
    reached: Iterable[Reached] = ()


_NOTHING = Noted()


@dataclass
class _OnePlay:
    """What one play has come to so far."""

    events: list[e.Event] = field(default_factory=list)
    """What tells something."""
    reached: list[Reached] = field(default_factory=list)
    """Each thing as often as it was reached."""


class Counting:
    """Watches one play after the other."""

    def __init__(self, script: Script, sighting: Sighting) -> None:
        self._script, self._sighting = script, sighting
        self.hits: Counter[Reached] = Counter()
        """How often each thing was reached."""
        self.plays_with: Counter[Reached] = Counter()
        """In how many plays."""
        self.endings: Counter[tuple[str, str]] = Counter()
        self.helped = 0
        self._story, self._to_help = Spreading(), Spreading()
        self._real, self._workshop, self._brisk = Spreading(), Spreading(), Spreading()
        self._contacts, self._a_play = Spreading(), Spreading()
        self._friction_times: Counter[str] = Counter()
        self._friction_plays: Counter[str] = Counter()
        self._caused: Counter[tuple[str, str]] = Counter()
        self._asked: dict[str, Spreading] = {}
        self._felt = [_Felt() for _ in range(SLICES)]
        self._one = _OnePlay()

    def begin(self, start: State) -> None:
        """Another play begins at a state."""
        one = self._one = _OnePlay()
        one.reached.append(Place(start.path))
        self._sighting.stand(None, start, one.reached.append)

    def look(self, before: State, events: tuple[e.Event, ...], after: State) -> Noted:
        """What a move comes to."""
        telling = [each for each in events if type(each) in _TELLING]
        reached: list[Reached] = []
        self._sighting.look(before, events, after, reached.append)
        return Noted(telling, reached) if telling or reached else _NOTHING

    def count(self, noted: Noted) -> None:
        """A move was made."""
        if noted is not _NOTHING:
            one = self._one
            one.events += noted.events
            one.reached += noted.reached

    def end(self, start: State, state: State, *, ended: bool) -> None:
        """The play is over.

        Args:
            start: where it began.
            state: where it stands.
            ended: whether it came to an end; of others only what they reached counts.
        """
        one = self._one
        self.hits.update(one.reached)
        self.plays_with.update(set(one.reached))
        if not ended:
            return
        frictions: list[str] = []
        asked: list[str] = []
        for event in one.events:
            if type(event) is e.FrictionMet:
                frictions.append(event.code)
                self._caused[event.cause or "", event.code] += 1
            elif type(event) is e.AskedFor:
                asked.append(event.fact)
            elif type(event) is e.JourneyEnded:
                self.endings[event.ending, event.outcome] += 1
        self._count_help(start, _helped_at(one.events))
        self._count_frictions(Counter(frictions))
        self._count_asked(Counter(asked))
        self._contacts.add(state.contacts)
        self._count_minutes(start, state)
        self._count_feelings(start, state)

    def _count_help(self, start: State, helped: int | None) -> None:
        if helped is not None:
            self.helped += 1
            self._to_help.add(_minutes(helped - start.story_ms))

    def _count_frictions(self, frictions: Counter[str]) -> None:
        self._a_play.add(frictions.total())
        self._friction_times.update(frictions)
        self._friction_plays.update(frictions.keys())

    def _count_asked(self, asked: Counter[str]) -> None:
        for fact, times in asked.items():
            self._asked.setdefault(fact, Spreading()).add(times)

    def _count_minutes(self, start: State, state: State) -> None:
        lasting = lasting_of(self._one.events, state.felt_ms - start.felt_ms)
        self._story.add(_minutes(state.story_ms - start.story_ms))
        self._real.add(_minutes(lasting.doing + lasting.waiting("real")))
        self._workshop.add(_minutes(lasting.doing + lasting.waiting("workshop")))
        self._brisk.add(_minutes(lasting.doing + lasting.waiting("brisk")))

    def _count_feelings(self, start: State, state: State) -> None:
        """Put what is meant to be felt where it is felt, as a share of the play."""
        marks = list(_meant(self._script, start, self._one.events))
        own = len([each for each in self._one.events if type(each) in OWN])
        whole = max(1, state.felt_ms - start.felt_ms + own * THINKING)
        at, feeling = 0, None
        for number, felt in enumerate(self._felt):
            while at < len(marks) and marks[at][0] * SLICES <= number * whole:
                feeling = marks[at][1:]
                at += 1
            if feeling is not None:
                felt.pleasant += feeling[0]
                felt.aroused += feeling[1]
                felt.plays += 1

    def ending_counts(self) -> tuple[EndingCount, ...]:
        """Every ending of the journey; those that were come to most first."""
        written = self._script.journey.endings.items()
        every = {(name, noun.outcome): 0 for name, noun in written}
        counted = (every | dict(self.endings)).items()
        in_order = sorted(counted, key=lambda each: (-each[1], each[0]))
        return tuple(
            EndingCount(name, outcome, plays) for (name, outcome), plays in in_order
        )

    def minutes(self) -> Minutes:
        """How long the plays were."""
        spreads = (self._story, self._real, self._workshop, self._brisk, self._to_help)
        return Minutes(*(each.spread() for each in spreads))

    def contacts(self) -> Spread:
        """Contacts by play."""
        return self._contacts.spread()

    def frictions_a_play(self) -> Spread:
        """Frictions by play."""
        return self._a_play.spread()

    def frictions(self) -> tuple[FrictionCount, ...]:
        """Every friction that was met, the commonest first."""
        in_order = sorted(self._friction_times.items(), key=lambda it: (-it[1], it[0]))
        return tuple(
            FrictionCount(code, times, self._friction_plays[code])
            for code, times in in_order
        )

    def caused(self) -> tuple[CausedCount, ...]:
        """Every friction by what caused it, by the names of the causes."""
        return tuple(
            CausedCount(code, cause, times)
            for (cause, code), times in sorted(self._caused.items())
            if cause
        )

    def repeats(self) -> tuple[RepeatCount, ...]:
        """Every fact that was asked for, by how often."""
        return tuple(
            RepeatCount(fact, spreading.spread())
            for fact, spreading in sorted(self._asked.items())
        )

    def feelings(self) -> tuple[FeelingSlice, ...]:
        """How the plays are meant to feel, from their beginning to their end."""
        return tuple(
            FeelingSlice(
                round(each.pleasant / max(1, each.plays), 2),
                round(each.aroused / max(1, each.plays), 2),
                each.plays,
            )
            for each in self._felt
        )


def _helped_at(events: Iterable[e.Event]) -> int | None:
    """The story instant at which somebody was able to help, or all was solved."""
    for event in events:
        if type(event) is e.PersonAnswered and event.able:
            return event.story_ms
        if type(event) is e.JourneyEnded and event.outcome == SOLVED:
            return event.story_ms
    return None


def _minutes(milliseconds: int) -> int:
    return round(milliseconds / MINUTE)


def _meant(
    script: Script, start: State, events: Iterable[e.Event]
) -> Iterator[tuple[int, int, int]]:
    """When something begins that is meant to feel some way, and how.

    When is felt milliseconds from the start, with the time it takes to do things.
    """
    stage, own = start.stage, 0
    first = script.touchpoint(stage, start.touchpoint).meant_to_feel
    if first is not None:
        yield 0, first.pleasant, first.aroused
    for event in events:
        if type(event) in OWN:
            own += 1
        elif type(event) is e.StageEntered:
            stage = event.stage
        elif type(event) is e.TouchpointEntered:
            felt = script.touchpoint(stage, event.touchpoint).meant_to_feel
            if felt is not None:
                at = event.felt_ms - start.felt_ms + own * THINKING
                yield at, felt.pleasant, felt.aroused
