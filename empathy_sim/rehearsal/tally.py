"""How far an exploration has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

MOST_STATES = 200_000
MOST_TIMES = 3_000_000
"""Times that may be remembered, over all places; each place has its own."""
_TOLD_EVERY = 400


class Progress(NamedTuple):
    """What has been tried so far."""

    moves: int
    states: int


@dataclass
class Tally:
    """Counts moves and states, and says when to tell and when to stop."""

    most_states: int = MOST_STATES
    moves: int = 0
    states: int = 0
    times: int = 0
    told: int = 0

    @property
    def is_full(self) -> bool:
        """Whether no further state may be looked at."""
        return self.states >= self.most_states or self.times >= MOST_TIMES

    def tell(self) -> Iterator[Progress]:
        """How far it has come, once in a few hundred moves."""
        if self.moves - self.told >= _TOLD_EVERY:
            self.told = self.moves
            yield Progress(self.moves, self.states)
