"""Robots that play, by what a scene offers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Protocol, TypeVar

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Offer, OfferSort, Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.form_pen import Pen
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.sight import Sight

D = TypeVar("D")
MOST_MOVES = 2_000
"""A play that has not ended by then is one that may not end."""
_OF_THE_FRAME: frozenset[OfferSort] = frozenset(
    {"wait", "react", "pause", "resume", "leave", "pace", "reflect"}
)


class Robot(Protocol):
    """Decides what to do in a scene; None is to wait for what comes."""

    def decide(self, scene: Scene) -> m.Move | None:
        """A move that the scene offers, or None."""
        ...


@dataclass
class RandomRobot:
    """Does anything that is offered, by seeded chance."""

    random: Random
    patience: float = 0.97
    """How likely it is to go on waiting, at each thing that happens in a wait."""
    marks: float = 0.05
    """How likely it is to mark a feeling before a move."""
    leaves: float = 0.0005
    """How likely it is to leave the journey before a move."""

    def decide(self, scene: Scene) -> m.Move | None:
        if scene.may("leave") and self.random.random() < self.leaves:
            return m.Leave()
        if scene.may("react") and self.random.random() < self.marks:
            feeling = self.random.randint(-4, 4), self.random.randint(-4, 4)
            return m.React(*feeling)
        if not scene.asks and self.random.random() < self.patience:
            return None
        offered = own_offers(scene)
        if not offered:
            return None
        return self.random.choice(self.random.choice(offered).examples)


@dataclass
class WillingRobot:
    """Does the first sensible thing: fills in, answers rightly, waits to the end."""

    random: Random

    def decide(self, scene: Scene) -> m.Move | None:
        if not scene.asks:
            return None
        offered = [offer for offer in own_offers(scene) if offer.sort != "hang_up"]
        if not offered:
            return None
        return self.random.choice(offered).examples[0]


@dataclass
class CuriousRobot:
    """Prefers what has been tried least, also by others who share its memory."""

    random: Random
    tried: Counter[str] = field(default_factory=Counter)
    """How often each move was made at each place."""
    patience: float = 0.97
    """How likely it is to go on waiting, at each thing that happens in a wait."""
    silence: float = 0.02
    """How likely it is to let time pass where it is asked for something."""
    care: float = 0.8
    """How likely it is to answer rightly where it knows the answer."""
    diligence: float = 0.7
    """How likely it is to do next what a form asks for."""
    pen: Pen = field(default_factory=Pen)

    def decide(self, scene: Scene) -> m.Move | None:
        waits = self.silence if scene.asks else self.patience
        if scene.may("wait") and self.random.random() < waits:
            return None
        if move := self._asked_for(scene):
            return move
        offered = own_offers(scene)
        if not offered:
            return None
        offer = self._chosen(offered, [_name(scene, each) for each in offered])
        if offer.sort == "fill" and self.random.random() < self.care:
            return offer.examples[0]
        named = [f"{_name(scene, offer)} {each}" for each in offer.examples]
        return self._chosen(list(offer.examples), named)

    def _asked_for(self, scene: Scene) -> m.Move | None:
        """What a form or a menu waits for, as one would give it who wants to go on."""
        number = scene.offer("press", "number")
        if number is not None and self.random.random() < self.care:
            return number.examples[0]
        if self.random.random() < self.diligence:
            return self.pen.next(scene)
        return None

    def _chosen(self, those: list[D], named: list[str]) -> D:
        """One of several, the likelier the less often it was chosen."""
        shares = [
            _share(each) / (1 + self.tried[name]) ** 2
            for each, name in zip(those, named, strict=True)
        ]
        [at] = self.random.choices(range(len(those)), shares)
        self.tried[named[at]] += 1
        return those[at]


def moods(random: Random) -> tuple[float, float, float]:
    """Patience, silence and care of one of many customers."""
    return (
        random.choice((0.9, 0.99, 1.0)),
        random.choice((0.0, 0.02, 0.02, 0.95)),
        random.choice((0.5, 0.8, 1.0)),
    )


def _name(scene: Scene, offer: Offer) -> str:
    """An offer in its place, at the first visit or a later one."""
    place = scene.place
    if place is None:
        return f"{scene.phase} {offer.sort} {offer.id}"
    again = min(place.visit, 2)
    return f"{place.stage}/{place.touchpoint}/{again} {offer.sort} {offer.id}"


def _share(thing: object) -> float:
    """Closing a page is less likely than going on, and so is hanging up."""
    match thing:
        case Offer(sort="hang_up") | Offer(id="left" | "skip"):
            return 0.05
        case _:
            return 1.0


def own_offers(scene: Sight) -> list[Offer]:
    """The offers with examples that are the touchpoint's or the phase's own."""
    return [
        offer
        for offer in scene.offers
        if offer.examples and offer.sort not in _OF_THE_FRAME
    ]


def play_through(
    play: Playthrough,
    robot: Robot,
    *,
    most_moves: int = MOST_MOVES,
    within: str | None = None,
) -> Playthrough:
    """Let a robot play until the journey is over.

    Args:
        play: what is played, begun.
        robot: who decides.
        most_moves: how many moves it may take.
        within: the stage whose end is enough, where the journey's is not meant.

    Raises:
        PlayDidNotEnd: it was not over after so many moves.
    """
    while not play.state.is_over and within in {None, play.state.stage}:
        if play.moves >= most_moves:
            raise PlayDidNotEnd(moves=play.moves, at=play.state.path)
        move = robot.decide(play.scene)
        if move is None:
            if play.tick():
                continue
            move = _a_way_on(play.scene, robot)
        try:
            play.do(move)
        except MoveRefused:
            play.moves += 1
    return play


def _a_way_on(scene: Scene, robot: Robot) -> m.Move:
    """Where nothing will happen by itself, something must be done."""
    del robot
    offered = own_offers(scene)
    return offered[0].examples[0] if offered else m.Leave()


@dataclass(eq=False)
class PlayDidNotEnd(Exception):
    """A robot's play was not over after its most moves."""

    moves: int
    at: str

    def __str__(self) -> str:
        return f"not over after {self.moves} moves, at {self.at}"
