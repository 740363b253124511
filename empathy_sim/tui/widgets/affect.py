"""A feeling: its place and its words."""

from __future__ import annotations

from typing import NamedTuple

from empathy_sim.debrief.feelings import MIDDLE as IN_THE_MIDDLE
from empathy_sim.debrief.feelings import corner_of, feeling_in_words

MOST = 4
"""Each way from the middle, in steps."""
STEPS = range(-MOST, MOST + 1)


class Cell(NamedTuple):
    """A place on the affect grid."""

    pleasant: int
    """From -4, extremely unpleasant, to 4."""
    aroused: int
    """From -4, extremely slowed down, to 4."""

    def stepped(self, right: int, up: int) -> Cell:
        """The next place in a direction; at the edge, this one."""
        return Cell(_kept(self.pleasant + right), _kept(self.aroused + up))

    @property
    def quadrant(self) -> str:
        """The word of the corner it lies towards; empty on an axis."""
        return corner_of(self.pleasant, self.aroused)

    @property
    def strength(self) -> float:
        """How far from the middle: 0, there, to 1, in a corner."""
        return (abs(self.pleasant) + abs(self.aroused)) / (2 * MOST)

    def in_words(self) -> str:
        """The feeling as it is read aloud: "wound up: very unpleasant, ..."."""
        if self == MIDDLE:
            return f"{IN_THE_MIDDLE}: neither one way nor the other"
        said = feeling_in_words(*self)
        is_clear = min(abs(self.pleasant), abs(self.aroused)) > 1
        return f"{self.quadrant}: {said}" if is_clear else said


MIDDLE = Cell(0, 0)


def _kept(step: int) -> int:
    return max(-MOST, min(MOST, step))
