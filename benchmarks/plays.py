"""Moves of robots, recorded once to be made again."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Instant, Move
from empathy_sim.engine.state import State
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import compose_journey
from empathy_sim.library.shelf import find_shelf, shipped
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import RandomRobot, play_through

JOURNEY = "the-birthday-kettle"
PLAYS = 60


@dataclass(frozen=True, slots=True)
class Recorded:
    """One play: where it began, what was done and when, what happened."""

    begins: State
    moves: tuple[tuple[Move, Instant], ...]
    log: tuple[Event, ...]


class _Recording(Playthrough):
    """A play that keeps its moves, the moments that pass by themselves among them."""

    def __init__(self, script: Script, cast: Cast, stage: str) -> None:
        super().__init__(script, cast, at_stage=stage)
        self.begins = self.state
        self.made: list[tuple[Move, Instant]] = []

    def _do(self, move: Move, now: Instant) -> tuple[Event, ...]:
        events = super()._do(move, now)
        self.made.append((move, now))
        return events


def shipped_script(name: str = JOURNEY) -> Script:
    """The shipped journey, composed.

    Raises:
        LookupError: it has problems.
    """
    shelf = find_shelf([shipped()])
    composed = compose_journey(shelf.journeys[name], shelf)
    if composed.script is None:
        raise LookupError(f"{name} has problems")
    return composed.script


def recorded_plays(plays: int = PLAYS) -> tuple[Recorded, ...]:
    """Random plays of the shipped journey, begun at each of its stages in turn."""
    script = shipped_script()
    cast, stages = cast_for(script, 1), tuple(script.stages)
    found = []
    for seed in range(plays):
        play = _Recording(script, cast, stages[seed % len(stages)])
        play_through(play, RandomRobot(Random(seed), leaves=0))
        found.append(Recorded(play.begins, tuple(play.made), tuple(play.log)))
    return tuple(found)
