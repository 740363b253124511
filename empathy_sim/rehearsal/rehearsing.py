"""A rehearsal: everything tried, and then many plays."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import NamedTuple

from empathy_sim.engine.deciding import advance
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.moves import Consent, Instant, Move, Proceed, Wait
from empathy_sim.engine.state import State
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal import rehearsed as r
from empathy_sim.rehearsal.aims import Aims, aims_of
from empathy_sim.rehearsal.counting import Counting
from empathy_sim.rehearsal.everywhere import MOST_STATES, Everywhere, Explored
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.refusing import most_refused
from empathy_sim.rehearsal.settled import giving_up
from empathy_sim.rehearsal.sighting import Left, Place, Reached, Side, Sighting, Taken
from empathy_sim.rehearsal.stepping import as_explored
from empathy_sim.rehearsal.temperaments import ROBOTS, RobotName, Troupe
from empathy_sim.rehearsal.watched_play import (
    Beginnings,
    Made,
    Played,
    lost_in,
    play,
)

PLAYS = 1_000
MOST_MOVES = 1_000
"""A play that has not ended by then counts as endless."""
_TOLD_EVERY = 20


class Plan(NamedTuple):
    """What is to be rehearsed, and how long."""

    plays: int = PLAYS
    seed: int = 1
    robots: tuple[RobotName, ...] = ROBOTS
    """They take turns."""
    most_moves: int = MOST_MOVES
    most_states: int = MOST_STATES


class Going(NamedTuple):
    """How far a rehearsal has come."""

    exploring: bool
    done: int
    """Moves while it is exploring, plays after that."""


class Failing(NamedTuple):
    """The shortest known way to where somebody does not get out."""

    how: r.LostHow
    place: str
    moves: tuple[Made, ...]


class Result(NamedTuple):
    """What was found, and how to see it again."""

    rehearsed: r.Rehearsed
    failing: tuple[Failing, ...]
    """In the order of `rehearsed.lost`."""


@dataclass
class _Lost:
    """One way not to get out."""

    how: r.LostHow
    place: str
    moves: tuple[Made, ...]
    plays: int = 0
    explored: bool = False
    robot: str = ""
    error: str = ""
    refused: r.Refused | None = None


def begun(script: Script, cast: Cast) -> State:
    """A play at its first touchpoint, at full length and without interruptions."""
    first = Playthrough(script, cast, pace="real", named="")
    first.do(Consent(uninterrupted=True))
    while first.state.phase != "playing":
        first.do(Proceed())
    return as_explored(first.state)


def rehearse(
    script: Script, cast: Cast, plan: Plan | None = None
) -> Generator[Going, None, Result]:
    """Try everything that can be done, and then let robots play.

    Every play is of the same customer; what robots draw follows from the seed alone.

    Args:
        script: what is rehearsed.
        cast: whom it is played as.
        plan: how much of it; by default a thousand plays of all robots in turn.

    Yields:
        How far it has come; it may be dropped at any time.

    Returns:
        What was found; the same for the same arguments.
    """
    plan = plan or Plan()
    rehearsing = _Rehearsing(script, begun(script, cast), plan)
    yield from rehearsing.explore()
    yield from rehearsing.let_play()
    return rehearsing.result()


class _Rehearsing:
    """A rehearsal under way."""

    def __init__(self, script: Script, start: State, plan: Plan) -> None:
        self._script, self._start, self._plan = script, start, plan
        self._aims: Aims = aims_of(script)
        sighting = Sighting(self._aims)
        self._seen: set[Reached] = {Place(start.path)}
        self._everywhere = Everywhere(
            start, sighting, self._seen.add, most_states=plan.most_states
        )
        self._counting = Counting(script, sighting)
        self._explored: Explored | None = None
        self._lost: dict[tuple[str, str], _Lost] = {}

    def explore(self) -> Generator[Going, None, None]:
        """Try everything."""
        explored = yield from self._going()
        self._explored = explored
        for dead in explored.dead_ends:
            moves = timed(self._start, dead.moves)
            found = _Lost(dead.how, dead.place, moves, explored=True)
            self._lost[dead.how, dead.place] = found
        for fault in explored.faults:
            moves = timed(self._start, fault.moves)
            found = _Lost("fault", fault.place, moves, explored=True)
            found.error = fault.error
            self._lost["fault", fault.place] = found

    def _going(self) -> Generator[Going, None, Explored]:
        work = self._everywhere.explore()
        while True:
            try:
                yield Going(exploring=True, done=next(work).moves)
            except StopIteration as stop:
                explored: Explored = stop.value
                return explored

    def let_play(self) -> Generator[Going, None, None]:
        """Let robots play."""
        plan, counting = self._plan, self._counting
        assert self._explored is not None
        lost = lost_in(self._explored.lost, self._everywhere.key)
        troupe = Troupe(plan.robots, plan.seed, giving_up(self._script))
        beginnings = Beginnings(self._start)
        for number in range(plan.plays):
            counting.begin(self._start)
            played = play(
                beginnings,
                troupe.robot(number),
                counting,
                lost,
                most_moves=plan.most_moves,
            )
            ended = played.how == "ended"
            counting.end(self._start, played.state, ended=ended)
            if not ended:
                self._note(played, troupe.name_of(number))
            if number % _TOLD_EVERY == 0:
                yield Going(exploring=False, done=number + 1)

    def _note(self, played: Played, robot: str) -> None:
        if played.how == "ended":
            return
        place = played.state.path
        key = (played.how, place)
        known = self._lost.get(key)
        if known is None:
            known = self._lost[key] = _Lost(played.how, place, played.made)
            if played.how == "endless":
                known.refused = most_refused(self._start, played.steps)
        known.plays += 1
        known.robot = known.robot or robot
        known.error = known.error or played.error
        if len(played.steps) < len(known.moves):
            known.moves = played.made

    def result(self) -> Result:
        """What was found."""
        in_order = sorted(self._lost.values(), key=_by_weight)
        failing = (Failing(each.how, each.place, each.moves) for each in in_order)
        return Result(self._rehearsed(in_order), tuple(failing))

    def _rehearsed(self, lost: list[_Lost]) -> r.Rehearsed:
        explored, counting, plan = self._explored, self._counting, self._plan
        assert explored is not None
        journey = self._script.journey
        return r.Rehearsed(
            journey=journey.journey,
            title=journey.title,
            alone=self._script.alone,
            plays=plan.plays,
            seed=plan.seed,
            robots=plan.robots,
            explored=r.Explored(explored.states, explored.moves, explored.whole),
            places=tuple(self._places()),
            options=tuple(self._options()),
            exits=tuple(self._exits()),
            sides=tuple(self._sides()),
            lost=tuple(map(_lost_count, lost)),
            endings=counting.ending_counts(),
            helped=counting.helped,
            minutes=counting.minutes(),
            contacts=counting.contacts(),
            frictions_a_play=counting.frictions_a_play(),
            frictions=counting.frictions(),
            caused=counting.caused(),
            repeats=counting.repeats(),
            feelings=counting.feelings(),
        )

    def _places(self) -> list[r.PlaceCount]:
        hits, plays = self._counting.hits, self._counting.plays_with
        return [
            r.PlaceCount(
                place=place,
                kind=self._script.touchpoint(*place.split("/")).kind,
                visits=hits[Place(place)],
                plays=plays[Place(place)],
                explored=Place(place) in self._seen,
                settled=place not in self._aims.open,
            )
            for place in self._aims.places
        ]

    def _options(self) -> list[r.OptionCount]:
        return [
            r.OptionCount(
                place=each.place,
                turn=each.turn,
                option=each.option,
                says=each.says,
                taken=self._counting.hits[taken],
                explored=taken in self._seen,
                settled=each.settled,
            )
            for each in self._aims.options
            for taken in (Taken(each.place, each.turn, each.option),)
        ]

    def _exits(self) -> list[r.ExitCount]:
        return [
            r.ExitCount(
                place=each.place,
                exit=each.exit,
                left=self._counting.hits[left],
                explored=left in self._seen,
                settled=each.settled,
            )
            for each in self._aims.exits
            for left in (Left(each.place, each.exit),)
        ]

    def _sides(self) -> list[r.SideCount]:
        plays, seen = self._counting.plays_with, self._seen
        return [
            r.SideCount(
                place=each.place,
                of=each.of,
                says=each.says,
                so=plays[so],
                not_so=plays[not_so],
                explored_so=so in seen,
                explored_not=not_so in seen,
                settled=each.settled,
            )
            for number, each in enumerate(self._aims.sides)
            for so, not_so in ((Side(number, so=True), Side(number, so=False)),)
        ]


def timed(start: State, moves: tuple[Move, ...]) -> tuple[Made, ...]:
    """Moves with their instants; of those that fail or are refused too."""
    made, state = list[Made](), start
    for move in moves:
        now: Instant | None = state.now
        if type(move) is Wait:
            at = next_at(state)
            now = None if at is None else Instant(at, state.felt_at(at))
        if now is None:
            continue
        made.append(Made(move, now.story_ms))
        try:
            state = advance(state, move, now)[1]
        except MoveRefused:
            continue
        except Exception:  # noqa: BLE001
            break
    return tuple(made)


def _by_weight(lost: _Lost) -> tuple[bool, int, str]:
    return lost.how == "endless", -lost.plays, lost.place


def _lost_count(lost: _Lost) -> r.LostCount:
    return r.LostCount(
        how=lost.how,
        place=lost.place,
        plays=lost.plays,
        explored=lost.explored,
        steps=len(lost.moves),
        robot=lost.robot,
        error=lost.error,
        refused=lost.refused,
    )
