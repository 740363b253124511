"""What stands in a room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from empathy_sim.engine.moves import Pace
from empathy_sim.workshop.room.events import (
    Chair,
    FollowedUp,
    Guessed,
    Observed,
    Opened,
    Polled,
    Ticked,
)

RoomPhase: TypeAlias = Literal["lobby", "playing", "closed", "ended"]
"""Before the beginning; while it is played; debriefs and the wall; over."""


class Seat(Struct, frozen=True, kw_only=True):
    """One place in a room."""

    id: str
    label: str
    """As its participant is called here; empty once names are removed."""
    number: int
    """From 1, in the order in which they were taken."""
    chair: Chair
    secret: str
    """A hash; empty where nobody can come back to the seat."""
    taken_ms: int
    about: str = ""
    """The seat that an observer watches."""
    session: str = ""
    """The name of its session; empty until there is one."""
    notes: int = 0
    """How often something was noted from here, of whomever."""
    waiting: str = ""
    """`agreed` to the waiting room, or `stopped` it; empty for neither."""
    nudge: str = ""
    """The last word that the facilitator said to it."""
    nudged_ms: int = -1
    asked: str | None = None
    """What it told the facilitator quietly and is not answered; None for nothing."""
    asked_ms: int = -1
    ticked: Ticked | None = None
    guess: Guessed | None = None
    follow_ups: tuple[FollowedUp, ...] = ()

    @property
    def called(self) -> str:
        """The label, or the name that was ticked once labels are removed."""
        return self.label or (self.ticked.label if self.ticked else "")


class RoomState(Struct, frozen=True, kw_only=True):
    """A room, folded from its log."""

    opened: Opened
    phase: RoomPhase = "lobby"
    breathing: bool = False
    pace: Pace = "workshop"
    pace_asking: int = 0
    """How often another pace was chosen since the room was opened."""
    closes_utc: str = ""
    """When it will close by itself; empty where it will not."""
    closes_as_set: str = ""
    """The same as it was set, before breaths made it later."""
    stands_utc: str = ""
    """Since when the closing stands for a breath; empty while it does not."""
    stood_ms: int = 0
    """For how long it took breath, in all the breaths that are over."""
    breathed_ms: int = -1
    """When the breath began that it takes; -1 while it takes none."""
    began_ms: int = -1
    """When the latest sitting began; -1 until one has."""
    began_lived_ms: int = -1
    """The same without breaths."""
    sittings: int = 0
    """How many have begun; in each one somebody else plays."""
    seats: Mapping[str, Seat] = field(default_factory=dict)
    """By their ids, in the order in which they were taken."""
    forgotten: int = 0
    """How many more were taken, and then forgotten."""
    observed: tuple[Observed, ...] = ()
    polled: tuple[Polled, ...] = ()
    revealed: tuple[str, ...] = ()
    """The steps that stand on the wall, in the order of revealing."""
    wall: str = ""
    """All that stands on it, as JSON; empty before the first step."""

    def lived_ms(self, at_ms: int) -> int:
        """Milliseconds since the room was opened, without its breaths."""
        stands = at_ms - self.breathed_ms if self.breathing else 0
        return at_ms - self.stood_ms - stands

    @property
    def customers(self) -> tuple[Seat, ...]:
        """The seats that play."""
        return tuple(each for each in self.seats.values() if each.chair == "customer")

    def observers_of(self, seat: str) -> tuple[Seat, ...]:
        """The seats that watch one."""
        return tuple(
            each
            for each in self.seats.values()
            if each.chair == "observer" and each.about == seat
        )
