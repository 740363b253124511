"""Why a friction exists, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import field

from empathy_sim.journey.marks import DepartmentId, Text
from empathy_sim.journey.noun import Noun

CauseKind = Literal[
    "policy", "staffing", "system", "budget", "training", "partner", "law"
]


class Fix(Noun, frozen=True, kw_only=True):
    """What would remove a cause."""

    change: Text
    """What to do, in one sentence."""
    department: DepartmentId
    """Who can do it: seldom the department that holds the cause."""
    cost: Literal["low", "medium", "high"]
    sets: Mapping[str, str | int | bool] = field(default_factory=dict)
    """Settings of the scenario, as they would be after the fix."""


class Cause(Noun, frozen=True, kw_only=True):
    """What lies behind the line of visibility; never a person."""

    kind: CauseKind
    department: DepartmentId
    kept_by: Text
    """The target that makes it rational."""
    why: Text
    fix: Fix
    since: str | int | None = None
    """A year, or words."""
    frontline_says: Text | None = None
    evidence: Text | None = None
