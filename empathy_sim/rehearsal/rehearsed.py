"""What a rehearsal found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from empathy_sim.rehearsal.spread import Spread

FORMAT = 1
"""The number of the plain form."""
LostHow = Literal["nothing to do", "no way out", "endless", "fault"]


class PlaceCount(Struct, frozen=True):
    """How often a touchpoint was come to."""

    place: str
    """`stage/touchpoint`."""
    kind: str
    visits: int
    plays: int
    """In how many of the plays."""
    explored: bool
    """Whether trying everything came there."""
    settled: bool
    """Whether settings rule it out, so that nobody was to come there."""

    @property
    def is_missed(self) -> bool:
        """Whether nothing came there that should have."""
        return not (self.visits or self.explored or self.settled)


class OptionCount(Struct, frozen=True):
    """How often something was chosen, pressed, said or meant."""

    place: str
    turn: str
    """The turn of a call; empty elsewhere."""
    option: str
    says: str
    taken: int
    explored: bool
    settled: bool

    @property
    def is_missed(self) -> bool:
        """Whether nobody took it, though settings leave it open."""
        return not (self.taken or self.explored or self.settled)


class ExitCount(Struct, frozen=True):
    """How often a touchpoint was left by an exit that is no option."""

    place: str
    exit: str
    left: int
    explored: bool
    settled: bool


class SideCount(Struct, frozen=True):
    """In how many plays a condition was so, and in how many it was not."""

    place: str
    of: str
    """What it belongs to: `options.call-again`."""
    says: str
    so: int
    not_so: int
    explored_so: bool
    explored_not: bool
    settled: bool

    @property
    def missed(self) -> tuple[str, ...]:
        """The sides that were never met: `so`, `not so`."""
        if self.settled:
            return ()
        sides = (
            ("so", self.so, self.explored_so),
            ("not so", self.not_so, self.explored_not),
        )
        return tuple(name for name, plays, explored in sides if not (plays or explored))


class EndingCount(Struct, frozen=True):
    """How many plays came to an ending."""

    ending: str
    outcome: str
    plays: int


class FrictionCount(Struct, frozen=True):
    """How often something went against the customer."""

    code: str
    times: int
    plays: int
    """In how many of the plays at least once."""


class CausedCount(Struct, frozen=True):
    """How often a friction was met of one cause."""

    code: str
    cause: str
    """`stage/cause`."""
    times: int


class RepeatCount(Struct, frozen=True):
    """How often a fact was asked for."""

    fact: str
    times: Spread
    """By play."""


class Minutes(Struct, frozen=True):
    """How long plays were, in whole minutes."""

    story: Spread
    real: Spread
    """Felt, where nothing is cut: waits, and ten seconds for each thing done."""
    workshop: Spread
    brisk: Spread
    to_help: Spread
    """Of the plays that reached help: story minutes until then."""


class FeelingSlice(Struct, frozen=True):
    """A stretch of the plays, and how it is meant to feel on average."""

    pleasant: float
    aroused: float
    plays: int
    """How many plays had come to something that is meant to feel some way by then."""


class Explored(Struct, frozen=True):
    """How far trying everything came."""

    states: int
    moves: int
    whole: bool


class Refused(Struct, frozen=True):
    """What was refused most often, and in which words."""

    field: str
    """Its id; empty where it was not said which."""
    says: str
    times: int
    """In the play that is told."""


class LostCount(Struct, frozen=True):
    """A way not to get out, where it is, and how many plays went that way."""

    how: LostHow
    place: str
    plays: int
    explored: bool
    """Whether trying everything found it too."""
    steps: int
    """How many moves the shortest known way there has."""
    robot: str
    """Who went that way first; empty where only trying everything did."""
    error: str
    """What a rule failed with."""
    refused: Refused | None = None
    """Of a robot that went round and round, what it was told most often."""


class Rehearsed(Struct, frozen=True):
    """Robots' plays of a script, counted."""

    journey: str
    title: str
    alone: bool
    """Whether it is a scenario that was played by itself."""
    plays: int
    seed: int
    robots: tuple[str, ...]
    explored: Explored
    places: tuple[PlaceCount, ...]
    options: tuple[OptionCount, ...]
    exits: tuple[ExitCount, ...]
    sides: tuple[SideCount, ...]
    lost: tuple[LostCount, ...]
    endings: tuple[EndingCount, ...]
    helped: int
    """How many plays reached somebody able to help, or were solved without."""
    minutes: Minutes
    contacts: Spread
    frictions_a_play: Spread
    frictions: tuple[FrictionCount, ...]
    caused: tuple[CausedCount, ...]
    repeats: tuple[RepeatCount, ...]
    feelings: tuple[FeelingSlice, ...]

    @property
    def never_out(self) -> int:
        """How many plays did not come to an end."""
        return sum(each.plays for each in self.lost)

    def missed(self) -> Iterator[str]:
        """Everything that was never reached, a line each."""
        for place in self.places:
            if place.is_missed:
                yield f"{place.place}"
        for option in self.options:
            if option.is_missed:
                turn = f" {option.turn}" if option.turn else ""
                yield f"{option.place}{turn}: {option.option}"
        for side in self.sides:
            for name in side.missed:
                yield f"{side.place}: {side.of}, when {side.says} is {name}"

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing that a designer should look at."""
        return not self.lost and next(self.missed(), None) is None
