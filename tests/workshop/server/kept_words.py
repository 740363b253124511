"""What a stopped room's log holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from benchmarks.prepared import house_in
from empathy_sim.engine.events import ReactionRecorded
from empathy_sim.library.casting import cast_for
from empathy_sim.session.clock import RealClock
from empathy_sim.workshop.room.room import Room


def kept_words(folder: Path) -> Mapping[str, list[str]]:
    """The words of each seat's insights, in order, by the seat's label."""
    house = house_in(folder)
    try:
        name = house.store.workshops()[0].session
        room = Room.resume(name, store=house.store, clock=RealClock(), casting=cast_for)
        seats = {each.id: each.label for each in room.state.customers}
        return {
            seats[seat]: [
                each.words for each in session.log if type(each) is ReactionRecorded
            ]
            for seat, session in room.open_sessions()
        }
    finally:
        house.close_all()
