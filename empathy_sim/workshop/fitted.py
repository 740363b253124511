"""What of a journey was fitted, in words."""

from __future__ import annotations

from empathy_sim.journey.script import Script


def fitted_in_words(script: Script) -> str:
    """`Ours Ltd, departments, waits`; empty where it is played as it was written."""
    fit = script.fitted
    if fit is None or fit.is_empty:
        return ""
    parts = (
        (fit.company.name or "the company", fit.company != type(fit.company)()),
        ("departments", bool(fit.departments)),
        ("promises", bool(fit.promises)),
        ("the report", bool(fit.report)),
        ("waits", bool(fit.stages)),
        ("the numbers of a year", fit.volumes != type(fit.volumes)()),
    )
    return ", ".join(says for says, is_set in parts if is_set)
