"""A move of an exploration, and its outcome."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.deciding import advance
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.scene import Offer
from empathy_sim.engine.state import State
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused

SOLVED = "solved"
_HUMDRUM = ("apology", "advert", "menu", "number")
"""Sorts of announcement at which nobody decides anything."""
_SILENT: frozenset[type] = frozenset(
    {e.StepTaken, e.TimeCut, e.PromiseBroken, e.ResourceCrossed}
)
_TELLING: frozenset[type] = frozenset(
    {
        e.Announced,
        e.ContactEnded,
        e.JourneyEnded,
        e.OptionChosen,
        e.PersonAnswered,
        e.StageEntered,
        e.TouchpointLeft,
    }
)


class Step(NamedTuple):
    """A touchpoint and the exit that it was left by."""

    place: str
    """`stage/touchpoint`."""
    exit: str


class Stepped(NamedTuple):
    """What a move led to."""

    state: State
    left: tuple[Step, ...] = ()
    """The touchpoints left by it; none while the customer is still there."""
    helped_ms: int | None = None
    """The story instant at which somebody able to help was there, or all was solved."""
    outcome: str = ""
    """How the journey ended with it; empty while it goes on."""
    says: str = ""
    """What was chosen, in its words."""
    moment: bool = True
    """Whether this is a moment at which one might decide otherwise."""
    ran_out: bool = False
    """Whether a resource cut the call short."""


def as_explored(state: State) -> State:
    """A state as exploration takes it: at full length, and nobody asks for feelings."""
    start = state.copied()
    start.pace, start.uninterrupted, start.paused = "real", True, None
    start.asks_feeling = None
    return start


def stepped(state: State, move: m.Move) -> Stepped | None:
    """Make a move at once; a `Wait` lasts until something happens by itself.

    Returns:
        What came of it; None where the move is refused or nothing will happen.
    """
    now = state.now
    if isinstance(move, m.Wait):
        at = next_at(state)
        if at is None:
            return None
        now = m.Instant(at, state.felt_at(at))
    try:
        events, after = advance(state, move, now)
    except MoveRefused:
        return None
    return _read(state, after, events)


def _read(state: State, after: State, events: Iterable[e.Event]) -> Stepped:
    moment = False
    telling: list[e.Event] = []
    for event in events:
        sort = type(event)
        if sort in _TELLING:
            telling.append(event)
        elif sort not in _SILENT:
            moment = True
    if not telling:
        return Stepped(after, moment=moment)
    return _told(state.stage, after, telling, moment=moment)


def _told(
    stage: str, after: State, events: Iterable[e.Event], *, moment: bool
) -> Stepped:
    left: list[Step] = []
    helped, outcome, says, ran_out = None, "", "", False
    for event in events:
        match event:
            case e.StageEntered(stage=name):
                stage = name
            case e.TouchpointLeft(touchpoint=name, exit=exit_):
                left.append(Step(f"{stage}/{name}", exit_))
            case e.OptionChosen(says=words):
                says = words
            case e.ContactEnded(by=by):
                ran_out = ran_out or by == "battery"
            case e.JourneyEnded(outcome=how):
                outcome = how
            case _:
                moment = moment or not _is_humdrum(event)
        helped = _helped(event) if helped is None else helped
    return Stepped(after, tuple(left), helped, outcome, says, moment, ran_out)


def _helped(event: e.Event) -> int | None:
    """The story instant of help, if that is what happened."""
    match event:
        case e.PersonAnswered(able=True, story_ms=at):
            return at
        case e.JourneyEnded(outcome=how, story_ms=at) if how == SOLVED:
            return at
        case _:
            return None


def _is_humdrum(event: e.Event) -> bool:
    match event:
        case e.Announced(sort=sort):
            return sort in _HUMDRUM
        case _:
            return False


class Offered(NamedTuple):
    """What can be done at a touchpoint, and whether it waits for that."""

    moves: tuple[m.Move, ...]
    asks: bool


def offered(state: State) -> Offered:
    """The touchpoint's own examples, each once; tones make no difference."""
    if not state.touchpoint:
        return Offered((), asks=False)
    kind = kind_of(state.kind)
    view: View[Any, Any] = View(state)
    offers = kind.offers(view)
    moves = tuple(move for offer in offers for move in _examples(offer))
    return Offered(moves, kind.asks(view, offers))


def _examples(offer: Offer) -> tuple[m.Move, ...]:
    return offer.examples[:1] if offer.tones else offer.examples


def own_next(state: State) -> int | None:
    """The story instant at which the touchpoint itself does something, if any."""
    view: View[Any, Any] = View(state)
    return kind_of(state.kind).next_at(view)
