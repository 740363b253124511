"""How much of a wait is lived."""

from __future__ import annotations

from empathy_sim.engine.events import WaitSort
from empathy_sim.engine.state import State
from empathy_sim.engine.timing import (
    AT_HOME_AT_MOST,
    DAY_TURN,
    DAYS_AT_MOST,
    LONG_WAIT,
    PACES,
)


def budget_of(state: State, sort: WaitSort, length: int) -> int:
    """Felt milliseconds granted to a wait of this length that begins now."""
    if state.pace == "instant":
        return 0
    if sort == "days":
        return max(0, min(DAY_TURN, DAYS_AT_MOST - state.days_turned))
    spare = PACES[state.pace]
    at_home = sort == "home"
    is_long = length >= LONG_WAIT and not state.long_wait_over and not at_home
    granted = spare.long if is_long else spare.other
    most = AT_HOME_AT_MOST if at_home else length
    return max(0, min(length, most, granted, spare.all - state.lived_waiting))
