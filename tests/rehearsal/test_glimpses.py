"""What robots glimpse is what people see."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import (
    PlayDidNotEnd,
    RandomRobot,
    own_offers,
    play_through,
)
from empathy_sim.rehearsal.sight import Glimpse
from tests.rehearsal.shipped_scripts import JOURNEYS, shipped_cast, shipped_script

PLAYS = 6


class _Looking:
    """A robot that sets what it glimpses beside the scene, and plays at random."""

    def __init__(self, seed: int) -> None:
        self._robot = RandomRobot(Random(seed), leaves=0)
        self.play: Playthrough | None = None
        self.looked = 0

    def decide(self, scene: Scene) -> m.Move | None:
        assert self.play is not None
        if scene.place is not None and scene.phase == "playing":
            glimpse = Glimpse(self.play.state)
            assert glimpse.asks == scene.asks
            assert glimpse.may("wait") == scene.may("wait")
            assert own_offers(glimpse) == own_offers(scene)
            assert glimpse.face == scene.face
            self.looked += 1
        return self._robot.decide(scene)


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_robot_glimpses_what_the_scene_shows(name: str) -> None:
    script, looked = shipped_script(name), 0
    stages = tuple(script.stages)
    for seed in range(PLAYS):
        robot = _Looking(seed)
        stage = stages[seed % len(stages)]
        robot.play = Playthrough(script, shipped_cast(name), at_stage=stage, named="")
        with suppress(PlayDidNotEnd):
            play_through(robot.play, robot, most_moves=300)
        looked += robot.looked

    assert looked > PLAYS
