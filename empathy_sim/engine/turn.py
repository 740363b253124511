"""A state being decided upon, event by event."""

from __future__ import annotations

from typing import Literal, Self

from empathy_sim.engine import events as e
from empathy_sim.engine.evolving import write
from empathy_sim.engine.moves import Instant
from empathy_sim.engine.state import State
from empathy_sim.engine.timing import Beat, lived_stretches
from empathy_sim.engine.view import P, T, View
from empathy_sim.engine.waits import budget_of
from empathy_sim.journey.touchpoint import Due, Happens, Promising
from empathy_sim.journey.units import HOUR

Ender = Literal["customer", "company", "battery"]
_FEELINGS_APART = 120_000
"""Felt milliseconds between two prompts for a feeling, at least."""
_MOVED_BY = HOUR
"""A standing promise given an instant less than this away has not moved."""


class Turn(View[T, P], frozen=True, eq=False):
    """Collects what a move causes; each event is folded at once into a copy."""

    now: Instant
    at: tuple[int, int]
    """The instant, as every event begins."""
    events: list[e.Event]

    @classmethod
    def begun(cls, state: State, now: Instant) -> Self:
        """A turn at an instant; the state itself is left as it is."""
        draft = state.copied()
        draft.story_ms, draft.felt_ms = at = now.story_ms, now.felt_ms
        return cls(draft, now, at, [])

    def emit(self, event: e.Event) -> None:
        """Let an event have happened."""
        self.events.append(event)
        write(self.state, event)

    def step(self, step: str, **facts: e.Plain) -> None:
        """Progress that only this kind understands."""
        now = self.now
        self.emit(e.StepTaken(now.story_ms, now.felt_ms, step, facts))

    def meet(self, code: str, detail: str = "", cause: str | None = None) -> None:
        """A friction: its cause is the one given, the code's own, or the touchpoint's."""
        self.emit(e.FrictionMet(*self.at, code, self.cause_of(code, cause), detail))

    def cause_of(self, code: str, cause: str | None = None) -> str | None:
        """What answers for a friction here, as `stage/cause`."""
        noun = self.noun
        named = cause or noun.causes.get(code, noun.cause)
        return f"{self.state.stage}/{named}" if named else None

    def happen(self, happens: Happens) -> None:
        """Everything that an option, a turn or an arrival does beside speaking."""
        self.promise(happens)
        self.befall(happens)

    def befall(self, happens: Happens) -> None:
        """The friction and the kindness in it, without its promises."""
        if happens.friction:
            self.meet(happens.friction, cause=happens.cause)
        if happens.kindness:
            self.emit(e.KindnessShown(*self.at, self.words(happens.kindness)))

    def ask(self, fact: str, by: str, *, identity: bool = False) -> None:
        """The company asks for a fact; if it was given before, that is a friction."""
        again = self.state.given.get(fact, 0) > 0
        self.emit(e.AskedFor(*self.at, fact, by, identity))
        if again:
            self.meet("asked_again", fact)

    def give(self, fact: str, text: str) -> bool:
        """The customer gives a fact; whether it is the right one."""
        right = same_answer(text, self.fact(fact))
        self.emit(e.FactGiven(*self.at, fact, right))
        return right

    def promise(self, promising: Promising) -> None:
        """What something does to the journey's promises."""
        for name, due in promising.promises.items():
            self.emit(e.PromiseMade(*self.at, name, self._due(due)))
        for name, due in promising.moves.items():
            self._move(name, self._due(due))
        for name in promising.keeps:
            self.emit(e.PromiseKept(*self.at, name))
        for name in promising.denies:
            self.emit(e.PromiseBroken(*self.at, name, "denied"))
            self.meet("contradicted", name)

    def _move(self, name: str, to: int) -> None:
        known = self.state.promises.get(name)
        before = known.due if known else to
        if known and known.stands and abs(to - before) < _MOVED_BY:
            return
        self.emit(e.PromiseMoved(*self.at, name, before, to))
        if to > before:
            self.meet("promise_slipped", name)

    def _due(self, due: Due) -> int:
        return self.state.calendar.due(self.now.story_ms, due.in_, due.at)

    def wait(
        self,
        sort: e.WaitSort,
        length: int,
        beats: tuple[Beat, ...] = (),
        announced: int | None = None,
    ) -> None:
        """A wait begins; which of it is lived follows from the pace."""
        budget = budget_of(self.state, sort, length)
        lived = lived_stretches(length, budget, beats)
        self.emit(e.WaitBegan(*self.at, sort, length, budget, lived, announced))

    def end_wait(self, how: str) -> None:
        """The wait under way, if any, is over; what was cut of it until now is told."""
        wait = self.state.wait
        if wait is not None:
            cut = wait.cut_at(self.now.story_ms)
            if cut:
                self.emit(e.TimeCut(*self.at, cut))
            self.emit(e.WaitEnded(*self.at, wait.sort, how))

    def ask_feeling(self, why: str) -> None:
        """Ask how it feels, unless that would be too soon or was not wanted."""
        if may_ask_feeling(self.state, self.now.felt_ms):
            self.emit(e.ReactionAsked(*self.at, why))

    def end_contact(self, by: Ender, how: str) -> None:
        """The contact under way, if any, is over."""
        channel = self.state.contact
        if channel is not None:
            self.emit(e.ContactEnded(*self.at, channel, by, how))


def same_answer(given: str, held: str) -> bool:
    """Whether two answers are the same but for case, spaces and punctuation."""
    wanted = _bare(held)
    return bool(wanted) and _bare(given) == wanted


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def may_ask_feeling(state: State, felt_ms: int) -> bool:
    """Whether a prompt for a feeling may be shown at a felt instant."""
    if state.uninterrupted or state.asks_feeling is not None:
        return False
    last = state.asked_feeling_felt_ms
    return last is None or felt_ms - last >= _FEELINGS_APART
