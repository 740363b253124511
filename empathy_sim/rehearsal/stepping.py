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
_HUMDRUM = ("apology", "advert", "menu")
"""Sorts of announcement at which nobody decides anything."""


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
    stage, left, notable = state.stage, list[Step](), list[e.Event]()
    moment = False
    for event in events:
        match event:
            case e.StepTaken() | e.TimeCut() | e.PromiseBroken() | e.ResourceCrossed():
                pass
            case e.Announced(sort=sort):
                moment = moment or sort not in _HUMDRUM
            case e.TouchpointLeft(touchpoint=name, exit=exit_):
                left.append(Step(f"{stage}/{name}", exit_))
            case e.StageEntered(stage=name):
                stage = name
            case _:
                notable.append(event)
    plain = Stepped(after, tuple(left), moment=moment or bool(notable))
    return _with(plain, notable) if notable else plain


def _with(plain: Stepped, events: Iterable[e.Event]) -> Stepped:
    helped: int | None = None
    outcome, says, ran_out = "", "", False
    for event in events:
        match event:
            case e.PersonAnswered(able=True, story_ms=at) if helped is None:
                helped = at
            case e.JourneyEnded(outcome=how, story_ms=at):
                outcome = how
                helped = at if helped is None and how == SOLVED else helped
            case e.OptionChosen(says=words):
                says = words
            case e.ContactEnded(by=by):
                ran_out = ran_out or by == "battery"
            case _:
                pass
    return Stepped(
        plain.state, plain.left, helped, outcome, says, plain.moment, ran_out
    )


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
