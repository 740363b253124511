"""What a script is said to take."""

from __future__ import annotations

from itertools import pairwise

import pytest

from empathy_sim.engine.events import WaitSort
from empathy_sim.engine.moves import Pace
from empathy_sim.rehearsal.lasting import Lasting, lasting_by_stage, minutes_of
from tests.rehearsal.shipped_scripts import (
    JOURNEYS,
    SCENARIOS,
    shipped_cast,
    shipped_script,
)

MINUTE = 60_000
PACES: tuple[Pace, ...] = ("instant", "brisk", "workshop", "real")


def minutes(name: str, pace: Pace, at_stage: str | None = None) -> int:
    return minutes_of(
        shipped_script(name), shipped_cast(name), pace=pace, at_stage=at_stage
    )


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_takes_what_its_author_says(name: str) -> None:
    script = shipped_script(name)

    assert minutes(name, "workshop") == script.journey.minutes
    assert minutes(name, "workshop", next(iter(script.stages))) == (
        script.journey.minutes
    )


@pytest.mark.parametrize("name", [*JOURNEYS, "slipping-hold", "the-one-who-can"])
def test_the_more_of_its_waiting_is_lived_the_longer_it_takes(name: str) -> None:
    taken = [minutes(name, pace) for pace in PACES]

    assert taken == sorted(taken)
    assert taken[0] < taken[-1]


def test_what_begins_later_takes_less() -> None:
    way = ("ordering", "assistant", "menu", "holding", "dani", "rated-solved")
    taken = [minutes("the-birthday-kettle", "workshop", stage) for stage in way]

    assert all(before > after for before, after in pairwise(taken))


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_episode_takes_a_minute_at_least(name: str) -> None:
    assert 1 <= minutes(name, "workshop") < 30


def test_one_long_wait_is_lived_longer_than_others() -> None:
    waits: tuple[tuple[WaitSort, int], ...] = (
        ("hold", 26 * MINUTE),
        ("hold", 14 * MINUTE),
        ("days", 9 * 86_400_000),
    )
    lasting = Lasting(doing=0, waits=waits)

    assert lasting.waiting("real") == 40 * MINUTE + 1_500
    assert lasting.waiting("workshop") == 210_000 + 45_000 + 1_500
    assert lasting.waiting("instant") == 0


def test_each_stage_takes_its_own_time_and_days_take_only_the_storys() -> None:
    name = "the-birthday-kettle"
    stages = lasting_by_stage(shipped_script(name), shipped_cast(name))

    assert tuple(stages) == tuple(shipped_script(name).stages)
    assert stages["waiting"].story > 5 * 24 * 60 * MINUTE
    assert stages["waiting"].felt("real") < MINUTE
    assert stages["holding"].story > 20 * MINUTE
    assert stages["holding"].felt("brisk") < MINUTE
