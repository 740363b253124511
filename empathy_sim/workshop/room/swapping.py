"""A second sitting, with swapped chairs."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat


class Swap(Struct, frozen=True, kw_only=True):
    """What swapping the pairs would do now."""

    pairs: tuple[tuple[str, str], ...]
    """Who has played, and who watched them and would play; by their seats."""
    debriefing: int
    """How many of the former are still in their own debrief."""
    alone: int
    """How many have played with nobody who could swap with them."""


def swap_of(room: Room) -> Swap:
    """Which pairs could swap: whoever watched, and has not played, plays."""
    pairs = tuple(
        (seat.id, other.id)
        for seat in room.state.customers
        if seat.session and (other := _other(room, seat)) is not None
    )
    played = sum(bool(seat.session) for seat in room.state.customers)
    phases = [room.session_of(seat).state.phase for seat, _ in pairs]
    return Swap(
        pairs=pairs,
        debriefing=len(phases) - phases.count("closed"),
        alone=played - len(pairs),
    )


def _other(room: Room, seat: Seat) -> Seat | None:
    """Whoever watched somebody and has not played."""
    found = (each for each in room.state.observers_of(seat.id) if not each.session)
    return next(found, None)


def swap(room: Room) -> None:
    """Begin a second sitting: in each pair the other one plays the same journey.

    Whoever else watched somebody who watches now, watches whom they do. Everything of
    the sitting before stays as it is: a seat has one journey, and every note of its
    own.

    Raises:
        RoomRefused: people still play, or no pair is left to swap.
    """
    if room.state.phase != "closed":
        raise RoomRefused(says="Close the room first: the pairs swap after it.")
    pairs = swap_of(room).pairs
    if not pairs:
        raise RoomRefused(says="Nobody who watched somebody is left to play.")
    watching = [
        (watcher, plays)
        for played, plays in pairs
        for watcher in (
            played,
            *(each.id for each in room.state.observers_of(played) if each.id != plays),
        )
    ]
    room.keep(
        e.Swapped(
            room.at_ms(),
            tuple(plays for _, plays in pairs),
            tuple(watcher for watcher, _ in watching),
            tuple(plays for _, plays in watching),
        )
    )
