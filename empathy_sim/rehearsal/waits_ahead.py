"""How much waiting lies ahead, at each pace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from empathy_sim.engine import events as e
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.state import NO_FOLDS, State
from empathy_sim.engine.waits import budget_of
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.lasting import Lasting, lasting_by_stage, longest_way


class WaitsAhead:
    """The waits on the longest way on from any stage, found once for a script."""

    def __init__(self, script: Script, cast: Cast) -> None:
        """Find them; robots play each stage some times, which takes a moment."""
        self._stages: Mapping[str, Lasting] = lasting_by_stage(script, cast)
        self._ways: Mapping[str, Lasting] = {
            each: longest_way(script, self._stages, each) for each in self._stages
        }

    def more(self, state: State, log: Iterable[e.Event], pace: Pace) -> int:
        """How much more waiting would be lived from here, at another pace.

        Args:
            state: where somebody stands in the story.
            log: how they came there; waits of the stage that began are not ahead.
            pace: the other pace.

        Returns:
            Felt milliseconds; 0 where it makes no difference, or makes it less.
        """
        if state.stage not in self._stages:
            return 0
        over = min(_begun_here(log), len(self._stages[state.stage].waits))
        waits = self._ways[state.stage].waits[over:]
        now = _lived(state, waits, state.pace)
        return max(0, _lived(state, waits, pace) - now)


def _begun_here(log: Iterable[e.Event]) -> int:
    """How many waits began since the latest stage did."""
    begun = 0
    for event in log:
        if type(event) is e.StageEntered:
            begun = 0
        elif type(event) is e.WaitBegan:
            begun += 1
    return begun


def _lived(state: State, waits: Iterable[tuple[e.WaitSort, int]], pace: Pace) -> int:
    """Felt milliseconds of waits that are still to come."""
    at = state.now
    ahead = state.copied()
    ahead.pace, ahead.known_folds = pace, NO_FOLDS
    lived = 0
    for sort, length in waits:
        budget = budget_of(ahead, sort, length)
        whole = ((0, budget),)
        begun = e.WaitBegan(at.story_ms, at.felt_ms, sort, length, budget, whole)
        ahead = fold(ahead, (begun,))
        lived += budget
    return lived
