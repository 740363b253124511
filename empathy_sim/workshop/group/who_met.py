"""Who met which cause."""

from __future__ import annotations

from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.seat_reading import CauseRead

SO, NOT = "so", "not so"


def met_in(room: Room) -> dict[str, CauseRead]:
    """Every cause that anybody met, as its author wrote it."""
    return {cause.id: cause for each in room.played.values() for cause in each.causes}


def who_met(room: Room, cause: str) -> dict[str, str]:
    """Whether it is so of each, by their seats."""
    return {
        seat: SO if any(one.id == cause for one in each.causes) else NOT
        for seat, each in room.played.items()
    }


def all_met(room: Room) -> dict[str, dict[str, str]]:
    """Who met what, by statistic: whatever else is told of causes may lie within it."""
    return {f"met/{name}": who_met(room, name) for name in met_in(room)}
