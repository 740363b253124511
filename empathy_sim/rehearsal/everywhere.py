"""Everywhere one can come, and who gets out."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Hashable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from empathy_sim.engine.moves import Move
from empathy_sim.engine.state import State
from empathy_sim.rehearsal.searching import Searching
from empathy_sim.rehearsal.sighting import Found, Sighting
from empathy_sim.rehearsal.tally import Progress, Tally
from empathy_sim.rehearsal.watched_search import NoWay, WatchedSearch

MOST_STATES = 40_000
"""After so many moments no further place is looked into."""
_LEVELS = 4
"""So many levels of what ends calls are told apart."""
_FAR_MORE = 10


class DeadEnd(NamedTuple):
    """A place from which nobody gets out, and the fewest steps that lead there."""

    place: str
    how: NoWay
    moves: tuple[Move, ...]
    """From the start; `Wait` is until something happens by itself."""


class Fault(NamedTuple):
    """A rule that failed, and the fewest steps that lead there."""

    place: str
    error: str
    moves: tuple[Move, ...]


class Explored(NamedTuple):
    """What trying everything came to."""

    states: int
    moves: int
    whole: bool
    """Whether everything was tried; else the bound was hit."""
    dead_ends: tuple[DeadEnd, ...]
    faults: tuple[Fault, ...]
    lost: frozenset[Hashable]
    """The keys of the beginnings of visits from which nobody gets out."""


@dataclass
class _Visit:
    """The beginning of a visit, and how one first came there."""

    state: State | None
    """Forgotten once it has been looked into."""
    place: str
    came: int
    """The number of the visit before; -1 for the first."""
    moves: tuple[Move, ...]
    """What led here from there."""
    onward: list[int] = field(default_factory=list)
    ends: bool = False
    """Whether the journey can end by it, or may for all that was seen."""


class Everywhere:
    """Goes everywhere from a state on, the fewest visits first."""

    def __init__(
        self,
        start: State,
        sighting: Sighting,
        found: Found,
        *,
        most_states: int = MOST_STATES,
    ) -> None:
        """Get ready.

        Args:
            start: where to begin, as exploration takes it.
            sighting: looks at each move.
            found: is told whatever was reached.
            most_states: after so many moments no further place is looked into.
        """
        self._tally = Tally(most_states * _FAR_MORE)
        self._most = most_states
        self._searching = Searching(start, self._tally)
        prints = self._searching.search.prints
        self._search = WatchedSearch(prints, self._tally, sighting, found)
        self._searching.search = self._search
        self._visits = [_Visit(start, start.path, -1, ())]
        self._numbers: dict[Hashable, int] = {self.key(start): 0}
        self._dead: dict[str, DeadEnd] = {}
        self._faults: dict[str, Fault] = {}
        sighting.stand(None, start, found)

    def key(self, state: State) -> Hashable:
        """What two beginnings of a visit have in common that are taken for one.

        A fingerprint, in which clocks are where a condition ahead compares them, and
        rough levels of what ends calls.
        """
        nouns = state.script.journey.customer.resources
        ends = self._searching.ahead.reads(state.path).ends
        rough = tuple(
            state.resource_at(name, state.story_ms) * _LEVELS // nouns[name].starts
            for name in sorted(ends)
            if name in state.resources
        )
        return self._search.key(state), rough

    def explore(self) -> Generator[Progress, None, Explored]:
        """Try everything.

        Yields:
            How far it has come, every few hundred moves.

        Returns:
            What was found; it is the same each time.
        """
        waiting = deque([0])
        while waiting and self._tally.states < self._most:
            waiting.extend((yield from self._open(waiting.popleft())))
        out = self._getting_out(set(waiting))
        for each in self._dead_ends(out):
            self._dead.setdefault(each.place, each)
        return Explored(
            states=self._tally.states,
            moves=self._tally.moves,
            whole=not waiting,
            dead_ends=tuple(self._dead.values()),
            faults=tuple(self._faults.values()),
            lost=frozenset(
                key for key, number in self._numbers.items() if number not in out
            ),
        )

    def _open(self, number: int) -> Generator[Progress, None, list[int]]:
        """Look into a visit; the visits after it that are new."""
        visit = self._visits[number]
        state, visit.state = visit.state, None
        assert state is not None
        found = yield from self._searching.visit(state)
        self._note(number)
        new: list[int] = []
        for telling in found.tellings:
            if telling.outcome or telling.state.is_over:
                visit.ends = True
                continue
            key = self.key(telling.state)
            known = self._numbers.get(key)
            if known is None:
                known = self._numbers[key] = len(self._visits)
                after = telling.state
                self._visits.append(_Visit(after, after.path, number, telling.moves))
                new.append(known)
            visit.onward.append(known)
        return new

    def _note(self, number: int) -> None:
        """Keep what went wrong within a visit."""
        visit = self._visits[number]
        for stuck in self._search.take_stuck():
            if visit.place not in self._dead:
                moves = (*self._way_to(number), *stuck.moves)
                self._dead[visit.place] = DeadEnd(visit.place, stuck.how, moves)
        for error, made in self._search.take_failed():
            visit.ends = True
            if visit.place not in self._faults:
                moves = (*self._way_to(number), *made)
                self._faults[visit.place] = Fault(visit.place, error, moves)

    def _getting_out(self, unopened: AbstractSet[int]) -> AbstractSet[int]:
        """The visits from which an end can be reached, or might be."""
        leads_from: dict[int, list[int]] = {}
        for number, visit in enumerate(self._visits):
            for each in visit.onward:
                leads_from.setdefault(each, []).append(number)
        ends = [at for at, each in enumerate(self._visits) if each.ends]
        waiting = [*ends, *unopened]
        out = set(waiting)
        while waiting:
            for each in leads_from.get(waiting.pop(), ()):
                if each not in out:
                    out.add(each)
                    waiting.append(each)
        return out

    def _dead_ends(self, out: AbstractSet[int]) -> Iterator[DeadEnd]:
        """Where one comes to be lost, by the fewest steps."""
        for number, visit in enumerate(self._visits):
            if number not in out and (visit.came in out or visit.came < 0):
                how: NoWay = "no way out" if visit.onward else "nothing to do"
                yield DeadEnd(visit.place, how, self._way_to(number))

    def _way_to(self, number: int) -> tuple[Move, ...]:
        made: list[Move] = []
        while number >= 0:
            visit = self._visits[number]
            made[:0] = visit.moves
            number = visit.came
        return tuple(made)
