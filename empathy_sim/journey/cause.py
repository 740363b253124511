"""Why a friction exists, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import field

from empathy_sim.journey.marks import Backstage, DepartmentId
from empathy_sim.journey.noun import Noun

CauseKind = Literal[
    "policy", "staffing", "system", "budget", "training", "partner", "law"
]


class Fix(Noun, frozen=True, kw_only=True):
    """What would remove a cause."""

    change: Backstage
    """What to do, in one sentence."""
    department: DepartmentId
    """Who can do it: seldom the department that holds the cause."""
    cost: Literal["low", "medium", "high"]
    """What it takes, roughly."""
    sets: Mapping[str, str | int | bool] = field(default_factory=dict)
    """Settings of the scenario, as they would be after the fix."""


class Cause(Noun, frozen=True, kw_only=True):
    """What lies behind the line of visibility; never a person."""

    kind: CauseKind
    """What sort of thing it is. Never an agent: nobody is to blame."""
    department: DepartmentId
    """Whose target, rule or system it is; one of the journey's departments."""
    kept_by: Backstage
    """The target that makes it rational."""
    why: Backstage
    """How it came to be so, in a sentence or two that nobody need be ashamed of."""
    fix: Fix
    """What would mend it."""
    since: str | int | None = None
    """A year, or words."""
    frontline_says: Backstage | None = None
    """What those who answer customers say of it among themselves."""
    evidence: Backstage | None = None
    """What is known of it: `three complaints, March`."""
