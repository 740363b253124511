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
from empathy_sim.rehearsal.sight import Glimpse, Sight

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

    def __call__(
        self, before: State, events: tuple[Event, ...], after: State
    ) -> object: ...


class Lost(Protocol):
    """Tells whether nobody gets out from the beginning of a visit."""

    def __call__(self, state: State) -> bool: ...


@dataclass
class Played:
    """How a play went."""

    state: State
    how: HowEnded = "ended"
    made: list[Made] = field(default_factory=list)
    error: str = ""
    """What a rule failed with."""


def play(
    start: State, robot: Player, watcher: Watcher, lost: Lost, *, most_moves: int
) -> Played:
    """Let a robot play until the journey is over, or does not get on.

    Args:
        start: where it begins, at a touchpoint.
        robot: who decides.
        watcher: is shown each move that was made.
        lost: whether a place is known that nobody gets out of; the play stops there.
        most_moves: after so many it counts as endless.
    """
    played = Played(start)
    try:
        _play(played, robot, watcher, lost, most_moves)
    except Exception as error:  # noqa: BLE001
        played.how, played.error = "fault", repr(error)
    return played


def _play(
    played: Played, robot: Player, watcher: Watcher, lost: Lost, most_moves: int
) -> None:
    made, state = played.made, played.state
    tried = 0
    if lost(state):
        played.how = "no way out"
        return
    while not state.is_over:
        tried += 1
        if tried > most_moves:
            played.how = "endless"
            return
        step = _next(state, robot)
        if step is None:
            played.how = "nothing to do"
            return
        move, now = step
        made.append(Made(move, now.story_ms))
        try:
            events, after = advance(state, move, now)
        except MoveRefused:
            made.pop()
            continue
        watcher(state, events, after)
        entered = after.visits is not state.visits
        state = played.state = after
        if entered and not state.is_over and lost(state):
            played.how = "no way out"
            return


def _next(state: State, robot: Player) -> tuple[Move, Instant] | None:
    """A move and when it is made; None where nothing can be done or will happen."""
    glimpse = Glimpse(state)
    move = robot.decide(glimpse)
    if move is not None:
        return move, state.now
    at = glimpse.next_at
    if at is not None:
        return Wait(), Instant(at, state.felt_at(at))
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
