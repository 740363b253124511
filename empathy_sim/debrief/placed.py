"""Every event with its number and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from empathy_sim.engine import events as e


@dataclass(frozen=True, slots=True)
class Place:
    """A visit to a touchpoint; empty names outside the story."""

    stage: str = ""
    touchpoint: str = ""
    kind: str = ""
    visit: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Placed:
    """An event, its number in the log, and where it happened."""

    seq: int
    """From 1, as the store numbers rows."""
    event: e.Event
    place: Place

    @property
    def story_ms(self) -> int:
        """Its story instant."""
        return self.event.story_ms

    @property
    def felt_ms(self) -> int:
        """Its felt instant."""
        return self.event.felt_ms


def placed(log: Iterable[e.Event]) -> tuple[Placed, ...]:
    """The events of a log, in order, with their places."""
    found: list[Placed] = []
    place = NOWHERE
    for seq, event in enumerate(log, 1):
        match event:
            case e.StageEntered(stage=stage):
                place = Place(stage)
            case e.TouchpointEntered(touchpoint=touchpoint, kind=kind, visit=visit):
                place = Place(place.stage, touchpoint, kind, visit)
            case _:
                pass
        found.append(Placed(seq, event, place))
        match event:
            case e.TouchpointLeft():
                place = Place(place.stage)
            case e.StageLeft() | e.JourneyEnded() | e.JourneyLeft():
                place = NOWHERE
            case _:
                pass
    return tuple(found)
