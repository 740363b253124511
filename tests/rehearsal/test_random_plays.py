"""Every play of what is shipped ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from random import Random

import pytest

from empathy_sim.engine.events import FieldFilled
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import (
    MOST_MOVES,
    CuriousRobot,
    PlayDidNotEnd,
    RandomRobot,
    WillingRobot,
    moods,
    play_through,
)
from tests.rehearsal.shipped_scripts import (
    JOURNEYS,
    KETTLE,
    SCENARIOS,
    shipped_cast,
    shipped_script,
    with_a_fix,
)

PLAYS, ALONE = 100, 10
MANY, MANY_ALONE, WITH_A_FIX = 1_000, 100, 20
SELDOM = {
    *("account/locked", "assistant/sam", "dani/flat", "menu/on-its-way"),
    *("rosa/flat", "rosa/friday"),
}
"""Where few come: by a dead phone, by patience, by being refused again and again."""
BEHIND_A_FIX = {
    KETTLE: ("account/guest", "ordering/page-that-says-so", "ordering/parcel"),
    "the-cheapest-seat": (
        *("fare/fares-of-now", "money-bag/either", "money-train/either"),
        *("options/booked", "rated/asked-about-today"),
        *("weeks/late", "weeks/one", "weeks/three"),
    ),
    "between-eight-and-six": (
        *("ordering/monday", "ordering/order-asked", "socket/two-screws"),
    ),
}
"""What nobody comes to in a journey as it is, but once something is mended."""


@dataclass
class Tally:
    """What came of many plays."""

    name: str
    endings: Counter[str] = field(default_factory=Counter)
    moves: list[int] = field(default_factory=list)
    reached: set[str] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    endless: list[str] = field(default_factory=list)

    def add(self, play: Playthrough) -> None:
        state = play.state
        self.endings[state.ending or "left"] += 1
        self.moves.append(play.moves)
        self.reached |= set(state.visits)
        self.stages |= {path.partition("/")[0] for path in state.visits}

    def missed(self) -> set[str]:
        return {*touchpoints(shipped_script(self.name))} - self.reached

    def __str__(self) -> str:
        there = len({*touchpoints(shipped_script(self.name))})
        return (
            f"{self.name}: plays {len(self.moves)}, endless {len(self.endless)}, "
            f"moves {sum(self.moves)}, at most {max(self.moves)}; "
            f"endings {dict(self.endings.most_common())}; "
            f"touchpoints {there - len(self.missed())} of {there}, "
            f"not {sorted(self.missed())}"
        )


def touchpoints(script: Script) -> Iterable[str]:
    for name, stage in script.stages.items():
        for touchpoint in stage.scenario.touchpoints:
            yield f"{name}/{touchpoint}"


def robot_for(seed: int, tried: Counter[str]) -> RandomRobot | CuriousRobot:
    """A robot that does anything, one time in four, or one that is curious."""
    random = Random(seed)
    if seed % 4 == 0:
        return RandomRobot(random)
    return CuriousRobot(random, tried, *moods(random))


@cache
def played(name: str, plays: int) -> Tally:
    """Plays that begin at the beginning, and at each stage in turn."""
    script, tried, tally = shipped_script(name), Counter[str](), Tally(name)
    stages = [None, *script.stages]
    for seed in range(plays):
        stage = stages[seed % len(stages)]
        play = Playthrough(script, shipped_cast(name), at_stage=stage)
        try:
            play_through(play, robot_for(seed, tried))
        except PlayDidNotEnd as endless:
            tally.endless.append(f"seed {seed}, from {stage}: {endless}")
        tally.add(play)
    print(tally)
    return tally


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_random_play_of_a_journey_ends_and_all_its_stages_are_reached(
    name: str,
) -> None:
    tally = played(name, PLAYS)

    assert tally.endless == []
    assert tally.stages == {*shipped_script(name).stages}
    assert len(tally.missed()) <= len(tally.reached) // 4
    assert max(tally.moves) < MOST_MOVES


def test_a_hundred_robots_reach_all_of_the_kettle_where_more_than_a_few_come() -> None:
    assert played(KETTLE, PLAYS).missed() <= SELDOM | {*BEHIND_A_FIX[KETTLE]}


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_random_play_of_a_scenario_ends(name: str) -> None:
    assert played(name, ALONE).endless == []


@pytest.mark.long
@pytest.mark.parametrize("name", JOURNEYS)
def test_each_of_many_plays_of_a_journey_ends_and_robots_reach_all_of_it(
    name: str,
) -> None:
    tally = played(name, MANY)

    assert tally.endless == []
    assert tally.missed() == {*BEHIND_A_FIX.get(name, ())}


@pytest.mark.parametrize(
    ("name", "path"),
    [(name, path) for name in BEHIND_A_FIX for path in BEHIND_A_FIX[name]],
)
def test_what_is_behind_a_fix_is_reached_when_it_is_made(name: str, path: str) -> None:
    stage, tried = path.partition("/")[0], Counter[str]()
    plays = (
        played_from(script, name, stage, robot_for(seed, tried))
        for script in with_a_fix(name, stage)
        for seed in range(WITH_A_FIX)
    )

    assert any(path in reached for reached in plays)


def played_from(
    script: Script, name: str, stage: str, robot: RandomRobot | CuriousRobot
) -> set[str]:
    """What one play comes by that begins at a stage."""
    play = Playthrough(script, shipped_cast(name), at_stage=stage)
    play_through(play, robot)
    return set(play.state.visits)


@pytest.mark.long
@pytest.mark.parametrize("name", SCENARIOS)
def test_each_of_many_plays_of_a_scenario_ends(name: str) -> None:
    assert played(name, MANY_ALONE).endless == []


@pytest.mark.parametrize("name", [*JOURNEYS, *SCENARIOS])
def test_who_does_the_first_sensible_thing_comes_to_an_end(name: str) -> None:
    play = Playthrough(shipped_script(name), shipped_cast(name))

    play_through(play, WillingRobot(Random(1)))

    assert play.state.is_over


def test_the_same_seed_plays_the_same() -> None:
    logs = []
    for _ in range(2):
        play = Playthrough(shipped_script(KETTLE), shipped_cast(KETTLE))
        play_through(play, CuriousRobot(Random(7)))
        logs.append(play.log)

    assert logs[0] == logs[1]


def test_a_play_that_does_not_end_is_told_with_its_place() -> None:
    play = Playthrough(shipped_script(KETTLE), shipped_cast(KETTLE))

    with pytest.raises(PlayDidNotEnd, match="not over after 3 moves, at "):
        play_through(play, RandomRobot(Random(1), marks=1, leaves=0), most_moves=3)


def test_the_curious_robot_seldom_closes_a_page_and_tries_what_is_left() -> None:
    tried = Counter[str]()
    for seed in range(20):
        play = Playthrough(
            shipped_script("locked-account"), shipped_cast("locked-account")
        )
        play_through(play, CuriousRobot(Random(seed), tried))

    closed = sum(times for what, times in tried.items() if what.endswith(" left"))
    sent = sum(times for what, times in tried.items() if what.endswith(" submit"))
    assert 0 < closed < sent


def test_who_reads_what_a_form_says_gets_an_account_without_an_apostrophe() -> None:
    play = Playthrough(shipped_script("locked-account"), shipped_cast("locked-account"))
    play_through(play, CuriousRobot(Random(1), care=1.0, silence=0.0, diligence=1.0))

    typed = [each.words for each in play.happened(FieldFilled)]
    assert typed[:3] == ["HV-104233-QK", "O'Brien", "OBrien"]
    assert "alone/welcome" in play.state.visits
