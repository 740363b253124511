"""Everything that is shipped, ready to play."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import find_shelf, shipped

SHELF = find_shelf([shipped()])
JOURNEYS = sorted(SHELF.journeys)
SCENARIOS = sorted(SHELF.scenarios)
KETTLE = "the-birthday-kettle"
"""The journey that is followed and explored from end to end."""


@cache
def shipped_script(name: str) -> Script:
    """The script of a shipped journey, or of a scenario that plays by itself."""
    script = Composer(SHELF).compose(SHELF.file_of(name)).script
    assert script is not None
    return script


def with_a_fix(name: str, stage: str) -> Iterator[Script]:
    """A shipped journey, each time with one thing mended in a stage."""
    for cause in shipped_script(name).stages[stage].scenario.causes.values():
        if cause.fix.sets:
            sets = {stage: cause.fix.sets}
            script = Composer(SHELF).journey(SHELF.file_of(name), sets).script
            assert script is not None
            yield script


@cache
def shipped_cast(name: str) -> Cast:
    return cast_for(shipped_script(name), 1)
