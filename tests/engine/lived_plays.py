"""Plays in felt time, and ways through them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.deciding import decide
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import PARTS, State
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_scripts import SAMPLES, facts_of, journey_of, script_of

NAMES = sorted(path.stem for path in (SAMPLES / "scenarios").glob("*.yaml"))
LONG_WAY = "the-long-way"
FRAME = {"wait", "react", "pause", "resume", "leave"}
BREAKS_OFF = {"left", "skip"}

Step = tuple[int, int]
"""Felt milliseconds that pass, and which of the legal moves is made then."""
STEPS = st.builds(
    lambda seed, count: steps_of(random.Random(seed), count),
    st.integers(0, 2**32),
    st.integers(0, 80),
)
"""Many steps, of which hypothesis finds the fewest that matter."""


def steps_of(draws: random.Random, count: int) -> list[Step]:
    """Steps after no time, after a moment, and after a while."""
    return [
        (
            draws.choice([0, SECOND, 7 * SECOND, draws.randrange(5 * MINUTE)]),
            draws.randrange(420),
        )
        for _ in range(count)
    ]


def script_called(name: str) -> Script:
    return journey_of(name) if name == LONG_WAY else script_of(name)


class Lived:
    """A play in felt time: what is due is made to happen, as a session does."""

    def __init__(self, name: str, pace: m.Pace) -> None:
        script = script_called(name)
        self.play = Playthrough(script, plain_cast(facts_of(script)), pace=pace)
        self.play.begin()
        self.felt_ms = 0

    @property
    def state(self) -> State:
        return self.play.state

    def go_on(self, felt_ms: int) -> None:
        """Let felt time pass, with all that falls due in it."""
        self.felt_ms += felt_ms
        while (at := next_at(self.state)) is not None:
            felt = self.state.felt_at(at)
            if felt > self.felt_ms:
                return
            self.make(m.Wait(), m.Instant(at, felt))

    def now(self) -> m.Instant:
        felt = max(self.state.felt_ms, self.felt_ms)
        return m.Instant(self.state.story_at(felt), felt)

    def make(self, move: m.Move, now: m.Instant) -> tuple[e.Event, ...]:
        """Make a move at an instant."""
        events = decide(self.state, move, now)
        self.play.state = fold(self.state, events)
        self.play.log.extend(events)
        return events

    def moves(self, *, stays: bool = False) -> list[m.Move]:
        """The moves that are offered; those that break off are left out of some."""
        offers = scene_of(self.state, self.now().story_ms).offers
        return [
            move
            for offer in offers
            if offer.sort not in FRAME
            and not (stays and (offer.sort == "hang_up" or offer.id in BREAKS_OFF))
            for move in offer.examples
        ]

    def pick(self, number: int) -> None:
        """Make one of the moves that are offered, or none; seldom break off."""
        moves = self.moves(stays=number % 7 != 0)
        if moves and number % 3 != 0 and self.state.phase == "playing":
            self.make(moves[number % len(moves)], self.now())

    def walk(self, steps: list[Step]) -> Iterator[State]:
        """Each state after a step, while the story lasts."""
        for felt, number in steps:
            if self.state.is_over:
                return
            self.go_on(felt)
            self.pick(number)
            self.go_on(0)
            yield self.state


def parts(state: State) -> dict[str, object]:
    """All of a state but its script."""
    written = {"script", "noun"}
    return {name: getattr(state, name) for name in PARTS if name not in written}


def contents(state: State) -> str:
    """Everything in a state, down to the last value."""
    return repr(parts(state))
