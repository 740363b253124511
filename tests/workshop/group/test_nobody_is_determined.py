"""Nobody can be worked out by comparing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pytest

from empathy_sim.workshop.group.answers import Counted
from empathy_sim.workshop.group.ledger import Batch, Ledger
from empathy_sim.workshop.group.releasing import Releaser
from tests.workshop.group.attacker import Attacker, Unknown

LEAST = 5
CATEGORIES = ("here", "there", "nowhere")
STATISTICS = ("where", "how long", "how it felt")
RELEASES = 20


@dataclass
class Cohort:
    """People who come, change what they tick, and are asked about again and again."""

    random: Random
    ledger: Ledger = field(default_factory=Ledger)
    ticked: set[str] = field(default_factory=set)
    ever: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        size = self.random.randint(1, 13)
        self.seats = [f"s{at:02}" for at in range(size)]
        weights = [self.random.choice((1, 1, 8)) for _ in CATEGORIES]
        self.where = {
            seat: self.random.choices(CATEGORIES, weights)[0] for seat in self.seats
        }
        self.long = {seat: self.random.choice((0, 3, 9)) for seat in self.seats}
        self.told: list[tuple[str, frozenset[str], Counted]] = []
        """Each release: the statistic, whom it is about, and its cells."""

    def one_more(self) -> None:
        """Another release, of some people, with other ticks than before."""
        for seat in self.seats:
            if self.random.random() < 0.08:
                self.ticked ^= {seat}
        tells = Releaser(self.ledger, {"curve": self.ticked})
        few = self.random.random() < 0.5
        among = [seat for seat in self.seats if not few or self.random.random() < 0.7]
        self._ask(tells, self.random.choice(STATISTICS), among)
        self.ledger = tells.ledger
        self.ever |= set(self.ledger.opened.get("curve", ()))

    def _ask(self, tells: Releaser, statistic: str, among: list[str]) -> None:
        values = {seat: self.long[seat] for seat in among}
        counted: Counted | None
        if statistic == "where":
            where = {seat: self.where[seat] for seat in among}
            counted = tells.counts(statistic, where, CATEGORIES, "curve")
        elif statistic == "how long":
            counted = None if tells.total(statistic, values).value is None else _ANY
        else:
            summed = tells.total(statistic, values, "curve", of_some=False)
            counted = None if summed.value is None else _ANY
        covered = tells.ledger.covered(statistic)
        known = frozenset(among) & tells.ledger.opened_by("curve")
        by_tick = statistic != "how long"
        if counted is not None and counted.of:
            about = covered | known if by_tick else covered
            self.told.append((statistic, about, counted))

    def attacked(self) -> Iterator[tuple[str, Attacker]]:
        """What can be worked out of each statistic."""
        for statistic in STATISTICS:
            known = self.ever if statistic != "how long" else set[str]()
            attacker = Attacker(known)
            for name, about, counted in self.told:
                if name == statistic:
                    self._heard(attacker, statistic, about, counted)
            if statistic == "where":
                attacker.parted(CATEGORIES, self.seats)
            yield statistic, attacker

    def _heard(
        self,
        attacker: Attacker,
        statistic: str,
        about: frozenset[str],
        counted: Counted,
    ) -> None:
        if statistic != "where":
            attacker.hears_sum((seat, "sum") for seat in sorted(about))
            return
        for category, number in counted.cells.items():
            known = sorted(about & attacker.known)
            of_known = sum(self.where[seat] == category for seat in known)
            attacker.hears_count(sorted(about), category, number - of_known)


_ANY = Counted(of=1, cells={})


def found_in(cohort: Cohort) -> list[tuple[Unknown, ...]]:
    """Everything that an attacker works out of fewer people than there must be."""
    found: list[tuple[Unknown, ...]] = []
    for statistic, attacker in cohort.attacked():
        categories = CATEGORIES if statistic == "where" else ("sum",)
        found += attacker.determined(cohort.seats, categories, LEAST)
        found += [(each,) for each in attacker.unanimous]
    return found


def too_small(ledger: Ledger) -> list[Batch]:
    """Everything, also what is no number, that was told of too few who show nothing."""
    left = [
        (each, len(set(each.seats) - ledger.opened_by(each.opened_by)))
        for each in ledger.batches
    ]
    return [each for each, people in left if 0 < people < LEAST]


def attack(cohorts: int) -> None:
    """So many cohorts, with twenty releases each."""
    releases = told = 0
    for seed in range(cohorts):
        cohort = Cohort(Random(seed))
        for _ in range(RELEASES):
            cohort.one_more()
        releases += RELEASES
        told += len(cohort.told)
        assert found_in(cohort) == [], f"cohort {seed}"
        assert too_small(cohort.ledger) == [], f"cohort {seed}"
    print(f"{cohorts} cohorts, {releases} releases asked for, {told} told: 0 people")
    assert told > releases // 4


def test_nobody_unticked_in_too_small_a_group_is_determined() -> None:
    attack(20)


@pytest.mark.long
def test_nobody_unticked_is_determined_in_many_cohorts() -> None:
    attack(500)


def test_the_attacker_finds_who_left_between_two_numbers() -> None:
    attacker = Attacker()
    seats = [f"s{at}" for at in range(6)]
    attacker.hears_count(seats, "here", 3)
    assert attacker.determined(seats, ["here"], LEAST) == []

    attacker.hears_count(seats[1:], "here", 2)

    assert (("s0", "here"),) in attacker.determined(seats, ["here"], LEAST)


def test_the_attacker_finds_the_one_who_did_not_tick() -> None:
    seats = [f"s{at}" for at in range(6)]
    attacker = Attacker(seats[1:])
    attacker.hears_count(seats, "here", 1)

    assert attacker.determined(seats, ["here"], LEAST) == [(("s0", "here"),)]
    assert attacker.unanimous == [("s0", "here")]


def test_without_a_ledger_the_same_releases_tell_of_single_people() -> None:
    """The attack is worth its name: it succeeds where nobody stands in its way."""
    random, found = Random(1), 0
    for seed in range(20):
        cohort = Cohort(Random(seed))
        attacker = Attacker()
        for _ in range(RELEASES):
            some = [seat for seat in cohort.seats if random.random() < 0.7]
            if len(some) >= LEAST:
                attacker.hears_sum((seat, "sum") for seat in some)
        found += bool(attacker.determined(cohort.seats, ["sum"], LEAST))

    assert found >= 5
