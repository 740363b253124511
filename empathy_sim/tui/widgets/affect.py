"""A feeling: its place and its words."""

from __future__ import annotations

from typing import NamedTuple

MOST = 4
"""Each way from the middle, in steps."""
STEPS = range(-MOST, MOST + 1)

DEGREES = ("", "slightly", "fairly", "very", "extremely")
CORNERS = {
    (False, True): "wound up",
    (True, True): "keen",
    (False, False): "flat",
    (True, False): "at ease",
}
"""By whether it is pleasant and whether it is aroused."""


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
        if not self.pleasant or not self.aroused:
            return ""
        return CORNERS[self.pleasant > 0, self.aroused > 0]

    @property
    def strength(self) -> float:
        """How far from the middle: 0, there, to 1, in a corner."""
        return (abs(self.pleasant) + abs(self.aroused)) / (2 * MOST)

    def in_words(self) -> str:
        """The feeling as it is read aloud: "wound up: very unpleasant, ..."."""
        if self == MIDDLE:
            return "in the middle: neither one way nor the other"
        said = ", ".join(
            filter(
                None,
                (
                    _degree(self.pleasant, "unpleasant", "pleasant"),
                    _degree(self.aroused, "slowed down", "stirred up"),
                ),
            )
        )
        is_clear = min(abs(self.pleasant), abs(self.aroused)) > 1
        return f"{self.quadrant}: {said}" if is_clear else said


MIDDLE = Cell(0, 0)


def _kept(step: int) -> int:
    return max(-MOST, min(MOST, step))


def _degree(step: int, low: str, high: str) -> str:
    return f"{DEGREES[abs(step)]} {high if step > 0 else low}" if step else ""
