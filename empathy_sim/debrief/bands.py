"""What lay under the curve: stages and touchpoints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Place, Placed
from empathy_sim.debrief.stamps import Stamp, Stamps
from empathy_sim.engine import events as e


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch in one stage, or at one touchpoint."""

    sort: Literal["stage", "touchpoint"]
    says: str
    """The stage's title, or `Holding, on hold`."""
    place: Place
    began: Stamp
    ended: Stamp
    meant: tuple[int, int] | None
    """Pleasant and aroused, as the designer meant it to feel; None if not said."""


def bands_of(log: tuple[Placed, ...], stamps: Stamps, names: Names) -> tuple[Band, ...]:
    """Stages and touchpoints, as they began; what is open ends with the log."""
    found: list[Band] = []
    open_at: dict[str, int] = {}
    for each in log:
        stamp = stamps.of_event(each)
        for at in open_at.values():
            found[at] = replace(found[at], ended=stamp)
        match each.event:
            case e.StageEntered():
                open_at = {"stage": len(found)}
                found.append(_stage(each, stamp, names))
            case e.TouchpointEntered():
                open_at["touchpoint"] = len(found)
                found.append(_touchpoint(each, stamp, names))
            case e.TouchpointLeft():
                open_at.pop("touchpoint", None)
            case e.StageLeft() | e.JourneyLeft() | e.JourneyEnded():
                open_at = {}
            case _:
                pass
    return tuple(found)


def _stage(each: Placed, stamp: Stamp, names: Names) -> Band:
    place = Place(each.place.stage)
    return Band("stage", names.stage(place.stage), place, stamp, stamp, None)


def _touchpoint(each: Placed, stamp: Stamp, names: Names) -> Band:
    place = each.place
    noun = names.noun(place)
    felt = noun.meant_to_feel if noun else None
    meant = (felt.pleasant, felt.aroused) if felt else None
    return Band("touchpoint", names.place(place), place, stamp, stamp, meant)
