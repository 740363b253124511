"""Every exit of a visit, by its soonest moves."""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import NamedTuple

from empathy_sim.engine.fingerprint import Fingerprints
from empathy_sim.engine.moves import Move, Wait
from empathy_sim.engine.state import State
from empathy_sim.rehearsal.stepping import (
    Offered,
    Step,
    Stepped,
    offered,
    own_next,
    stepped,
)
from empathy_sim.rehearsal.tally import Progress, Tally

Levels = tuple[int, ...]
"""Of the resources that end calls, in the order of their names."""
FAR = 10**12
_MOST_IDLE = 400
"""Things that happen without making a difference, one after the other."""
_ROUNDING = 2


class Telling(NamedTuple):
    """One exit of a visit, and the soonest moves that lead to it."""

    left: tuple[Step, ...]
    moves: tuple[Move, ...]
    """`Wait` is until something happens by itself."""
    took: int
    """Story milliseconds from the beginning of the visit."""
    helped: int | None
    """After how many of them somebody able to help was there; None if nobody was."""
    outcome: str
    says: str
    ran_out: bool
    """Whether a call was cut short on the way, after which nothing took long."""
    state: State
    """Where it led to."""


class Visit(NamedTuple):
    """Everything that one visit can come to."""

    tellings: tuple[Telling, ...]
    least: Levels
    """With less than that of a resource, it would be another visit."""
    most: Levels
    """And so it would with more than that."""


class _Here(NamedTuple):
    """A state within a visit."""

    state: State
    moves: tuple[Move, ...]
    helped: int | None
    ran_out: bool
    moment: bool
    tried: Offered | None = None
    """What was offered when last everything was tried, with only waiting since."""


@dataclass
class Search:
    """Looks for the exits of visits; the soonest moves to each are kept.

    Moves take no time but `Wait`. While nothing but time passes and the same is
    offered, it is tried once. Of two moments with the same fingerprint, clocks
    apart, the sooner is kept: it has more left of everything, and may wait. Where
    conditions compare clocks, those are kept apart as well.
    """

    prints: Fingerprints
    tally: Tally
    names: tuple[str, ...] = field(init=False, default=())
    """The resources that end calls."""

    def key(self, state: State) -> Hashable:
        """What two states must have in common to be taken for one."""
        place = self.prints.place(state)
        return place if self._is_plain(state) else (place, self.prints.clocks(state))

    def around(self, state: State) -> Hashable:
        """What two visits must have in common to be taken for one, levels apart."""
        around = self.prints.around(state)
        return around if self._is_plain(state) else (around, self.prints.clocks(state))

    def _is_plain(self, state: State) -> bool:
        if not state.touchpoint:
            return True
        reads = self.prints.ahead.reads(state.path)
        return not (reads.levels or reads.promises)

    def levels(self, state: State) -> Levels:
        """What is left in a state of what ends calls; nothing where none ever will."""
        if not state.touchpoint:
            return ()
        ends = self.prints.ahead.reads(state.path).ends
        return tuple(
            state.resource_at(name, state.story_ms)
            for name in sorted(ends)
            if name in state.resources
        )

    def visit(self, start: State) -> Generator[Progress, None, Visit]:
        """Try everything that can be done at the touchpoint of a state."""
        found = _Found(self, start)
        heap: list[tuple[int, int, _Here]] = []
        seen: dict[Hashable, int] = {}
        number = 0
        here = _Here(start, (), None, ran_out=False, moment=True)
        heappush(heap, (start.story_ms, number, here))
        seen[self.key(start), False] = start.story_ms
        while heap and not self.tally.is_full:
            here = heappop(heap)[-1]
            self.tally.states += 1
            for moves, result, tried in self._onward(here, found):
                yield from self.tally.tell()
                self.tried(here.state, here.moves, moves, result)
                after = _gone_on(here, moves, result, start)
                after = after._replace(tried=tried)
                if result.left or result.outcome:
                    found.add(after, result)
                    continue
                found.use(after)
                key = self.key(after.state), after.helped is not None
                if seen.get(key, FAR) > after.state.story_ms:
                    seen[key] = after.state.story_ms
                    number += 1
                    heappush(heap, (after.state.story_ms, number, after))
        return found.visit()

    def tried(
        self,
        state: State,
        so_far: tuple[Move, ...],
        moves: tuple[Move, ...],
        result: Stepped,
    ) -> None:
        """Something was tried; whoever looks on may take it in.

        Args:
            state: where it was tried.
            so_far: the moves from the beginning of the visit to there.
            moves: what was tried; several where one waited.
            result: what came of it.
        """

    def _onward(
        self, here: _Here, found: _Found
    ) -> Iterator[tuple[tuple[Move, ...], Stepped, Offered | None]]:
        """Each move from a moment, what it led to, and what was tried before it."""
        now = offered(here.state)
        if here.moment or here.tried != now:
            for move in now.moves:
                self.tally.moves += 1
                result = stepped(here.state, move)
                if result is not None:
                    yield (move,), result, None
        waited = self._waited(here, found, now)
        if waited is not None:
            yield *waited, now

    def _waited(
        self, here: _Here, found: _Found, tried: Offered
    ) -> tuple[tuple[Move, ...], Stepped] | None:
        """Wait until something makes a difference."""
        state, moves, before = here.state, list[Move](), self.key(here.state)
        for _ in range(_MOST_IDLE):
            self.tally.moves += 1
            result = stepped(state, Wait())
            if result is None:
                return None
            moves.append(Wait())
            if result.ran_out:
                found.ran_out(state)
            of_its_own = own_next(state) == result.state.story_ms
            state = result.state
            if result.left or result.ran_out or result.helped_ms is not None:
                return tuple(moves), result
            if not of_its_own and self._is_plain(state):
                continue
            is_other = result.moment or offered(state) != tried
            if is_other and self.key(state) != before:
                return tuple(moves), result
        return None


def _gone_on(
    here: _Here, moves: tuple[Move, ...], result: Stepped, start: State
) -> _Here:
    helped = here.helped
    if helped is None and result.helped_ms is not None:
        helped = result.helped_ms - start.story_ms
    return _Here(
        result.state,
        (*here.moves, *moves),
        helped,
        here.ran_out or result.ran_out,
        result.moment,
    )


class _Found:
    """What a visit has come to so far."""

    def __init__(self, search: Search, start: State) -> None:
        self.search, self.start = search, start
        self.entered = search.levels(start)
        self.least = [0] * len(self.entered)
        self.most = [FAR] * len(self.entered)
        self.tellings: dict[Hashable, Telling] = {}

    def add(self, here: _Here, result: Stepped) -> None:
        """Another way out; of those to one place the soonest is kept."""
        self.use(here)
        key = (result.left, self.search.key(here.state), here.helped is not None)
        took = here.state.story_ms - self.start.story_ms
        known = self.tellings.get(key)
        if known is None or took < known.took:
            self.tellings[key] = Telling(
                result.left,
                here.moves,
                took,
                here.helped,
                result.outcome,
                result.says,
                here.ran_out,
                here.state,
            )

    def use(self, here: _Here) -> None:
        """So much of each resource must be there for this to be possible."""
        if here.ran_out:
            return
        for at, left in enumerate(self._left(here.state)):
            used = self.entered[at] - left + _ROUNDING
            self.least[at] = max(self.least[at], used)

    def ran_out(self, state: State) -> None:
        """A call was cut short after a state; with more left, it might not have been."""
        due = own_next(state)
        if due is None:
            return
        for at, (name, left) in enumerate(
            zip(self._names(), self._left(state), strict=True)
        ):
            noun = state.script.journey.customer.resources[name]
            used = self.entered[at] - left
            more = (due - state.story_ms) * noun.drains.amount // noun.drains.per
            self.least[at] = max(self.least[at], used + _ROUNDING)
            self.most[at] = min(self.most[at], max(0, used + more - _ROUNDING))

    def _names(self) -> tuple[str, ...]:
        ends = self.search.prints.ahead.reads(self.start.path).ends
        return tuple(name for name in sorted(ends) if name in self.start.resources)

    def _left(self, state: State) -> Levels:
        return tuple(state.resource_at(name, state.story_ms) for name in self._names())

    def visit(self) -> Visit:
        """All of it."""
        tellings = tuple(self.tellings.values())
        return Visit(tellings, tuple(self.least), tuple(self.most))
