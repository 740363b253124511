"""Which counts can be told without telling of anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct


class ToldApart(Struct, frozen=True, kw_only=True):
    """Counts of people by what is so of each, as far as they may be told."""

    cells: dict[str, int]
    """Counts that are told, each of enough people."""
    elsewhere: int = 0
    """How many people the others are together: none, or enough."""
    most: str = ""
    """Where nothing is told: what is so of more than half of them; empty if nothing."""


def told_apart(
    counts: Mapping[str, int], categories: Sequence[str], least: int
) -> ToldApart:
    """What may be told of people of whom each is in just one category.

    A count under the least is not told, nor is one that could be had by subtracting:
    what is not told is always of two categories and of enough people together. A
    count of everybody is not told either, since it would tell of each.

    Args:
        counts: how many people are in each category; what is missing is none.
        categories: every category there can be, whether or not anybody is in it; of
            equal counts the last is kept back first.
        least: how many people a number must be of.
    """
    every = {name: counts.get(name, 0) for name in categories}
    told = {name: count for name, count in every.items() if count >= least}
    hidden = {name: count for name, count in every.items() if count < least}
    while told and hidden and not _is_wide(hidden, least):
        smallest = min(reversed(told), key=lambda name: told[name])
        hidden[smallest] = told.pop(smallest)
    if told and (hidden or len(told) > 1):
        return ToldApart(cells=told, elsewhere=sum(hidden.values()))
    return ToldApart(cells={}, most=_most(every))


_TWO = 2


def _is_wide(hidden: Mapping[str, int], least: int) -> bool:
    return len(hidden) >= _TWO and sum(hidden.values()) >= least


def _most(counts: Mapping[str, int]) -> str:
    half = sum(counts.values()) / 2
    return next((name for name, count in counts.items() if count > half), "")
