"""Nobody is worked out from a wall."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from empathy_sim.workshop.group.steps import Wall
from tests.workshop.group.made_cohorts import Cohort
from tests.workshop.group.modular import Basis
from tests.workshop.group.wall_attacker import WallAttacker
from tests.workshop.group.wall_sums import (
    found_in_majorities,
    found_in_sums,
    found_in_words,
)

LEAST = 5


def found_by(attacker: WallAttacker, cohort: Cohort) -> list[str]:
    """Everything that follows of fewer people than there must be."""
    return [
        *attacker.found(),
        *found_in_sums(cohort, LEAST),
        *found_in_majorities(cohort),
        *found_in_words(cohort),
    ]


def attack(cohorts: int, releases: int) -> None:
    """So many rooms, whose walls are shown and brought up so often."""
    numbers = 0
    for seed in range(cohorts):
        cohort = Cohort(Random(seed))
        for _ in range(releases):
            cohort.one_more()
        attacker = WallAttacker(cohort, LEAST)
        assert found_by(attacker, cohort) == [], f"cohort {seed}"
        numbers += attacker.numbers
    print(f"{cohorts} rooms, {releases} walls each, {numbers} numbers: 0 people")
    assert numbers > cohorts * releases


def first_wall(seed: int) -> Cohort:
    """A room whose first step alone stands on the wall."""
    cohort = Cohort(Random(seed), walls=[])
    while not cohort.walls or not cohort.walls[-1].steps:
        cohort.one_more()
    del cohort.walls[:-1]
    return cohort


def with_one_left_out(wall: Wall, statistic: str) -> Wall:
    """The same, as if one of them had had nothing to tell and were not in it."""
    [batch] = wall.ledger.of(statistic)
    fewer = replace(batch, seats=batch.seats[1:])
    batches = [fewer if each == batch else each for each in wall.ledger.batches]
    return replace(wall, ledger=replace(wall.ledger, batches=tuple(batches)))


def test_the_attacker_finds_whoever_is_left_out_of_a_number() -> None:
    found = []
    for seed in range(12):
        cohort = first_wall(seed)
        if not WallAttacker(cohort, LEAST).told.get("worst friction"):
            continue
        cohort.walls[:] = [with_one_left_out(cohort.walls[-1], "worst friction")]
        found += [*WallAttacker(cohort, LEAST).found()]

    assert any("worst friction: " in each and "without" in each for each in found)


def test_the_attacker_finds_one_by_two_sums() -> None:
    basis = Basis()
    seats = [f"s{at}" for at in range(7)]
    basis.hears({(seat, "sum"): 1 for seat in seats})
    rests = {seat: basis.rest({(seat, "sum"): 1}) for seat in seats}
    assert list(basis.vanishing(rests, LEAST)) == []

    basis.hears({(seat, "sum"): 1 for seat in seats[1:]})

    rests = {seat: basis.rest({(seat, "sum"): 1}) for seat in seats}
    assert list(basis.vanishing(rests, LEAST)) == [("s0",)]


def test_no_wall_tells_of_too_few_who_ticked_nothing() -> None:
    attack(10, 6)


@pytest.mark.long
def test_no_wall_of_many_rooms_tells_of_too_few_who_ticked_nothing() -> None:
    attack(500, 20)
