"""Which department's leaders sit where, and beside whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from empathy_sim.debrief.phrases import capital, listed
from empathy_sim.workshop.kit.stages import Behind, StageGuide


class Meeting(Struct, frozen=True, kw_only=True):
    """Where a department's own target is met."""

    stage: str
    kept_by: str


class Mender(Struct, frozen=True):
    """A department that can mend targets of another one."""

    department: str
    targets: int
    """How many of them."""


class Mover(Struct, frozen=True, kw_only=True):
    """A department: where its own targets are met, and who can mend them."""

    department: str
    meets: tuple[Meeting, ...]
    """In the journey's order."""
    beside: tuple[Mender, ...]
    """Who can mend them, the most often first, but those first who are here."""
    mends: int
    """How many targets of others it can mend."""
    is_here: bool

    def mended_by(self, department: str) -> int:
        """How many of its own targets another department can mend."""
        found = (each.targets for each in self.beside if each.department == department)
        return next(found, 0)


def movers_of(
    departments: Sequence[str], stages: Sequence[StageGuide], here: Sequence[str]
) -> tuple[Mover, ...]:
    """Every department of a journey, those first that meet most of their own.

    Args:
        departments: all that the journey has.
        stages: what happens in each.
        here: whose leaders are in the room; none for all of them.
    """
    present = tuple(here) or tuple(departments)
    movers = (_mover(each, stages, present) for each in departments)
    met = (each for each in movers if each.meets or each.mends)
    return tuple(sorted(met, key=lambda each: (not each.is_here, -len(each.meets))))


def _mover(department: str, stages: Sequence[StageGuide], here: Sequence[str]) -> Mover:
    own = [
        (stage.title, behind)
        for stage in stages
        for behind in stage.behind
        if behind.department == department
    ]
    mending = Counter(
        behind.fix_department
        for _, behind in own
        if behind.fix_department != department
    )
    ranked = sorted(mending, key=lambda each: (each not in here, -mending[each]))
    meets = (Meeting(stage=stage, kept_by=behind.kept_by) for stage, behind in own)
    return Mover(
        department=department,
        meets=tuple(dict.fromkeys(meets)),
        beside=tuple(Mender(each, mending[each]) for each in ranked),
        mends=sum(
            each.fix_department == department != each.department
            for each in _every(stages)
        ),
        is_here=department in here,
    )


def pairs_of(
    stages: Sequence[StageGuide], here: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Departments of which one can mend what the other's target keeps so.

    Args:
        stages: what happens in each.
        here: whose leaders are in the room; none for all of them.
    """
    counted = Counter(
        tuple(sorted((each.department, each.fix_department)))
        for each in _every(stages)
        if each.department != each.fix_department
    )
    may = {
        pair: count
        for pair, count in counted.items()
        if not here or all(each in here for each in pair)
    }
    ranked = sorted(may, key=lambda pair: (-may[pair], pair))
    return tuple((pair[0], pair[1]) for pair in ranked)


def fitting(
    pairs: Sequence[tuple[str, str]], people: int, most: int
) -> tuple[tuple[str, str], ...]:
    """The first of the pairs for whose departments there are people enough.

    Args:
        pairs: of departments, the most needed first.
        people: how many come.
        most: how many pairs at most.
    """
    held: list[tuple[str, str]] = []
    for pair in pairs[:most]:
        if len({each for one in (*held, pair) for each in one}) <= people:
            held.append(pair)
    return tuple(held)


def pair_says(pair: tuple[str, str]) -> str:
    """Two departments that must move together."""
    return capital(listed(pair))


def apart(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Some of the pairs, the first ones first, with no department in two of them."""
    taken: dict[str, tuple[str, str]] = {}
    for pair in pairs:
        if taken.keys().isdisjoint(pair):
            taken |= dict.fromkeys(pair, pair)
    return tuple(dict.fromkeys(taken.values()))


def _every(stages: Iterable[StageGuide]) -> list[Behind]:
    return [behind for stage in stages for behind in stage.behind]
