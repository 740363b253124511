"""What a fit's numbers and names look like."""

from __future__ import annotations

from empathy_sim.journey.report_lights import NUMBER, SHARE, TIME, Quantity, quantity
from empathy_sim.journey.report_metrics import METRICS
from empathy_sim.journey.units import Unreadable

_RATED = frozenset({"satisfaction", "effort", "csat", "ces", "nps"})
"""Companies give these as a share, as points of so many, or as a plain number."""
_WHOLE = 100


def check_figure(metric: str, shipped: str, typed: str) -> None:
    """Accept a figure of a report that looks as the journey's own does.

    Args:
        metric: of which line.
        shipped: as the journey has it; where that is no quantity, all is accepted.
        typed: what is filled in.

    Raises:
        Unreadable: it is another kind of quantity, none, or impossible.
    """
    own, found = quantity(shipped), quantity(typed)
    if own is None:
        return
    if found is None or not _may_stand_for(metric, own, found):
        raise Unreadable(
            f'"{typed}" is not {_KINDS.get(own.unit, "points of so many")}',
            f"write it as the journey does, as in {shipped}",
            code="E333",
        )
    _check_possible(metric, found, typed)


_KINDS = {SHARE: "a share", TIME: "a time", NUMBER: "a number"}


def _may_stand_for(metric: str, own: Quantity, found: Quantity) -> bool:
    if metric in _RATED:
        return found.unit != TIME
    return own.unit == found.unit


def _check_possible(metric: str, found: Quantity, typed: str) -> None:
    most: float | None = None
    if found.unit == SHARE and metric in METRICS:
        most = _WHOLE
    elif found.unit.startswith("of "):
        most = float(found.unit.removeprefix("of "))
    if most is not None and not 0 <= found.value <= most:
        raise Unreadable(
            f'"{typed}" is more than there can be', f"write 0 to {most:g}", code="E333"
        )


def check_name(typed: str) -> None:
    """Accept what a thing is called, in words.

    Raises:
        Unreadable: there is no letter in it.
    """
    if not any(each.isalpha() for each in typed):
        raise Unreadable(
            f'"{typed}" is a number, and here something is called',
            "write it in words",
            code="E333",
        )
