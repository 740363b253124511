"""Where an instant of the story stands, across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from empathy_sim.debrief.bands import Band

LEFT, RIGHT = 84.0, 980.0
_ROOM = 36.0
"""What a stage takes beside its time, so that one without any is seen too."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stage, on the page."""

    number: int
    band: Band
    x: float
    width: float

    def holds(self, stage: str, drawn_ms: int) -> bool:
        """Whether an instant of a stage lies in this visit to it."""
        band = self.band
        return (
            band.place.stage == stage
            and band.began.drawn_ms <= drawn_ms <= band.ended.drawn_ms
        )


@dataclass(frozen=True, slots=True)
class Across:
    """The story from left to right, each wait as long as it was."""

    stretches: tuple[Stretch, ...]
    scale: float
    """Widths a millisecond drawn."""

    @classmethod
    def of(cls, bands: Sequence[Band]) -> Across:
        """A page's width, shared out among the stages of a log."""
        stages = [band for band in bands if band.sort == "stage"]
        lasted = sum(band.ended.drawn_ms - band.began.drawn_ms for band in stages)
        room = min(_ROOM, (RIGHT - LEFT) / (2 * max(1, len(stages))))
        free = RIGHT - LEFT - room * len(stages)
        scale = free / lasted if lasted else 0.0
        x, found = LEFT, list[Stretch]()
        for number, band in enumerate(stages, 1):
            took = band.ended.drawn_ms - band.began.drawn_ms
            width = room + took * scale if lasted else (RIGHT - LEFT) / len(stages)
            found.append(Stretch(number, band, round(x, 1), round(width, 1)))
            x += width
        return cls(tuple(found), scale)

    def at(self, stage: str, drawn_ms: int) -> float:
        """Where an instant of a stage stands; at an end outside the stages."""
        for stretch in self.stretches:
            if stretch.holds(stage, drawn_ms):
                began = stretch.band.began.drawn_ms
                lasted = stretch.band.ended.drawn_ms - began
                room = stretch.width - lasted * self.scale
                return stretch.x + room / 2 + (drawn_ms - began) * self.scale
        before = all(
            drawn_ms <= stretch.band.began.drawn_ms for stretch in self.stretches
        )
        return LEFT if before else RIGHT


def spread(places: Sequence[float], apart: float) -> tuple[float, ...]:
    """The same places in the same order, none nearer to the last than this.

    What would leave the page on the right pushes the others back.
    """
    found: list[float] = []
    for x in places:
        found.append(max(x, found[-1] + apart) if found else max(x, LEFT + apart / 2))
    most = RIGHT - apart / 2
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], most)
        most = found[at] - apart
    return tuple(round(x, 1) for x in found)
