"""Somebody who reckons with every wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from empathy_sim.workshop.group.seat_reading import AFTER, BEFORE, SeatReading
from empathy_sim.workshop.group.steps import Wall
from empathy_sim.workshop.group.suppressing import NOTHING
from tests.workshop.group.made_cohorts import STAGES, THOUGHTS, Cohort
from tests.workshop.group.modular import Basis, Row
from tests.workshop.group.wall_numbers import Heard, heard_on

_TICKED = {"worst mark": "curve"}
"""What a ticked curve tells of its owner, by statistic."""
_ANSWERS = ("worst mark", "before/", "after/")
"""What people said or felt; of these not even what all have alike may be told."""


class Told(NamedTuple):
    """A group of people whose size stands on a wall."""

    statistic: str
    what: frozenset[str]
    among: frozenset[str]
    """Everybody whom the number is about and who has not ticked it."""
    people: frozenset[str]


def said_of(statistic: str, person: SeatReading) -> str:
    """In which category of a statistic somebody is."""
    kind, _, which = statistic.partition("/")
    return _SAID[kind](which, person)


def _thought(asking: str) -> Callable[[str, SeatReading], str]:
    def thought(which: str, person: SeatReading) -> str:
        those = [each for each in person.guesses if each.friction == which]
        return (getattr(those[0], asking) if those else None) or NOTHING

    return thought


_SAID: Mapping[str, Callable[[str, SeatReading], str]] = {
    "worst mark": lambda _, person: person.worst_stage or NOTHING,
    "worst friction": lambda _, person: person.worst_friction or NOTHING,
    "met": lambda which, person: _so(which in {each.id for each in person.causes}),
    "chained": lambda which, person: _so(_is_chained(which, person)),
    "green": lambda which, person: (
        "left green" if person.green[which] else "counted against"
    ),
    "before": _thought("before"),
    "after": _thought("after"),
}


def _so(so: bool) -> str:
    return "so" if so else "not so"


def _is_chained(pair: str, person: SeatReading) -> bool:
    return any(
        {each.department, each.fix_department} == set(pair.split("|"))
        for each in person.causes
    )


def may_be(statistic: str, category: str, person: SeatReading) -> bool:
    """Whether somebody can be in it, as the board shows who has come where."""
    came = {stage for _, stage in person.entered}
    kind, _, which = statistic.partition("/")
    match kind:
        case "worst mark":
            return category in {BEFORE, AFTER, NOTHING, *came}
        case "worst friction" if category != NOTHING:
            return category.removeprefix("f_") in came
        case "met" if category == "so":
            return which.removeprefix("c_") in came
        case "before" | "after" if category != NOTHING:
            return which.removeprefix("f_") in came
        case _:
            return True


def categories_of(statistic: str) -> tuple[str, ...]:
    """Every category that somebody can be in; none where it is not attacked."""
    kind = statistic.partition("/")[0]
    either = ("so", "not so")
    return {
        "worst mark": (BEFORE, *STAGES, AFTER, NOTHING),
        "worst friction": (*(f"f_{stage}" for stage in STAGES), NOTHING),
        "met": either,
        "chained": either,
        "green": ("left green", "counted against"),
        "before": (*THOUGHTS, NOTHING),
        "after": (*THOUGHTS, NOTHING),
    }.get(kind, ())


class WallAttacker:
    """Knows every wall, who ticked, who came when, and where everybody came.

    It does not know who ticked nothing and what they marked, met, thought and guessed.
    """

    def __init__(self, cohort: Cohort, least: int) -> None:
        self._truth = cohort.truth
        self._least = least
        self._groups = cohort.groups
        self._gone = cohort.gone
        self._last = cohort.walls[-1].ledger
        self.told: dict[str, set[Told]] = {}
        self.numbers = 0
        for wall in cohort.walls:
            for heard in heard_on(wall):
                self._hears(wall, heard)

    def _open(self, statistic: str) -> frozenset[str]:
        """Who has ever shown their own part of it."""
        tick = _TICKED.get(statistic)
        return frozenset(self._last.opened.get("curve", ())) if tick else frozenset()

    def _hears(self, wall: Wall, heard: Heard) -> None:
        self.numbers += len(heard.cells)
        categories = categories_of(heard.statistic)
        covered = wall.ledger.covered(heard.statistic)
        if not categories or not covered:
            return
        shown = self._open(heard.statistic)
        self._agrees(heard, covered)
        among = covered - shown
        told = self.told.setdefault(heard.statistic, set())
        rest = frozenset(categories).difference(heard.cells)
        groups = [frozenset({name}) for name in heard.cells]
        for what in (*groups, *([rest] if rest else [])):
            told.add(self._group(heard.statistic, what, among))

    def _agrees(self, heard: Heard, covered: frozenset[str]) -> None:
        """The number on the wall is that of those whom it is taken to be about."""
        ticked = heard.of - len(covered)
        for category, count in heard.cells.items():
            those = self._in(heard.statistic, frozenset({category}), covered)
            assert len(those) <= count <= len(those) + ticked, heard

    def _in(
        self, statistic: str, what: frozenset[str], among: frozenset[str]
    ) -> frozenset[str]:
        return frozenset(
            seat for seat in among if said_of(statistic, self._truth[seat]) in what
        )

    def _group(
        self, statistic: str, what: frozenset[str], among: frozenset[str]
    ) -> Told:
        return Told(statistic, what, among, self._in(statistic, what, among))

    def found(self) -> Iterator[str]:
        """Everything that it learns of fewer people than there must be."""
        yield from self._by_sizes()
        for statistic, told in sorted(self.told.items()):
            yield from self._by_algebra(statistic, told)
            yield from self._by_subtracting(statistic, told)
        yield from self._by_crossing()

    def _by_sizes(self) -> Iterator[str]:
        """Who is left out of a number with whom they came: it would tell of them."""
        for statistic, told in sorted(self.told.items()):
            for among in {each.among for each in told}:
                for group in self._groups:
                    unticked = group - self._open(statistic) - self._gone
                    out = unticked - among
                    if out and out != unticked:
                        yield f"{statistic}: {len(among)}, without {sorted(out)}"

    def _by_algebra(self, statistic: str, told: set[Told]) -> Iterator[str]:
        """Groups under the least whose number in a category follows."""
        categories = categories_of(statistic)
        everybody = sorted(frozenset().union(*(each.among for each in told)))
        possible = {
            (seat, name)
            for seat in everybody
            for name in categories
            if may_be(statistic, name, self._truth[seat])
        }
        basis = Basis()
        for seat in everybody:
            basis.hears(_row(possible, [seat], categories))
        for each in told:
            basis.hears(_row(possible, each.among, each.what))
        choices = Counter(seat for seat, _ in possible)
        for name in categories:
            those = [
                seat
                for seat in everybody
                if (seat, name) in possible and choices[seat] > 1
            ]
            rests = {seat: basis.rest({(seat, name): 1}) for seat in those}
            for group in basis.vanishing(rests, self._least):
                yield f"{statistic}: {name} of {group}"

    def _by_subtracting(self, statistic: str, told: set[Told]) -> Iterator[str]:
        for each in told:
            if 0 < len(each.people) < self._least:
                yield f"{statistic}: {len(each.people)} are {sorted(each.what)}"
        for one, other in combinations(told, 2):
            if one.what == other.what:
                rest = len(one.people ^ other.people)
                if 0 < rest < self._least:
                    yield f"{statistic}: {rest} more are {sorted(one.what)}"
        yield from self._by_choices(statistic, told)

    def _by_choices(self, statistic: str, told: set[Told]) -> Iterator[str]:
        for among in {each.among for each in told}:
            apart = [one for one in told if one.among == among and len(one.what) == 1]
            for size in range(1, len(apart) + 1):
                for some in combinations(apart, size):
                    yield from self._by_stages(statistic, among, some)

    def _by_stages(
        self, statistic: str, among: frozenset[str], some: Sequence[Told]
    ) -> Iterator[str]:
        """How many can be in what is told, as far as anybody sees, and are not."""
        names = frozenset[str]().union(*(each.what for each in some))
        may = {
            seat
            for seat in among
            if any(may_be(statistic, name, self._truth[seat]) for name in names)
        }
        if names == set(categories_of(statistic)):
            return
        rest = len(may) - sum(len(each.people) for each in some)
        if 0 < rest < self._least:
            yield f"{statistic}: {rest} who could be are not {sorted(names)}"
        if not rest and statistic.startswith(_ANSWERS):
            yield f"{statistic}: all who could be are {sorted(names)}"

    def _by_crossing(self) -> Iterator[str]:
        """How many met a cause, and are not in what only those can be who met it."""
        met = [
            each
            for statistic, told in self.told.items()
            if statistic.startswith("met/")
            for each in told
            if each.what == {"so"}
        ]
        for whole in met:
            stage = whole.statistic.removeprefix("met/c_")
            for told in self.told.values():
                for part in told:
                    if _is_within(part, stage) and part.among <= whole.among:
                        rest = len(whole.people - part.people)
                        if 0 < rest < self._least:
                            yield f"{rest} met {stage}, and are not {part.what}"


def _is_within(part: Told, stage: str) -> bool:
    """Whether only those can be in it who met what lies in a stage."""
    kind, _, which = part.statistic.partition("/")
    match kind:
        case "worst friction":
            return part.what == {f"f_{stage}"}
        case "before" | "after":
            return which == f"f_{stage}" and NOTHING not in part.what
        case _:
            return False


def _row(
    possible: set[tuple[str, str]], seats: Collection[str], names: Collection[str]
) -> Row:
    return {each: 1 for each in possible if each[0] in seats and each[1] in names}
