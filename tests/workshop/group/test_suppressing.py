"""Which counts are told, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from empathy_sim.workshop.group.suppressing import ToldApart, told_apart

LEAST = 5


def all_counts(people: int, categories: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many people can be in so many categories."""
    if categories == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in all_counts(people - first, categories - 1):
            yield (first, *rest)


def told(*counts: int) -> ToldApart:
    names = [f"c{at}" for at in range(len(counts))]
    return told_apart(dict(zip(names, counts, strict=True)), names, LEAST)


def test_counts_of_enough_people_are_told() -> None:
    assert told(7, 5) == ToldApart(cells={"c0": 7, "c1": 5})


def test_a_small_count_is_not_told_and_cannot_be_had_by_subtracting() -> None:
    assert told(7, 6, 2) == ToldApart(cells={"c0": 7}, elsewhere=8)
    assert told(20, 2) == ToldApart(cells={}, most="c0")


def test_what_is_so_of_everybody_is_only_told_as_of_most() -> None:
    assert told(12, 0, 0) == ToldApart(cells={}, most="c0")
    assert told(0, 5) == ToldApart(cells={}, most="c1")


def test_where_nothing_is_so_of_most_nothing_is_said() -> None:
    assert told(3, 3) == ToldApart(cells={})


@pytest.mark.parametrize("categories", [2, 3, 4])
def test_nothing_follows_of_anybody_even_from_the_rule_itself(categories: int) -> None:
    """For all data that would be told alike, nobody is surely in or out of anything."""
    tried = 0
    for people in range(LEAST, 15):
        alike: dict[str, list[tuple[int, ...]]] = {}
        for counts in all_counts(people, categories):
            alike.setdefault(repr(told(*counts)), []).append(counts)
            tried += 1
        for those in alike.values():
            for at in range(categories):
                found = {counts[at] for counts in those}
                assert max(found) > 0, (people, those)
                assert min(found) < people, (people, those)
    print(f"{tried} rooms, each among others that would be told alike")


@pytest.mark.parametrize("categories", [2, 3, 4])
def test_no_number_is_of_fewer_than_the_least(categories: int) -> None:
    for people in range(LEAST, 15):
        for counts in all_counts(people, categories):
            found = told(*counts)
            numbers = [*found.cells.values(), found.elsewhere]
            assert all(each >= LEAST for each in numbers if each)
