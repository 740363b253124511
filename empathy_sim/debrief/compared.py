"""One measure, with and without something mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from empathy_sim.debrief.measures import Measure
from empathy_sim.debrief.phrases import lasting, many, sat
from empathy_sim.engine import events as e
from empathy_sim.journey.frictions import FRICTIONS

NEVER = "never"


@dataclass(frozen=True, slots=True)
class Beside:
    """One lived measure of the whole journey, as it was and with a fix."""

    measure: Measure
    before: int | None
    """In the measure's unit; None where the thing never happened."""
    after: int | None
    without: str = NEVER
    """What is said where it did not happen with the fix."""

    @property
    def was(self) -> str:
        """What it was, as it is told."""
        return NEVER if self.before is None else value_told(self.measure, self.before)

    @property
    def became(self) -> str:
        """What it came to with the fix."""
        if self.after is None:
            return self.without
        return value_told(self.measure, self.after)

    @property
    def is_same(self) -> bool:
        """Whether nobody would notice a difference."""
        return self.was == self.became


def value_told(measure: Measure, value: int) -> str:
    """A measure's value in its unit: `41 minutes`, `2 days`, `3`; `none` for no time."""
    match measure.unit:
        case "story_ms":
            return lasting(value) if value else "none"
        case "felt_ms":
            return sat(value) if value else "none"
        case "days":
            return many(value, "day") if value else "none"
        case _:
            return str(value)


def no_longer_met(
    first: Iterable[e.Event], again: Iterable[e.Event]
) -> tuple[str, ...]:
    """Frictions that were met the first time and not the second, as clauses."""
    met = [each.code for each in first if isinstance(each, e.FrictionMet)]
    still = {each.code for each in again if isinstance(each, e.FrictionMet)}
    return tuple(
        FRICTIONS[code].says if code in FRICTIONS else code.replace("_", " ")
        for code in dict.fromkeys(met)
        if code not in still
    )
