"""Why customers call, by two kinds of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from empathy_sim.workshop.group.ledger import LEAST, LEAST_OF_WORDS

FIVE = 5
"""Reasons that one person names."""


class Guess(Struct, frozen=True):
    """What one leader thinks customers call about most; the first most of all."""

    seat: str
    reasons: tuple[str, ...]


class Poll(Struct, frozen=True):
    """What one of the frontline says customers call about; the first most of all."""

    reasons: tuple[str, ...]


class Reasons(Struct, frozen=True, kw_only=True):
    """Everything that was collected about why customers call."""

    offered: tuple[str, ...] = ()
    """Reasons to choose from; anything else is somebody's own words."""
    guesses: tuple[Guess, ...] = ()
    poll: tuple[Poll, ...] = ()


class Ranked(Struct, frozen=True, kw_only=True):
    """A reason, and its place on both lists, from 1; None where it is not on one."""

    reason: str
    guessed: int | None
    polled: int | None


def alike(text: str) -> str:
    """A reason so spelled that the same one is the same text."""
    return " ".join(text.split()).casefold().rstrip(".")


def top_five(lists: Iterable[Sequence[str]], offered: Sequence[str]) -> tuple[str, ...]:
    """The five reasons that weigh most, the first most; none from too few people.

    The first of a list counts five, the fifth one; of equals the one that more named,
    then the alphabet. What was not offered is told only if ten have named it.

    Args:
        lists: a list for each person, in order.
        offered: reasons to choose from.
    """
    every = [_named(each) for each in lists]
    if len(every) < LEAST:
        return ()
    known = {alike(each): each for each in offered}
    points, people = Counter[str](), Counter[str]()
    for one in every:
        for place, (name, written) in enumerate(one.items()):
            points[name] += FIVE - place
            people[name] += 1
            known.setdefault(name, written)
    chosen = {alike(each) for each in offered}
    told = [name for name in points if name in chosen or people[name] >= LEAST_OF_WORDS]
    told.sort(key=lambda name: (-points[name], -people[name], name))
    return tuple(known[name] for name in told[:FIVE])


def _named(reasons: Sequence[str]) -> dict[str, str]:
    """The first five of a list, each once."""
    named: dict[str, str] = {}
    for each in reasons:
        if alike(each):
            named.setdefault(alike(each), " ".join(each.split()))
    return dict(list(named.items())[:FIVE])


def beside(guessed: Sequence[str], polled: Sequence[str]) -> tuple[Ranked, ...]:
    """Both lists as one: the frontline's order, then what only leaders named."""
    theirs = {alike(each): place for place, each in enumerate(guessed, 1)}
    known = {alike(each) for each in polled}
    further = [each for each in guessed if alike(each) not in known]
    return tuple(
        Ranked(
            reason=each,
            guessed=theirs.get(alike(each)),
            polled=place if place <= len(polled) else None,
        )
        for place, each in enumerate((*polled, *further), 1)
    )


def on_both(ranked: Collection[Ranked]) -> int:
    """How many reasons are on both lists."""
    return sum(each.guessed is not None and each.polled is not None for each in ranked)
