"""What is doubtful in a fit."""

from __future__ import annotations

from typing import NamedTuple

from empathy_sim.journey.script import Script
from empathy_sim.library.advice_report import missed_by_fit
from empathy_sim.library.advice_waits import unfit

_FIELD = 3
"""Keys above a setting's value: stages, the stage, the setting."""


class Doubt(NamedTuple):
    """Something that can be played, and hardly will be believed."""

    path: tuple[str, ...]
    """Of the field it is about; of the section where it is about several."""
    says: str
    """A sentence with what to try."""


def doubts_of(fitted: Script, written: Script | None) -> tuple[Doubt, ...]:
    """Everything doubtful in what a journey is fitted with.

    Args:
        fitted: the journey with what is set in it.
        written: the journey as its author wrote it.
    """
    return tuple(
        Doubt(
            tuple(map(str, wrong.at[:_FIELD])),
            f"{wrong.says[:1].upper()}{wrong.says[1:]}. Try: {wrong.hint}.",
        )
        for wrong in (*missed_by_fit(fitted), *unfit(fitted, written))
    )
