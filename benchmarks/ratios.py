"""Figures set against a baseline, round by round."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Sample = Callable[[], float]
"""Takes one measurement and returns it, in any unit the two sides share."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of ours and what it is set against."""

    figure: str
    ours: Sample
    baseline: str
    theirs: Sample
    aim: float
    """The highest ratio, ours through theirs, that is good enough."""
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class Ratio:
    """What a comparison came to; all three are medians over the rounds."""

    comparison: Comparison
    ours: float
    theirs: float
    ratio: float
    """Taken within each round, so that a slow minute slows both sides."""

    def is_within_aim(self) -> bool:
        return self.ratio <= self.comparison.aim


def milliseconds(work: Callable[[], object]) -> Sample:
    """Make a sample of how long some work takes, in milliseconds."""

    def sample() -> float:
        gc.collect()
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1_000

    return sample


def measure(comparisons: Sequence[Comparison], rounds: int = 9) -> list[Ratio]:
    """Take every sample once a round, the sides in turn, and keep the medians.

    One round more is run first and thrown away: it warms caches on both sides.
    """
    taken = [
        [(each.ours(), each.theirs()) for each in comparisons]
        for _ in range(rounds + 1)
    ][1:]
    return [
        Ratio(
            comparison,
            ours=median(ours for ours, _ in pairs),
            theirs=median(theirs for _, theirs in pairs),
            ratio=median(ours / theirs for ours, theirs in pairs),
        )
        for comparison, pairs in zip(comparisons, zip(*taken, strict=True), strict=True)
    ]


def table(ratios: Sequence[Ratio]) -> str:
    """Lay the ratios out, a line each: figure, baseline, ratio, aim."""
    rows = [("figure", "baseline", "ratio", "aim")]
    for each in ratios:
        asked, unit = each.comparison, each.comparison.unit
        mark = "" if each.is_within_aim() else "  missed"
        rows.append(
            (
                f"{asked.figure} {each.ours:.4g} {unit}",
                f"{asked.baseline} {each.theirs:.4g} {unit}",
                f"{each.ratio:.2f}",
                f"{asked.aim:.2f}{mark}",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        "  ".join(
            (*(f"{c:<{w}}" for c, w in zip(row[:3], widths, strict=True)), row[3])
        )
        for row in rows
    )


def report(comparisons: Sequence[Comparison], rounds: int = 9) -> int:
    """Measure, print the table, and return 1 where an aim is missed, else 0."""
    ratios = measure(comparisons, rounds)
    print(table(ratios))
    return 0 if all(each.is_within_aim() for each in ratios) else 1
