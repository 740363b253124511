"""What is measured, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from empathy_sim.engine import events as e

Unit = Literal["story_ms", "felt_ms", "count", "days", "level"]
"""`story_ms` is the customer's time, `felt_ms` the participant's; a `level` is a share
in hundredths of a percent, or a duration in milliseconds."""
Time = Literal["story", "felt"]
"""Whether a measure is the same at any pace, or is about what was sat through."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that can be counted in a log, and the rule by which it is."""

    id: str
    says: str
    """Its name, as a short clause: `waited`."""
    unit: Unit
    definition: str
    """What counts and what does not, in a sentence."""
    source: str
    """Where the rule comes from; `this kit` where it is its own."""
    time: Time = "story"
    counts: tuple[str, ...] = ()
    """The kinds of events that are counted; empty where any may be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure found in one log."""

    measure: Measure
    value: int | None
    """In the measure's unit; None where the thing never happened."""
    evidence: tuple[int, ...]
    """The numbers of the very events that were counted, from 1."""
    of: int | None = None
    """Out of how many, where that is part of the finding."""
    says: str = ""
    """The finding as a sentence, where it has one of its own."""


KIT = "this kit"


def named(*kinds: type[e.Event]) -> tuple[str, ...]:
    """Kinds of events, by their names."""
    return tuple(each.__name__ for each in kinds)


def by_id(readings: Iterable[Reading]) -> Mapping[str, Reading]:
    """Readings by the ids of their measures."""
    return {each.measure.id: each for each in readings}


def reading_of(readings: tuple[Reading, ...], measure: str) -> Reading | None:
    """The reading of a measure, by its id; None where it was not taken."""
    for each in readings:
        if each.measure.id == measure:
            return each
    return None
