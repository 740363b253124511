"""Robots with a temperament, and a memory they share."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from random import Random
from typing import Literal, TypeVar, get_args

from msgspec import Struct

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import HANG_UP, Offer
from empathy_sim.engine.touchpoints.search import SearchFace
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.form_pen import Pen
from empathy_sim.rehearsal.robots import own_offers
from empathy_sim.rehearsal.sight import Sight

RobotName = Literal["patient", "impatient", "methodical", "prefers-the-untried"]
ROBOTS: tuple[RobotName, ...] = get_args(RobotName)
Picking = Literal["at random", "in order", "the untried"]
D = TypeVar("D")
_CLOSING = frozenset({"left", "skip", "closed", HANG_UP.id})
_LETS_GO_BY = "go-on"
"""Of days: what lets them go by, and does nothing about it."""
_AGAIN = 2
_PAGES = 60
"""After so many pages of a help centre, closing it is like anything else."""
_SOON = 2 * MINUTE
"""Nobody says nothing for longer than that."""


class Temperament(Struct, frozen=True):
    """How somebody goes through what is offered; all but the last are chances."""

    stays: float
    """To go on waiting, at each thing that happens in a wait."""
    silence: float
    """To let time pass where something is asked."""
    care: float
    """To answer rightly what one knows."""
    diligence: float
    """To do next what a form asks for."""
    closes: float
    """How readily a page is closed, the phone put down or the matter dropped, where 1
    is like anything else."""
    picks: Picking


TEMPERAMENTS: Mapping[RobotName, Temperament] = {
    "patient": Temperament(1.0, 0.02, 0.95, 0.95, 0.02, "at random"),
    "impatient": Temperament(0.85, 0.0, 0.5, 0.4, 0.5, "at random"),
    "methodical": Temperament(0.995, 0.0, 1.0, 1.0, 0.05, "in order"),
    "prefers-the-untried": Temperament(0.97, 0.02, 0.8, 0.7, 0.005, "the untried"),
}


@dataclass
class TemperedRobot:
    """Plays by a temperament; what was tried before is remembered across plays.

    A memory holds one number for each thing that can be done at a place, at a first
    visit and at later ones: it does not grow with the number of plays.
    """

    temperament: Temperament
    random: Random
    tried: Counter[tuple[str, ...]]
    closing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Offers that close something or drop the matter, where there are more than
    everywhere: by `stage/touchpoint`."""
    pen: Pen = field(default_factory=Pen)

    def decide(self, sight: Sight) -> m.Move | None:
        """The next move; None is to wait for what comes."""
        its, chance = self.temperament, self.random.random
        stays = its.stays
        if sight.asks:
            stays = its.silence if _is_soon(sight) else 0
        if stays and sight.may("wait") and chance() < stays:
            return None
        offered = own_offers(sight)
        if not offered:
            return None
        if move := self._asked_for(sight, offered):
            return move
        shares = self._shares(offered, sight)
        names = partial(_names_of_offers, sight, offered)
        return self._example(self._picked(offered, names, shares), sight)

    def _asked_for(self, sight: Sight, offered: Sequence[Offer]) -> m.Move | None:
        """What a form or a menu waits for, as one would give it who wants to go on."""
        number, fills = None, False
        for each in offered:
            if each.sort == "fill":
                fills = True
            elif each.id == "number" and each.sort == "press":
                number = each
        if number is not None and self.random.random() < self.temperament.care:
            return number.examples[0]
        if fills and self.random.random() < self.temperament.diligence:
            return self.pen.next(sight)
        return None

    def _example(self, offer: Offer, sight: Sight) -> m.Move:
        examples = offer.examples
        if len(examples) == 1:
            return examples[0]
        if offer.sort == "fill" and self.random.random() < self.temperament.care:
            return examples[0]
        names = partial(_names_of_examples, sight, offer)
        return self._picked(examples, names, [1.0] * len(examples))

    def _picked(
        self,
        those: Sequence[D],
        named: Callable[[], list[tuple[str, ...]]],
        shares: list[float],
    ) -> D:
        """One of several, by their shares; those who remember are told their names."""
        picks, tried = self.temperament.picks, self.tried
        if picks == "at random":
            return those[_drawn(self.random, shares)]
        names = named()
        times = [tried.get(name, 0) for name in names]
        both = zip(times, shares, strict=True)
        if picks == "in order":
            turns = [known / share for known, share in both]
            at = turns.index(min(turns))
        else:
            fresh = [share / (1 + known) ** 2 for known, share in both]
            at = _drawn(self.random, fresh)
        tried[names[at]] = times[at] + 1
        return those[at]

    def _shares(self, offered: Sequence[Offer], sight: Sight) -> list[float]:
        """How likely each offer is, where 1 is like anything else."""
        its, closing = self.temperament, _CLOSING
        if self.closing:
            place = sight.place
            path = f"{place.stage}/{place.touchpoint}" if place else sight.phase
            closing = self.closing.get(path, _CLOSING)
        shares = [1.0] * len(offered)
        for at, each in enumerate(offered):
            if each.id in closing:
                shares[at] = max(its.closes, _had_enough(sight))
            elif each.id == _LETS_GO_BY:
                shares[at] = its.closes**0.5
        return shares


def _drawn(random: Random, shares: list[float]) -> int:
    """Which of several it is, the likelier the larger its share."""
    if len(shares) == 1:
        random.random()
        return 0
    reached = list(accumulate(shares))
    return bisect(reached, random.random() * reached[-1], 0, len(shares) - 1)


def _had_enough(sight: Sight) -> float:
    """How much of a reader's patience with a help centre is used up, up to 1."""
    place = sight.place
    if place is None or place.kind != "search":
        return 0.0
    match sight.face:
        case SearchFace(turned=turned):
            return min(1.0, (turned / _PAGES) ** 2)
        case _:
            return 0.0


def _is_soon(sight: Sight) -> bool:
    """Whether something happens by itself before long."""
    at = sight.next_at
    return at is not None and at - sight.story_ms <= _SOON


def _names(sight: Sight, those: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What things are remembered by: at a touchpoint, at its first visit or later."""
    place = sight.place
    if place is None:
        return [(sight.phase, *each) for each in those]
    visit = str(min(place.visit, _AGAIN))
    return [(place.stage, place.touchpoint, visit, *each) for each in those]


def _names_of_offers(sight: Sight, those: Sequence[Offer]) -> list[tuple[str, ...]]:
    return _names(sight, [(each.sort, each.id) for each in those])


def _names_of_examples(sight: Sight, offer: Offer) -> list[tuple[str, ...]]:
    sort, name = offer.sort, offer.id
    return _names(sight, [(sort, name, str(at)) for at in range(len(offer.examples))])


class Troupe:
    """Robots that take turns, each kind with its own memory of what it tried."""

    def __init__(
        self,
        names: Sequence[RobotName],
        seed: int,
        gives_up: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        """Get ready.

        Args:
            names: the kinds of robot, in the order of their turns.
            seed: the same seed makes the same robots do the same.
            gives_up: options that drop the matter, with their places.
        """
        self._names, self._seed = tuple(names), seed
        self._closing = {place: _CLOSING for place, _ in gives_up}
        for place, option in gives_up:
            self._closing[place] |= {option}
        self._tried = {name: Counter[tuple[str, ...]]() for name in self._names}

    def name_of(self, play: int) -> RobotName:
        """Whose turn a play is, counted from 0."""
        return self._names[play % len(self._names)]

    def robot(self, play: int) -> TemperedRobot:
        """Who plays it. Plays are to be played in order."""
        name = self.name_of(play)
        random = Random(f"{self._seed} {play} {name}")  # noqa: S311
        memory = self._tried[name]
        return TemperedRobot(TEMPERAMENTS[name], random, memory, self._closing)
