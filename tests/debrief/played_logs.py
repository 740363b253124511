"""Logs of whole plays, and the same moves again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from random import Random

from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Consent, Move, Pace, Predict, Proceed, React
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from empathy_sim.rehearsal.robots import (
    PlayDidNotEnd,
    RandomRobot,
    WillingRobot,
    play_through,
)
from tests.engine.made_scripts import facts_of, journey_of, script_of

SCRIPTS = (
    *("hold-slips", "hold-still-there", "menu-loops", "call-cold-transfer"),
    *("call-supervisor-hold", "chat-hands-over", "days-interrupted", "form-expires"),
    *("order-part-and-refund", "survey-too-soon"),
    *("search-circle", "search-number-at-hours"),
)
Made = tuple[int, Move]
"""A story instant, and what was done then."""


@cache
def script_named(name: str) -> Script:
    """A sample scenario playing alone, or the one sample journey."""
    return journey_of(name) if name == "the-long-way" else script_of(name)


@dataclass
class Noting:
    """A robot that notes when it does what."""

    robot: RandomRobot | WillingRobot
    play: Playthrough
    made: list[Made] = field(default_factory=list)

    def decide(self, scene: Scene) -> Move | None:
        move = self.robot.decide(scene)
        if move is not None:
            self.made.append((self.play.state.story_ms, move))
        return move


def begun_play(script: Script, pace: Pace) -> Playthrough:
    """A play at its first touchpoint, with a mark on the card and a guess each."""
    play = Playthrough(script, plain_cast(facts_of(script)), pace=pace)
    play.do(Consent(script.journey.departments[:1]))
    while play.state.phase != "playing":
        if play.state.phase == "card":
            play.do(React(1, 0))
        if play.state.phase == "predicting":
            for asked in script.journey.predictions:
                play.do(Predict(asked.id, asked.least + 1))
        play.do(Proceed())
    return play


def played(name: str, seed: int, *, pace: Pace = "workshop") -> tuple[Event, ...]:
    """The log of a random play, down to its debrief if it came to its end."""
    play = begun_play(script_named(name), pace)
    robot = RandomRobot(Random(seed), patience=0.995, marks=0.08, leaves=0.004)
    try:
        play_through(play, robot, most_moves=400)
    except PlayDidNotEnd:
        return tuple(play.log)
    if play.state.phase == "ending":
        play.do(React(-2, 1, "tired"))
    return tuple(play.log)


def noted(name: str, seed: int) -> tuple[tuple[Event, ...], list[Made]]:
    """The log of a patient play at workshop pace, and what was done when."""
    play = begun_play(script_named(name), "workshop")
    robot = Noting(WillingRobot(Random(seed)), play)
    with suppress(PlayDidNotEnd):
        play_through(play, robot, most_moves=300)
    return tuple(play.log), robot.made


def made_again(
    name: str, made: list[Made], pace: Pace, *, until: int
) -> tuple[Event, ...]:
    """The same moves at the same story instants, at another pace.

    Args:
        name: what is played.
        made: the moves.
        pace: how much of the waiting is lived.
        until: the story instant up to which time passes after the last of them.
    """
    play = begun_play(script_named(name), pace)
    for at, move in made:
        play.wait(at - play.state.story_ms)
        try:
            play.do(move)
        except MoveRefused:
            continue
    play.wait(until - play.state.story_ms)
    return tuple(play.log)


def every_play(seeds: int) -> Iterator[tuple[Script, tuple[Event, ...]]]:
    """Random plays of every sample, a few of each."""
    for name in (*SCRIPTS, "the-long-way"):
        for seed in range(seeds):
            yield script_named(name), played(name, seed)
