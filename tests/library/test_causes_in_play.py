"""What goes wrong in play has a cause."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from empathy_sim.engine.events import FrictionMet
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import files_in, find_shelf, shipped
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import RandomRobot, play_through

SAMPLES = Path(__file__).parents[1] / "samples" / "scenarios"
SHELF = find_shelf([shipped()])
FILES = [*SHELF.journeys.values(), *SHELF.scenarios.values(), *files_in(SAMPLES)]
WITHOUT_CAUSE = {"call_cut_short"}
"""An empty battery is nobody's policy."""


def without_cause(script: Script, seed: int) -> set[tuple[str, str]]:
    """Where a robot met what has no cause: the touchpoint and the friction."""
    play = Playthrough(script, cast_for(script, seed), pace="instant")
    play.begin()
    play_through(play, RandomRobot(Random(seed)))
    return {
        (event.code, event.detail)
        for event in play.happened(FrictionMet)
        if event.cause is None and event.code not in WITHOUT_CAUSE
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_friction_that_is_met_has_a_cause(file: Path) -> None:
    composed = Composer(SHELF).compose(file)

    assert composed.script is not None, composed.problems
    assert [without_cause(composed.script, seed) for seed in range(6)] == [set()] * 6
