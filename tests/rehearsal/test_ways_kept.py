"""What was explored is kept under its name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from empathy_sim.rehearsal.exploring import exploration_name, explore, finished
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from empathy_sim.rehearsal.ways import Ways, from_plain, to_plain
from tests.rehearsal import small_journeys as small


def explored() -> Ways:
    return finished(explore(small.start_of(small.KEYS)))


def test_ways_come_back_from_a_file_as_they_were() -> None:
    ways = explored()

    assert from_plain(json.loads(json.dumps(to_plain(ways)))) == ways


@pytest.mark.parametrize(
    "plain",
    [None, [], 3, {}, {"format": 1}, {"format": 1, "ways": {"ways": "many"}}],
)
def test_what_is_not_ways_is_nothing(plain: Any) -> None:
    assert from_plain(plain) is None


def test_ways_of_another_form_are_nothing() -> None:
    assert from_plain({**to_plain(explored()), "format": 0}) is None


def test_a_name_tells_scripts_casts_and_places_apart() -> None:
    play = small.begun(small.ONE_QUEUE)
    other = Playthrough(small.ONE_QUEUE, plain_cast({"number": "7"}), pace="real")
    other.begin()
    names = {
        exploration_name(play.state),
        exploration_name(small.start_of(small.DROPS)),
        exploration_name(other.state),
    }
    play.tick()
    names.add(exploration_name(play.state))

    assert len(names) == 4
    assert all(name.removeprefix("ways-").isalnum() for name in names)


def test_a_name_does_not_depend_on_pace() -> None:
    names = set()
    for pace in ("real", "workshop", "instant"):
        play = Playthrough(small.KEYS, plain_cast(), pace=pace)
        play.begin()
        names.add(exploration_name(play.state))

    assert len(names) == 1
