"""What is told of a rehearsal besides its counts."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.workbench.rehearsal_findings import Finding, PromisedMinutes
from empathy_sim.workbench.rehearsal_fixes import DeclaredFix, WithFix


class Besides(Struct, frozen=True):
    """What is told besides; by default nothing."""

    mended: tuple[DeclaredFix, ...] = ()
    """The fixes with which all of it was played."""
    findings: tuple[Finding, ...] = ()
    minutes: PromisedMinutes | None = None
    """None where nothing is promised, or nobody played."""
    fixes: tuple[WithFix, ...] | None = None
    """Each fix by itself; None where that was not asked for."""


NOTHING = Besides()
