"""What seats cost, told beside the aims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.workshop_costs import Cost

MOST_MIB = 600.0
KEY_P99_MS = 100.0
GROWTH_MIB = 4.0
LAST = 100
"""Joins and leaves at the end, over which memory may grow by `GROWTH_MIB`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a `Cost`, and how much smaller ours shall be."""

    name: str
    field: str
    unit: str
    aim: float | None = None
    """Ours through theirs, at most; None where none is aimed at."""
    from_seats: int = 1
    """Seats with which it begins to mean something."""


FIGURES = (
    Figure("memory a seat", "seat_mib", "MiB", 1 / 10),
    Figure("start of a seat", "start_ms", "ms", 1 / 4),
    Figure("  its processor time", "start_cpu_ms", "ms"),
    Figure("all joining at once", "joined_s", "s", 1 / 4, from_seats=100),
    Figure("  its processor time", "joined_cpu_s", "s"),
    Figure("quiet key p50", "quiet_p50_ms", "ms", 1 / 2),
    Figure("  its processor time", "quiet_cpu_ms", "ms"),
    Figure("typing p50", "typing_p50_ms", "ms"),
    Figure("typing p95", "typing_p95_ms", "ms", 1 / 5, from_seats=30),
    Figure("typing p99", "typing_p99_ms", "ms"),
    Figure("CPU while typing", "typing_cpu", "%", 1 / 2, from_seats=30),
    Figure("CPU of nothing", "idle_cpu", "%"),
    Figure("memory in all", "pss_mib", "MiB"),
)


def told(mine: Cost, other: Cost | None) -> bool:
    """Print both sides and every ratio with its aim; whether the aims are met."""
    beside = "" if other is None else f"{'textual-serve':>14}      ratio   aim"
    print(f"{f'{mine.seats} seats':<24}{'ours':>9}{beside}")
    met = [_row(each, mine, other) for each in FIGURES]
    lost = "" if other is None else f"(textual-serve {other.lost})"
    met.append(_said("lost keys", mine.lost, 0, lost))
    met.append(_said("memory in all", mine.pss_mib, MOST_MIB, "MiB"))
    met.append(_said("key p99 while typing", mine.typing_p99_ms, KEY_P99_MS, "ms"))
    print(f"  Ours on {mine.besides}.")
    if other is not None:
        print(f"  textual-serve on {other.besides}.")
    return all(met)


def told_growth(sizes: Sequence[float]) -> bool:
    """Print how memory grew; whether it stayed where it was at the end."""
    last = min(LAST, len(sizes) - 1)
    growth = sizes[-1] - sizes[-1 - last]
    every = max(1, len(sizes) // 5)
    some = ", ".join(f"{each:.0f}" for each in sizes[every - 1 :: every])
    print(f"  {sizes[0]:.0f} MiB after the first, then {some}")
    return _said(f"growth over the last {last}", growth, GROWTH_MIB, "MiB")


def _row(figure: Figure, mine: Cost, other: Cost | None) -> bool:
    ours = float(getattr(mine, figure.field))
    line = f"  {figure.name:<22}{ours:9.4g}"
    if other is None:
        print(f"{line} {figure.unit}")
        return True
    theirs = float(getattr(other, figure.field))
    ratio = ours / theirs if theirs else 0.0
    line += f"{theirs:14.4g} {figure.unit:<4}{ratio:6.2f}"
    if figure.aim is None or mine.seats < figure.from_seats:
        print(line)
        return True
    met = ratio <= figure.aim
    print(f"{line}  {figure.aim:.2f}  {'met' if met else 'MISSED'}")
    return met


def _said(name: str, found: float, aim: float, unit: str) -> bool:
    met = found <= aim
    beside = f"{found:.4g} {unit}".strip()
    print(f"  {name}: {beside}; aim {aim:g}: {'met' if met else 'MISSED'}")
    return met
