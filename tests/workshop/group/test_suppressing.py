"""Which counts are told, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from empathy_sim.workshop.group.suppressing import (
    NOTHING,
    Guard,
    ToldApart,
    told_apart,
)

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
    return replace(guarded(Guard(least=LEAST), *counts), spare=0)


def guarded(guard: Guard, *counts: int) -> ToldApart:
    """The first so many seats are in the first category, and so on."""
    seats = iter(f"s{at:02}" for at in range(sum(counts)))
    groups = {f"c{at}": [next(seats) for _ in range(n)] for at, n in enumerate(counts)}
    return told_apart(groups, tuple(groups), guard)


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


def seats(*numbers: int) -> frozenset[str]:
    return frozenset(f"s{at:02}" for at in numbers)


def test_of_those_who_can_be_in_it_enough_are_not_or_it_is_not_told() -> None:
    nine, ten = seats(*range(9)), seats(*range(10))

    assert guarded(Guard(least=LEAST, may={"c0": nine}), 5, 9).cells == {}
    assert guarded(Guard(least=LEAST, may={"c0": ten}), 5, 9).cells == {
        "c0": 5,
        "c1": 9,
    }


def test_of_most_nothing_is_said_where_it_would_be_all_who_can_be_in_it() -> None:
    eight, nine = seats(*range(8)), seats(*range(9))

    assert not guarded(Guard(least=LEAST, may={"c0": eight}), 8, 6).banded
    assert guarded(Guard(least=LEAST, may={"c0": nine}), 8, 6).most == "c0"


def test_a_number_that_differs_by_few_from_one_that_is_told_is_not_told() -> None:
    eight, same = seats(*range(8)), seats(*range(7))

    assert guarded(Guard(least=LEAST, told=(eight,)), 7, 7).cells == {}
    assert guarded(Guard(least=LEAST, told=(same,)), 7, 7).cells == {"c0": 7, "c1": 7}


def test_how_many_have_nothing_to_tell_is_never_told() -> None:
    groups = {"c0": seats(*range(6)), NOTHING: seats(*range(6, 13))}
    names = ("c0", "c1", NOTHING)

    assert told_apart(groups, names, Guard(least=LEAST)).cells == {"c0": 6}


def test_so_many_may_show_theirs_as_leave_enough_of_every_number() -> None:
    assert guarded(Guard(least=LEAST), 7, 9).spare == 2
    assert guarded(Guard(least=LEAST), 5, 9).spare == 0
    assert guarded(Guard(least=LEAST), 11, 1).spare == 4
