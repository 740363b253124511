"""A play without a clock: moves in virtual time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from empathy_sim.engine.deciding import advance
from empathy_sim.engine.events import Event, FrictionMet
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.moves import Consent, Instant, Move, Pace, Proceed, Wait
from empathy_sim.engine.opening import opening
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import State, before
from empathy_sim.journey.cast import Cast, Person
from empathy_sim.journey.freezing import digest, freeze, spelled
from empathy_sim.journey.script import Script

E = TypeVar("E", bound=Event)

NOBODY = Person(
    first_name="Margaret",
    last_name="O'Brien",
    email="margaret.obrien@example.com",
    phone="07700 900123",
    street="4 Sample Lane",
    postcode="ZZ1 1ZZ",
    town="Sampleton",
    born="14 May 1981",
)


def plain_cast(facts: dict[str, str] | None = None) -> Cast:
    """A cast that needs nothing drawn."""
    return Cast(person=NOBODY, facts=facts or {}, seed=1, locale="en_GB")


class Playthrough:
    """One play of a script on the pure engine; time passes when it is told to."""

    def __init__(
        self,
        script: Script,
        cast: Cast,
        *,
        pace: Pace = "workshop",
        at_stage: str | None = None,
        named: str | None = None,
    ) -> None:
        """Open a play of its own.

        Args:
            script: what is played.
            cast: whom it is played as.
            pace: how much of the waiting is lived.
            at_stage: the stage to begin at, where that is not the first.
            named: the script's name, where it is known; else it is worked out.
        """
        name = digest(spelled(freeze(script))) if named is None else named
        first = opening(script, cast, digest=name, pace=pace, at_stage=at_stage)
        self.log: list[Event] = list(first)
        self.state: State = fold(before(script), first)
        self.moves = 0

    @property
    def scene(self) -> Scene:
        """What can be seen and done now."""
        return scene_of(self.state)

    def do(self, move: Move) -> tuple[Event, ...]:
        """Make a move now.

        Raises:
            MoveRefused: it is not legal; nothing has changed.
        """
        return self._do(move, self.state.now)

    def _do(self, move: Move, now: Instant) -> tuple[Event, ...]:
        events, self.state = advance(self.state, move, now)
        self.log.extend(events)
        self.moves += 1
        return events

    def begin(self) -> None:
        """Go through everything before the first touchpoint."""
        self.do(Consent())
        while self.state.phase != "playing":
            self.do(Proceed())

    def tick(self) -> bool:
        """Let the next thing happen by itself; whether there was one."""
        at = next_at(self.state)
        if at is None:
            return False
        self._do(Wait(), Instant(at, self.state.felt_at(at)))
        return True

    def wait(self, story_ms: int) -> None:
        """Let so much story time pass, with everything that happens in it."""
        end = self.state.story_ms + story_ms
        while (at := next_at(self.state)) is not None and at <= end:
            self._do(Wait(), Instant(at, self.state.felt_at(at)))
        if self.state.story_ms < end:
            felt = self.state.felt_at(end)
            self.state = self.state.copied()
            self.state.story_ms, self.state.felt_ms = end, felt

    def wait_until(self, done: Callable[[State], bool], most: int = 1_000) -> None:
        """Let things happen until a state is reached.

        Raises:
            AssertionError: it is not reached by waiting.
        """
        for _ in range(most):
            if done(self.state):
                return
            if not self.tick():
                break
        if not done(self.state):
            raise AssertionError(f"not reached by waiting at {self.state.path}")

    def happened(self, kind: type[E]) -> list[E]:
        """Every event of a kind so far."""
        return [event for event in self.log if isinstance(event, kind)]

    def frictions(self) -> list[str]:
        """The codes of every friction met so far, in order."""
        return [event.code for event in self.happened(FrictionMet)]
