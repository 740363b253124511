"""Whether anybody gets out from somewhere."""

from __future__ import annotations

from empathy_sim.engine.state import State
from empathy_sim.rehearsal.aims import Aims
from empathy_sim.rehearsal.everywhere import MOST_STATES, Everywhere
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.sighting import Sighting
from empathy_sim.rehearsal.stepping import as_explored

_NOTHING = Aims((), frozenset(), (), (), ())


def gets_out(state: State, *, most_states: int = MOST_STATES) -> bool:
    """Whether some way leads from a state to an end of the journey.

    Args:
        state: at a touchpoint, or over.
        most_states: after so many it is taken that there is one.
    """
    if state.is_over:
        return True
    start = as_explored(state)
    everywhere = Everywhere(
        start, Sighting(_NOTHING), lambda _: None, most_states=most_states
    )
    explored = finished(everywhere.explore())
    stuck = any(not each.moves for each in explored.dead_ends)
    return not stuck and everywhere.key(start) not in explored.lost
