"""One play of a robot, looked at."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from empathy_sim.engine.deciding import advance
from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Instant, Move, Wait
from empathy_sim.engine.state import State
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.counting import Noted
from empathy_sim.rehearsal.sight import Glimpse, Sight

MOST_REMEMBERED = 1_600
"""Moments of plays that are kept to be come to again."""
_SWEPT_EVERY = 500
"""Plays from one forgetting to the next, at least."""
_WAIT = Wait()
HowEnded = Literal["ended", "nothing to do", "no way out", "endless", "fault"]
"""`ended` as a journey ends; all others are ways not to get out."""


class Made(NamedTuple):
    """A move, and the story instant at which it was made."""

    move: Move
    story_ms: int


class Player(Protocol):
    """Decides what to do; None is to wait for what comes."""

    def decide(self, sight: Sight) -> Move | None: ...


class Watcher(Protocol):
    """Is shown every move of a play."""

    def look(self, before: State, events: tuple[Event, ...], after: State) -> Noted:
        """What a move comes to; the same move there always comes to the same."""
        ...

    def count(self, noted: Noted) -> object:
        """Such a move was made."""
        ...


class Lost(Protocol):
    """Tells whether nobody gets out from the beginning of a visit."""

    def __call__(self, state: State) -> bool: ...


@dataclass
class Played:
    """How a play went."""

    state: State
    how: HowEnded = "ended"
    steps: list[tuple[Move, Instant]] = field(default_factory=list)
    """Every move that was made, and when."""
    error: str = ""
    """What a rule failed with."""

    @property
    def made(self) -> tuple[Made, ...]:
        """The same, as it is kept."""
        return tuple(Made(move, now.story_ms) for move, now in self.steps)


class _Moment:
    """A moment of a play, and what has come of moves made there."""

    __slots__ = ("events", "glimpse", "noted", "onward", "state", "times")

    def __init__(self, state: State, events: tuple[Event, ...] = ()) -> None:
        self.state = state
        self.events = events
        """What led here, until it has been looked at."""
        self.noted: Noted | None = None
        """What that came to."""
        self.glimpse: Glimpse | None = None
        self.times = 0
        self.onward: dict[Move, _Moment] | None = None


class Beginnings:
    """What plays have begun with, so that it is not worked out each time.

    Plays of one customer that make the same moves come to the same. So much is
    remembered at most, whatever the number of plays; and of each moment only what
    came of it when somebody was there a second time.
    """

    def __init__(self, start: State, *, most: int = MOST_REMEMBERED) -> None:
        self.first = _Moment(start)
        self._most = self._room = most
        self._plays = 0

    def begin(self) -> _Moment:
        """Where another play begins.

        Where there is no more room, what nobody has come back to is forgotten.
        """
        self._plays += 1
        if not self._room and self._plays >= _SWEPT_EVERY:
            self._plays = 0
            self._sweep()
        return self.first

    def _sweep(self) -> None:
        kept, waiting = 0, [self.first]
        while waiting:
            moment = waiting.pop()
            moment.times = 1
            if moment.onward:
                known = moment.onward.items()
                moment.onward = {move: each for move, each in known if each.times > 1}
                kept += len(moment.onward)
                waiting.extend(moment.onward.values())
        self._room = self._most - kept

    def after(self, moment: _Moment, move: Move, now: Instant) -> _Moment:
        """What comes of a move at a moment.

        Raises:
            MoveRefused: it is not possible there.
        """
        onward = moment.onward
        if onward is not None and move in onward:
            return onward[move]
        events, state = advance(moment.state, move, now)
        after = _Moment(state, events)
        if moment.times > 1 and self._room > 0:
            self._room -= 1
            if onward is None:
                onward = moment.onward = {}
            onward[move] = after
        return after


def play(
    beginnings: Beginnings,
    robot: Player,
    watcher: Watcher,
    lost: Lost,
    *,
    most_moves: int,
) -> Played:
    """Let a robot play until the journey is over, or does not get on.

    Args:
        beginnings: where it begins, at a touchpoint, and what is known of that.
        robot: who decides.
        watcher: is shown each move that was made.
        lost: whether a place is known that nobody gets out of; the play stops there.
        most_moves: after so many it counts as endless.
    """
    played = Played(beginnings.first.state)
    try:
        played.how = _play(played, beginnings, robot, watcher, lost, most_moves)
    except Exception as error:  # noqa: BLE001
        played.how, played.error = "fault", repr(error)
    return played


def _play(
    played: Played,
    beginnings: Beginnings,
    robot: Player,
    watcher: Watcher,
    lost: Lost,
    most_moves: int,
) -> HowEnded:
    moment = beginnings.begin()
    if lost(moment.state):
        return "no way out"
    for _ in range(most_moves):
        moment.times += 1
        state, glimpse = moment.state, moment.glimpse
        if glimpse is None:
            glimpse = moment.glimpse = Glimpse(state)
        step = _next(glimpse, robot)
        if step is None:
            return "nothing to do"
        played.steps.append(step)
        try:
            moment = beginnings.after(moment, *step)
        except MoveRefused:
            played.steps.pop()
            continue
        after = played.state = moment.state
        watcher.count(_noted(moment, state, watcher))
        if not after.touchpoint and after.is_over:
            return "ended"
        if after.visits is not state.visits and lost(after):
            return "no way out"
    return "endless"


def _noted(moment: _Moment, before: State, watcher: Watcher) -> Noted:
    """What the move that led to a moment came to; looked at once."""
    noted = moment.noted
    if noted is None:
        noted = moment.noted = watcher.look(before, moment.events, moment.state)
        moment.events = ()
    return noted


def _next(glimpse: Glimpse, robot: Player) -> tuple[Move, Instant] | None:
    """A move and when it is made; None where nothing can be done or will happen."""
    state, move = glimpse.state, robot.decide(glimpse)
    if move is not None:
        return move, state.now
    at = glimpse.next_at
    if at is not None:
        return _WAIT, Instant(at, state.felt_at(at))
    for offer in glimpse.own:
        if offer.examples:
            return offer.examples[0], state.now
    return None


def never_lost(state: State) -> bool:
    """Where nothing is known of places that nobody gets out of."""
    del state
    return False


def lost_in(keys: frozenset[Hashable], key_of: KeyOf) -> Lost:
    """Tells by their keys which places nobody gets out of.

    Args:
        keys: of the places.
        key_of: takes the key of a state.
    """
    if not keys:
        return never_lost
    return lambda state: key_of(state) in keys


class KeyOf(Protocol):
    """Takes what two states have in common that are taken for one."""

    def __call__(self, state: State) -> Hashable: ...
