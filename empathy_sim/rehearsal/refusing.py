"""What somebody who goes round was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from empathy_sim.engine.deciding import advance
from empathy_sim.engine.events import InputRefused
from empathy_sim.engine.moves import Instant, Move
from empathy_sim.engine.state import State
from empathy_sim.rehearsal.rehearsed import Refused


def most_refused(start: State, steps: Sequence[tuple[Move, Instant]]) -> Refused | None:
    """What was refused most often on a way; None if nothing was a second time.

    Args:
        start: where the way begins.
        steps: every move that was made, and when; none of them is refused.
    """
    counted, state = Counter[tuple[str, str]](), start
    for move, now in steps:
        events, state = advance(state, move, now)
        for event in events:
            if type(event) is InputRefused:
                counted[event.field, event.says] += 1
    for (field, says), times in counted.most_common(1):
        return Refused(field, says, times) if times > 1 else None
    return None
