"""What lay under the curve: stages and touchpoints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log, Place, Placed
from empathy_sim.debrief.stamps import Stamp, Stamps
from empathy_sim.engine import events as e

_Sort = Literal["stage", "touchpoint"]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch in one stage, or at one touchpoint."""

    sort: _Sort
    says: str
    """The stage's title, or `Holding, on hold`."""
    place: Place
    began: Stamp
    ended: Stamp
    meant: tuple[int, int] | None
    """Pleasant and aroused, as the designer meant it to feel; None if not said."""


def bands_of(log: Log, stamps: Stamps, names: Names) -> tuple[Band, ...]:
    """Stages and touchpoints, as they began; what is open ends with the log."""
    ends: dict[int, Placed] = {}
    begun: list[tuple[_Sort, Placed]] = []
    under_way: dict[_Sort, int] = {}
    for each in log.of(*_TURNS):
        for sort in _closed_by(each.event):
            if (at := under_way.pop(sort, None)) is not None:
                ends[at] = each
        begins = _BEGINS.get(type(each.event))
        if begins is not None:
            under_way[begins] = len(begun)
            begun.append((begins, each))
    return tuple(
        _band(sort, each, ends.get(at, log[-1]), stamps, names)
        for at, (sort, each) in enumerate(begun)
    )


_BEGINS: dict[type, _Sort] = {
    e.StageEntered: "stage",
    e.TouchpointEntered: "touchpoint",
}
_TURNS = (
    *(e.StageEntered, e.TouchpointEntered, e.TouchpointLeft, e.StageLeft),
    *(e.JourneyLeft, e.JourneyEnded),
)


def _closed_by(event: e.Event) -> tuple[_Sort, ...]:
    match event:
        case e.TouchpointEntered() | e.TouchpointLeft():
            return ("touchpoint",)
        case _:
            return ("stage", "touchpoint")


def _band(
    sort: _Sort, each: Placed, last: Placed, stamps: Stamps, names: Names
) -> Band:
    began, ended = stamps.of_event(each), stamps.of_event(last)
    place = each.place
    if sort == "stage":
        return Band(sort, names.stage(place.stage), place, began, ended, None)
    noun = names.noun(place)
    felt = noun.meant_to_feel if noun else None
    meant = (felt.pleasant, felt.aroused) if felt else None
    return Band(sort, names.place(place), place, began, ended, meant)
