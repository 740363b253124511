"""A room, as it is looked back at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from empathy_sim.debrief.phrases import capital
from empathy_sim.workshop.group.member import Member
from empathy_sim.workshop.group.reasons import Reasons
from empathy_sim.workshop.group.seat_reading import (
    AFTER,
    BEFORE,
    SeatReading,
    reading_of,
    titles_of,
)


class Seated(Struct, frozen=True):
    """A member, and what their log says; nothing where there is no log."""

    member: Member
    reading: SeatReading | None = None

    @classmethod
    def of(cls, member: Member) -> Seated:
        """A member whose log is read now; it takes some hundredths of a second."""
        plays = member.log and member.chair != "observer"
        return cls(member, reading_of(member.script, member.log) if plays else None)


class Room(Struct, frozen=True, dict=True):
    """Everybody who is looked back at together."""

    people: tuple[Seated, ...]
    reasons: Reasons = Reasons()
    among: frozenset[str] | None = None
    """Seats of whom something is told together; None for all."""

    @classmethod
    def of(cls, members: Iterable[Member], reasons: Reasons | None = None) -> Room:
        """A room whose logs are all read now."""
        return cls(tuple(Seated.of(each) for each in members), reasons or Reasons())

    @cached_property
    def read(self) -> dict[str, SeatReading]:
        """What the log of everybody says who played, by their seats."""
        return {
            each.member.seat: each.reading
            for each in self.people
            if each.reading is not None
        }

    @cached_property
    def played(self) -> dict[str, SeatReading]:
        """The same of those of whom something may be told together."""
        among = self.among
        return {
            seat: reading
            for seat, reading in self.read.items()
            if among is None or seat in among
        }

    def with_only(self, seats: Collection[str]) -> Room:
        """The same room, told together of some seats only."""
        return Room(self.people, self.reasons, frozenset(seats))

    @cached_property
    def members(self) -> dict[str, Member]:
        """Everybody by their seats."""
        return {each.member.seat: each.member for each in self.people}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of all stages by their ids, in the journey's order."""
        return titles_of(self.read)

    @property
    def columns(self) -> tuple[str, ...]:
        """Where a mark can be, in order: before it began, every stage, at the end."""
        return (BEFORE, *self.titles, AFTER)

    def title(self, column: str) -> str:
        """What a column is called."""
        return self.titles.get(column, capital(column))

    def came_to(self, stages: Collection[str]) -> frozenset[str]:
        """Who has come to any of some stages; a board shows where everybody is."""
        return frozenset(
            seat
            for seat, reading in self.played.items()
            if any(entered in stages for _, entered in reading.entered)
        )

    def may_be_in(self, column: str) -> frozenset[str]:
        """Who may have marked something there: of a stage only who has come to it."""
        came = self.came_to({column}) if column in self.titles else self.played.keys()
        return frozenset(came)

    def marks_in(self, column: str) -> Mapping[str, int]:
        """How many marks everybody who played made there, by their seats."""
        return {
            seat: sum(mark.stage == column for mark in reading.marks)
            for seat, reading in self.played.items()
        }


def may_meet(met: Collection[str], came: frozenset[str]) -> frozenset[str] | None:
    """Who may have met something, as far as anybody sees; None for everybody.

    Where all who came there met it, the stage tells of it and not they.

    Args:
        met: the seats that met it.
        came: the seats that have come to where it is met.
    """
    return None if came <= set(met) else came.union(met)
