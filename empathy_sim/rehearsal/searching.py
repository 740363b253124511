"""The search for every way on from a state."""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterable, Mapping
from typing import NamedTuple

from empathy_sim.engine.ahead import Ahead
from empathy_sim.engine.fingerprint import Fingerprints
from empathy_sim.engine.moves import Move
from empathy_sim.engine.state import State
from empathy_sim.journey.units import DAY
from empathy_sim.rehearsal.prospects import (
    Edge,
    Prospect,
    Prospects,
    Standing,
    unlimited,
)
from empathy_sim.rehearsal.stepping import Step, stepped
from empathy_sim.rehearsal.tally import Progress, Tally
from empathy_sim.rehearsal.visits import Search, Telling, Visit

MOST_VISITS = 3
"""Of each touchpoint in one way."""


class _Branch(NamedTuple):
    """Tellings that begin with the same moves."""

    here: tuple[Telling, ...]
    further: Mapping[Move, _Branch]


class _Kept(NamedTuple):
    visit: Visit
    branch: _Branch


class Searching:
    """Opens prospects: finds the exits of a place and what stands behind them."""

    def __init__(self, start: State, tally: Tally) -> None:
        self.ahead = Ahead(start.script)
        self.search = Search(Fingerprints(self.ahead), tally)
        self.tally = tally
        self.counted = Prospects()
        self._before = {**start.visits, start.path: start.visits.get(start.path, 1) - 1}
        self._visits: dict[Hashable, list[_Kept]] = {}
        self._again: dict[str, tuple[str, ...]] = {}

    def prospect(self, standings: Iterable[Standing], *, helped: bool) -> Prospect:
        """A place that begins with any of some states."""
        those = sorted(standings, key=lambda each: each.lag)
        first = those[0].state
        those = [each._replace(lag=each.lag - those[0].lag) for each in those]
        key = tuple((each.key, each.lag) for each in those)
        levels = self.search.levels(first)
        least, most = unlimited(levels)
        return Prospect(
            prints=self.search.prints,
            standings=tuple(those),
            key=(key, self._walked(first)),
            helped=helped,
            levels=levels,
            minute=(first.calendar.at + first.story_ms) % DAY,
            least=least,
            most=most,
        )

    def root(self, start: State) -> Prospect:
        """The place that everything begins at."""
        standing = Standing(start, 0, self.search.key(start))
        return self.prospect([standing], helped=False)

    def open(self, prospect: Prospect) -> Generator[Progress, None, None]:
        """Find its exits."""
        prospect.is_open = True
        self.tally.states += 1
        found: dict[tuple[Step, ...], list[tuple[Standing, Telling]]] = {}
        for standing in prospect.standings:
            visit = yield from self.visit(standing.state)
            self._narrow(prospect, visit)
            for telling in visit.tellings:
                if self._is_a_way(telling.state):
                    found.setdefault(telling.left, []).append((standing, telling))
        for left, those in found.items():
            prospect.edges.extend(self._edges(prospect, left, those))
        kind = prospect.standings[0].state.kind
        timed = self.ahead.own(prospect.standings[0].state.path).timed
        prospect.by_the_clock = kind == "days" and timed and not prospect.helped
        # What is shown at certain hours only is a way at those hours only.
        prospect.is_tight = prospect.is_tight or (kind == "search" and timed)

    def visit(self, state: State) -> Generator[Progress, None, Visit]:
        """A visit, searched, or told again for this state."""
        around, levels = self.search.around(state), self.search.levels(state)
        for kept in self._visits.get(around, ()):
            if _lies_between(kept.visit, levels):
                tellings = self._told_again(kept, state)
                if tellings is not None:
                    return kept.visit._replace(tellings=tellings)
        visit = yield from self.search.visit(state)
        kept = _Kept(visit, _branched(visit.tellings, 0))
        self._visits.setdefault(around, []).append(kept)
        return visit

    def _told_again(self, kept: _Kept, start: State) -> tuple[Telling, ...] | None:
        """The exits of a visit that was searched before, from another state.

        None where it turns out otherwise after all.
        """
        told: list[Telling] = []
        waiting: list[tuple[_Branch, State, int | None]] = [(kept.branch, start, None)]
        while waiting:
            branch, state, helped = waiting.pop()
            for move, further in branch.further.items():
                self.tally.moves += 1
                result = stepped(state, move)
                if result is None or result.left != _left_by(further):
                    return None
                at = helped if result.helped_ms is None else result.helped_ms
                told.extend(
                    telling._replace(
                        took=result.state.story_ms - start.story_ms,
                        helped=None if at is None else at - start.story_ms,
                        outcome=result.outcome,
                        says=result.says,
                        state=result.state,
                    )
                    for telling in further.here
                )
                waiting.append((further, result.state, at))
        return tuple(told)

    def _edges(
        self,
        prospect: Prospect,
        left: tuple[Step, ...],
        those: list[tuple[Standing, Telling]],
    ) -> Iterable[Edge]:
        """One exit: an end of its own, a place of its own, or both."""
        helped = min(
            (by.lag + of.helped for by, of in those if of.helped is not None),
            default=None,
        )
        ended = [(by, of) for by, of in those if of.outcome]
        if ended:
            yield _edge(left, ended[:1], helped)
        onward: dict[Hashable, tuple[Standing, Telling]] = {}
        for by, of in sorted(those, key=_how_soon) if len(those) > 1 else those:
            if not of.outcome:
                onward.setdefault(self.search.key(of.state), (by, of))
        if onward:
            edge = _edge(left, list(onward.values()), helped)
            standings = (
                Standing(of.state, by.lag + of.took, key)
                for key, (by, of) in onward.items()
            )
            edge.onward = self.prospect(
                standings, helped=prospect.helped or helped is not None
            )
            if len(prospect.levels) == len(edge.onward.levels):
                those_levels = zip(prospect.levels, edge.onward.levels, strict=True)
                edge.used = tuple(before - after for before, after in those_levels)
            yield edge

    def _narrow(self, prospect: Prospect, visit: Visit) -> None:
        if len(visit.least) == len(prospect.least):
            least = zip(prospect.least, visit.least, strict=True)
            most = zip(prospect.most, visit.most, strict=True)
            prospect.least = tuple(max(each) for each in least)
            prospect.most = tuple(min(each) for each in most)

    def _is_a_way(self, state: State) -> bool:
        """Whether no touchpoint has been visited too often for a way."""
        before = self._before
        path = state.path if state.touchpoint else ""
        return state.visits.get(path, 0) - before.get(path, 0) <= MOST_VISITS

    def _walked(self, state: State) -> tuple[int, ...]:
        """How often the way has been where it may come again."""
        if not state.touchpoint:
            return ()
        again = self._again.get(state.path)
        if again is None:
            here = {state.path, *self.ahead.reachable(state.path)}
            loops = (each for each in here if each in self.ahead.reachable(each))
            again = self._again[state.path] = tuple(sorted(loops))
        before, visits = self._before, state.visits
        return tuple(visits.get(each, 0) - before.get(each, 0) for each in again)


def _lies_between(visit: Visit, levels: tuple[int, ...]) -> bool:
    those = zip(visit.least, levels, visit.most, strict=True)
    return all(least <= level <= most for least, level, most in those)


def _branched(tellings: Iterable[Telling], depth: int) -> _Branch:
    """Tellings by their moves, from a depth on."""
    here: list[Telling] = []
    further: dict[Move, list[Telling]] = {}
    for telling in tellings:
        if len(telling.moves) == depth:
            here.append(telling)
        else:
            further.setdefault(telling.moves[depth], []).append(telling)
    deeper = {move: _branched(those, depth + 1) for move, those in further.items()}
    return _Branch(tuple(here), deeper)


def _left_by(branch: _Branch) -> tuple[Step, ...]:
    return branch.here[0].left if branch.here else ()


def _how_soon(told: tuple[Standing, Telling]) -> int:
    return told[0].lag + told[1].took


def _edge(
    left: tuple[Step, ...], those: list[tuple[Standing, Telling]], helped: int | None
) -> Edge:
    soonest, telling = those[0]
    return Edge(
        left=left,
        took=soonest.lag + telling.took,
        helped=helped,
        outcome=telling.outcome,
        says=telling.says,
        ran_out=telling.ran_out,
    )
