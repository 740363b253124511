"""A workshop's room, looked at and held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from empathy_sim.cli.house import LocalHouse
from empathy_sim.errors import RoomHosted, StoreBusy
from empathy_sim.library.casting import cast_for
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.workshop.room.room import Room


@contextmanager
def looked_at(house: LocalHouse, name: str) -> Iterator[Room]:
    """A copy of a room as it is kept at this moment, also while it is hosted.

    Raises:
        StoreError: it is damaged.
    """
    copy = MemoryStore()
    copy.take_in(*house.store.packed(name, words=True))
    room = Room.resume(name, store=copy, clock=house.clock, casting=cast_for)
    seats = [each.session for each in room.state.seats.values() if each.session]
    copy.take_in(*house.store.packed(*seats, words=True))
    try:
        yield room
    finally:
        room.suspend()


@contextmanager
def while_hosted_refused() -> Iterator[None]:
    """Say of a workshop that is still hosted where it is left.

    Raises:
        RoomHosted: it is.
    """
    try:
        yield
    except StoreBusy as raised:
        raise RoomHosted(holder=raised.holder) from raised
