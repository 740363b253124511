"""Every robot gets out of every counter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.rehearsal.robots import play_through
from empathy_sim.rehearsal.temperaments import ROBOTS, RobotName, Troupe
from tests.engine.made_scripts import SAMPLES, begun

NAMES = sorted(path.stem for path in (SAMPLES / "scenarios").glob("counter-*.yaml"))
MOST = 250
"""Moves at most, however a robot is made."""


@settings(max_examples=60)
@given(st.sampled_from(NAMES), st.sampled_from(ROBOTS), st.integers(0, 10_000))
def test_every_robot_gets_out_of_every_counter(
    name: str, robot: RobotName, seed: int
) -> None:
    play = begun(name)
    play_through(play, Troupe([robot], seed).robot(0), most_moves=MOST)

    assert play.state.ending in {"helped", "gone"}
