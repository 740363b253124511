"""Sessions of robots, as they would be stored."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from benchmarks.plays import shipped_script
from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Consent, Proceed
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import CuriousRobot, PlayDidNotEnd, play_through
from empathy_sim.session.spelling import row_of

LEAST_EVENTS = 300
"""A play that ends before that tells too little."""
DIFFERENT = 12
BEGINS_AT = "looking"
"""The stage from which plays become long."""
_UTC = "2025-06-10T10:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Made:
    """One session: what happened in it, and as it would be stored."""

    log: tuple[Event, ...]
    bodies: tuple[str, ...]
    """The JSON of each event."""


def made_sessions(
    different: int = DIFFERENT, least: int = LEAST_EVENTS
) -> tuple[Script, tuple[Made, ...]]:
    """So many plays of the shipped journey, none alike, each of so many events."""
    script, tried = shipped_script(), Counter[str]()
    found: list[Made] = []
    seed = 0
    while len(found) < different:
        log = _played(script, CuriousRobot(Random(seed), tried, 1.0, 0.0, 0.5))
        if len(log) >= least:
            found.append(Made(log, tuple(_bodies(log))))
        seed += 1
    return script, tuple(found)


def _played(script: Script, robot: CuriousRobot) -> tuple[Event, ...]:
    play = Playthrough(script, cast_for(script, 1), at_stage=BEGINS_AT)
    play.do(Consent(script.journey.departments[:2]))
    while play.state.phase != "playing":
        play.do(Proceed())
    with suppress(PlayDidNotEnd):
        play_through(play, robot)
    return tuple(play.log)


def _bodies(log: Sequence[Event]) -> list[str]:
    return [row_of(event, seq, _UTC).body for seq, event in enumerate(log, 1)]


def filled_up(made: Sequence[Made], events: int) -> list[Made]:
    """These sessions over and over, until they have so many events in all."""
    found: list[Made] = []
    total = 0
    while total < events:
        each = made[len(found) % len(made)]
        found.append(each)
        total += len(each.log)
    return found


def decode(sessions: Sequence[Made]) -> None:
    """Read the JSON of every event, and do nothing with it."""
    for each in sessions:
        for body in each.bodies:
            json.loads(body)
