"""Who can mend it, and what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from empathy_sim.debrief.causes import CauseFound


@dataclass(frozen=True, slots=True)
class Mover:
    """A department, and what it could mend."""

    department: str
    causes: tuple[CauseFound, ...]
    """Heaviest first; each with its fix, and whose target keeps it."""


def heaviest_first(cause: CauseFound) -> tuple[int, int, int]:
    """By what causes are put in order, the heaviest first."""
    return -cause.weight, -cause.cost_ms, -cause.times


def movers_of(causes: Sequence[CauseFound]) -> tuple[Mover, ...]:
    """Every department that can mend something, in the order of its causes.

    Args:
        causes: heaviest first.
    """
    found: dict[str, list[CauseFound]] = {}
    for cause in causes:
        found.setdefault(cause.fix.department, []).append(cause)
    return tuple(Mover(name, tuple(those)) for name, those in found.items())
