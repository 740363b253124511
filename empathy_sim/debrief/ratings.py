"""What was answered when a rating was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.placed import Log, Place
from empathy_sim.engine import events as e

Counts = Literal["for", "against", "neither"]
_FROM_TOP = {"csat": 1, "ces": 2, "nps": 1}
"""How many steps from the highest still count for the company."""
_NPS_AGAINST = 6


@dataclass(frozen=True, slots=True)
class RatingGiven:
    """One answer that was sent."""

    question: str
    measures: str
    """`csat`, `ces`, `nps` or `other`."""
    value: int
    least: int
    most: int
    place: Place
    seq: int

    @property
    def counts(self) -> Counts:
        """What the company's figure makes of it."""
        if self.value >= self.most - _FROM_TOP.get(self.measures, 0):
            return "for"
        passive = self.measures == "nps" and self.value > _NPS_AGAINST
        return "neither" if passive else "against"


def ratings_of(log: Log) -> tuple[RatingGiven, ...]:
    """The last answer to each question; those that were closed unsent are left out."""
    found: dict[tuple[Place, str], RatingGiven] = {}
    for each in log.of(e.Rated, e.TouchpointLeft):
        match each.event:
            case e.Rated() as rated:
                found[each.place, rated.question] = RatingGiven(
                    rated.question,
                    rated.measures,
                    rated.value,
                    rated.least,
                    rated.most,
                    each.place,
                    each.seq,
                )
            case e.TouchpointLeft(exit="skipped"):
                found = {
                    key: held for key, held in found.items() if key[0] != each.place
                }
            case _:
                pass
    return tuple(found.values())
