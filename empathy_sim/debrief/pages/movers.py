"""Who can mend it, and what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.phrases import first_sentences


@dataclass(frozen=True, slots=True)
class Mover:
    """A department, and what it could mend."""

    department: str
    causes: tuple[CauseFound, ...]
    """Heaviest first; each with its fix, and whose target keeps it."""

    @property
    def first(self) -> CauseFound:
        """The heaviest of them."""
        return self.causes[0]

    @property
    def because(self) -> str:
        """Why the heaviest is as it is, in a sentence."""
        return first_sentences(self.first.why)


def heaviest_first(cause: CauseFound) -> tuple[int, int, int]:
    """By what causes are put in order, the heaviest first."""
    return -cause.weight, -cause.cost_ms, -cause.times


def movers_of(causes: Sequence[CauseFound]) -> tuple[Mover, ...]:
    """Every department that can mend something, the one that can mend most first.

    Of those that can mend as many, the one with the heaviest cause comes first.

    Args:
        causes: heaviest first.
    """
    found: dict[str, list[CauseFound]] = {}
    for cause in causes:
        found.setdefault(cause.fix.department, []).append(cause)
    movers = (Mover(name, tuple(those)) for name, those in found.items())
    return tuple(sorted(movers, key=lambda each: -len(each.causes)))
