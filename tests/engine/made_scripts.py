"""Scripts as tests of the engine play them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from empathy_sim.engine.moves import Pace
from empathy_sim.journey.journey import Like
from empathy_sim.journey.script import Script
from empathy_sim.library.compose import compose_journey, compose_scenario
from empathy_sim.library.shelf import find_shelf
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast

SAMPLES = Path(__file__).parents[1] / "samples"


@cache
def script_of(name: str) -> Script:
    """The script of a sample scenario, playing alone by its defaults."""
    composed = compose_scenario(SAMPLES / "scenarios" / f"{name}.yaml")
    assert composed.script is not None, "\n".join(
        problem.as_text() for problem in composed.problems
    )
    return composed.script


@cache
def journey_of(name: str) -> Script:
    """The script of a sample journey."""
    file = SAMPLES / "journeys" / f"{name}.yaml"
    composed = compose_journey(file, find_shelf([SAMPLES]))
    assert composed.script is not None, "\n".join(
        problem.as_text() for problem in composed.problems
    )
    return composed.script


def facts_of(script: Script) -> dict[str, str]:
    """What the customer of a script holds, with nothing drawn."""
    held: Mapping[str, str | Like] = script.journey.customer.holds
    return {
        name: value if isinstance(value, str) else value.like
        for name, value in held.items()
    }


def played(script: Script, *, pace: Pace = "workshop") -> Playthrough:
    """A play of a script, at its first touchpoint."""
    play = Playthrough(script, plain_cast(facts_of(script)), pace=pace)
    play.begin()
    return play


def begun(name: str, *, pace: Pace = "workshop") -> Playthrough:
    """A play of a sample scenario, at its first touchpoint."""
    return played(script_of(name), pace=pace)
