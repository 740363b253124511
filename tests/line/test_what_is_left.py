"""What is left, told in its place."""

from __future__ import annotations

import pytest

from empathy_sim.engine.moves import Pace
from tests.line.typed_play import typed
from tests.rehearsal.small_journeys import battery, hold, notice, script

CALL = script(
    {
        "here": notice("queue", "gave_up"),
        "queue": hold(18, answered="solved", hung_up="gave_up"),
    },
    {"battery": battery(60)},
)
"""A call that takes a third of a battery, as nothing else does."""


@pytest.mark.parametrize("pace", ["workshop", "brisk", "instant"])
def test_a_wait_has_used_nothing_before_it_is_told(pace: Pace) -> None:
    lines = [each.text for each in typed(CALL, "1", pace=pace).lines]

    on = next(at for at, line in enumerate(lines) if "on the phone" in line)
    later = next(at for at, line in enumerate(lines) if "minutes later" in line)
    told = [at for at, line in enumerate(lines) if line.startswith("Battery ")]
    assert on < later
    assert told == [later + 1]
