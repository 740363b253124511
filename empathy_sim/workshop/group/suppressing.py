"""Which counts can be told without telling of anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

NOTHING = "nothing"
"""The category of whoever has nothing to tell; how many they are is never told."""


class ToldApart(Struct, frozen=True, kw_only=True):
    """Counts of people by what is so of each, as far as they may be told."""

    cells: dict[str, int]
    """Counts that are told, each of enough people."""
    elsewhere: int = 0
    """How many people the others are together: none, or enough."""
    most: str = ""
    """Where nothing is told: what is so of more than half of them; empty if nothing."""
    banded: bool = True
    """Whether it may be said, where nothing is told, what is so of more than half."""
    spare: int = 0
    """How many of them may show what is so of them, whatever that is, so that of the
    others not more is told than may be."""


class Guard(Struct, frozen=True, kw_only=True):
    """What whoever reads a count may know besides."""

    least: int
    """How many people a number must be of."""
    may: Mapping[str, frozenset[str]] = {}
    """By category, who can be in it as far as anybody sees; everybody if left out."""
    told: tuple[frozenset[str], ...] = ()
    """Groups of people whose size is told by something else."""
    before: Mapping[str, frozenset[str]] = {}
    """By category, who else is in it of whom the same was told before."""


def told_apart(
    groups: Mapping[str, Collection[str]], categories: Sequence[str], guard: Guard
) -> ToldApart:
    """What may be told of people of whom each is in just one category.

    A count under the least is not told, nor is one that could be had by subtracting:
    what is not told is always of two categories and of enough people together, also
    among those of whom anybody sees that they can be in what is told, and also beside
    a number that is told of nearly the same people. A count of everybody is not told
    either, since it would tell of each.

    Args:
        groups: who is in each category; what is missing is nobody.
        categories: every category there can be, whether or not anybody is in it; of
            equal counts the last is kept back first.
        guard: how many a number must be of, and what is known besides.
    """
    every = {name: frozenset(groups.get(name, ())) for name in categories}
    told = {name for name, those in every.items() if len(those) >= guard.least}
    told.discard(NOTHING)
    while told and not _is_safe(told, every, guard):
        told.remove(min(_of(told, reversed(categories)), key=lambda n: len(every[n])))
    hidden = [every[name] for name in categories if name not in told]
    if told and (hidden or len(told) > 1):
        cells = {name: len(every[name]) for name in _of(told, categories)}
        rest = sum(map(len, hidden))
        fewest = min(cells.values())
        spare = min(fewest, rest or fewest, _left(told, every, guard))
        return ToldApart(cells=cells, elsewhere=rest, spare=spare - guard.least)
    return most_of(every, guard)


_TWO = 2


def _of(some: Collection[str], categories: Iterable[str]) -> Iterator[str]:
    return (name for name in categories if name in some)


def _is_safe(
    told: Collection[str], every: Mapping[str, frozenset[str]], guard: Guard
) -> bool:
    hidden = [those for name, those in every.items() if name not in told]
    rest = frozenset[str]().union(*hidden)
    if hidden and (len(hidden) < _TWO or len(rest) < guard.least):
        return False
    groups = [every[name] for name in told] + ([rest] if hidden else [])
    groups += _with_those_before(told, every, guard)
    return _left(told, every, guard) >= guard.least and not any(
        differs_by_few(one, other, guard.least)
        for one in groups
        for other in guard.told
    )


def _with_those_before(
    told: Collection[str], every: Mapping[str, frozenset[str]], guard: Guard
) -> list[frozenset[str]]:
    """The same groups with whoever is in them already."""
    if not guard.before:
        return []
    both = {
        name: those | guard.before.get(name, those) for name, those in every.items()
    }
    rest = frozenset[str]().union(*(both[name] for name in every if name not in told))
    return [*(both[name] for name in told), rest]


def _left(
    told: Collection[str], every: Mapping[str, frozenset[str]], guard: Guard
) -> int:
    """The fewest who can be in some of what is told, and are in none of it."""
    everybody = frozenset[str]().union(*every.values())
    may = {name: guard.may.get(name, everybody) & everybody for name in told}
    whole = len(told) == len(every)
    left = [
        len(some) - sum(len(every[name]) for name in told if may[name] <= some)
        for some in _unions(may.values())
        if not (whole and some == everybody)
    ]
    return min(left, default=len(everybody))


def _unions(some: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Every set that these make together."""
    found: set[frozenset[str]] = set()
    for each in set(some):
        found |= {each, *(each | other for other in found)}
    return found


def differs_by_few(one: frozenset[str], other: frozenset[str], least: int) -> bool:
    """Whether a few are left where the smaller is taken from the larger."""
    small, large = sorted((one, other), key=len)
    return small <= large and 0 < len(large - small) < least


def most_of(groups: Mapping[str, frozenset[str]], guard: Guard) -> ToldApart:
    """What is so of more than half, and no number.

    It is not told where it would tell of each who can be in it.
    """
    everybody = frozenset[str]().union(*groups.values())
    more = len(everybody) // 2 + 1
    may = [len(guard.may.get(name, everybody) & everybody) for name in groups]
    if more in may:
        return ToldApart(cells={}, banded=False, spare=len(everybody))
    names = (name for name, those in groups.items() if len(those) >= more)
    most = next(names, "")
    wide = min((each for each in may if each > more), default=len(everybody))
    spare = wide - more - 1 if most else more - 2
    return ToldApart(cells={}, most=most, spare=spare)
