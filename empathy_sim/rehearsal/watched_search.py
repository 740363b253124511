"""A search of visits that is looked at."""

from __future__ import annotations

from collections.abc import Generator, Hashable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from empathy_sim.engine.deciding import advance
from empathy_sim.engine.fingerprint import Fingerprints
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.moves import Instant, Move, Wait
from empathy_sim.engine.state import State
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.sighting import Found, Sighting
from empathy_sim.rehearsal.stepping import Stepped, offered
from empathy_sim.rehearsal.tally import Progress, Tally
from empathy_sim.rehearsal.visits import FAR, Search, Visit

NoWay = Literal["nothing to do", "no way out"]
"""Nothing can be done there, or all that can be done leads in a circle."""


class Stuck(NamedTuple):
    """A moment of a visit from which the visit never ends."""

    how: NoWay
    moves: tuple[Move, ...]
    """From the beginning of the visit."""


class Failed(NamedTuple):
    """A rule that failed in a visit."""

    error: str
    moves: tuple[Move, ...]
    """From the beginning of the visit, with the one that failed."""


@dataclass
class _Moment:
    """A moment of the visit being searched."""

    moves: tuple[Move, ...]
    has_offers: bool
    came: Hashable = None
    onward: set[Hashable] = field(default_factory=set)
    did: bool = False
    """Whether anything but waiting was possible."""
    leaves: bool = False


class WatchedSearch(Search):
    """Shows each move to one who looks, and notes where visits never end."""

    def __init__(
        self, prints: Fingerprints, tally: Tally, sighting: Sighting, found: Found
    ) -> None:
        super().__init__(prints, tally)
        self._sighting, self._tell = sighting, found
        self._moments: dict[Hashable, _Moment] = {}
        self._stuck: list[Stuck] = []
        self._failed: list[Failed] = []

    def take_stuck(self) -> tuple[Stuck, ...]:
        """What has been noted since this was last asked."""
        noted, self._stuck = tuple(self._stuck), []
        return noted

    def take_failed(self) -> tuple[Failed, ...]:
        """What has failed since this was last asked."""
        noted, self._failed = tuple(self._failed), []
        return noted

    def visit(self, start: State) -> Generator[Progress, None, Visit]:
        """Try everything that can be done at the touchpoint of a state.

        Where a rule fails, that is noted, and the visit leads nowhere.
        """
        self._moments = {self.key(start): _moment(start, ())}
        try:
            visit = yield from super().visit(start)
        except Exception as error:  # noqa: BLE001
            self._failed.append(Failed(repr(error), self._up_to_the_fault(start)))
            levels = self.levels(start)
            return Visit((), (0,) * len(levels), (FAR,) * len(levels))
        if not self.tally.is_full:
            self._judge()
        return visit

    def tried(
        self,
        state: State,
        so_far: tuple[Move, ...],
        moves: tuple[Move, ...],
        result: Stepped,
    ) -> None:
        here = self.key(state)
        moment = self._moments.setdefault(here, _moment(state, so_far))
        moment.did = moment.did or type(moves[0]) is not Wait
        if result.left or result.outcome:
            moment.leaves = True
        else:
            self._add(here, moment, (*so_far, *moves), result.state)
        self._look(state, moves)

    def _add(
        self,
        here: Hashable,
        moment: _Moment,
        moves: tuple[Move, ...],
        after: State,
    ) -> None:
        there = self.key(after)
        moment.onward.add(there)
        if there not in self._moments:
            self._moments[there] = _moment(after, moves)
            self._moments[there].came = here

    def _look(self, state: State, moves: tuple[Move, ...]) -> None:
        for move in moves:
            now = _instant(state, move)
            assert now is not None
            events, after = advance(state, move, now)
            self._sighting.look(state, events, after, self._tell)
            state = after

    def _judge(self) -> None:
        """Note the first moment from which the visit does not end, if there is one."""
        for moment in self._moments.values():
            # What was offered before, and still is, was not tried a second time.
            if moment.has_offers and not moment.did and moment.came is not None:
                moment.onward.add(moment.came)
        leaving = {key for key, each in self._moments.items() if each.leaves}
        grew = True
        while grew:
            more = {
                key
                for key, each in self._moments.items()
                if key not in leaving and not leaving.isdisjoint(each.onward)
            }
            leaving |= more
            grew = bool(more)
        stuck = [each for key, each in self._moments.items() if key not in leaving]
        if stuck:
            first = min(stuck, key=lambda each: len(each.moves))
            how: NoWay = "no way out" if first.onward else "nothing to do"
            self._stuck.append(Stuck(how, first.moves))

    def _up_to_the_fault(self, start: State) -> tuple[Move, ...]:
        """The moves up to the one that failed, which is found by doing it again."""
        for moment in sorted(self._moments.values(), key=lambda each: len(each.moves)):
            failed = _failing(start, moment.moves)
            if failed is not None:
                return failed
        return ()


def _failing(start: State, so_far: tuple[Move, ...]) -> tuple[Move, ...] | None:
    """The moves to a rule that fails, where one does right after some moves."""
    made: tuple[Move, ...] = ()
    try:
        state = start
        for made_so_far, move in enumerate(so_far, 1):
            made = so_far[:made_so_far]
            state = _made(state, move)
        for move in (*offered(state).moves, Wait()):
            made = (*so_far, move)
            _made(state, move)
    except Exception:  # noqa: BLE001
        return made
    return None


def _made(state: State, move: Move) -> State:
    now = _instant(state, move)
    if now is None:
        return state
    try:
        return advance(state, move, now)[1]
    except MoveRefused:
        return state


def _moment(state: State, moves: tuple[Move, ...]) -> _Moment:
    return _Moment(moves, has_offers=bool(offered(state).moves))


def _instant(state: State, move: Move) -> Instant | None:
    """When a move is made; None where nothing will happen that could be waited for."""
    if type(move) is not Wait:
        return state.now
    at = next_at(state)
    return None if at is None else Instant(at, state.felt_at(at))
