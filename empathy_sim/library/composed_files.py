"""Files that were read to compose a script."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script
from empathy_sim.library.reading import Written


@dataclass(frozen=True, slots=True)
class Read:
    """A file that a composer has read, with what it is if nothing is wrong with it."""

    written: Written
    scenario: Scenario | None = None
    """With its default settings; None for a journey, or where errors are."""
    script: Script | None = None
    """Of a journey; None for a scenario or a fit, or where errors are in it or what it
    plays."""
    fitted: Script | None = None
    """Of a fit: its journey, with what it sets; None for anything else, or where errors
    are in either."""
    of: Path | None = None
    """Of a fit that has a journey: the journey's file."""
