"""What was fitted is said in lines."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.journey.fit import Fit, FitLine
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.script import Script
from empathy_sim.line.contract import clauses, report_intro
from tests.debrief.played_logs import played, script_named


def fitted(source: str) -> Script:
    script = script_named("the-long-way")
    report: tuple[ReportLine, ...] = tuple(
        replace(line, source=source) for line in script.journey.report
    )
    fit = Fit(fit="the-long-way", report={"service_level": FitLine(reads="91%")})
    return replace(script, journey=replace(script.journey, report=report), fitted=fit)


def what_happens(script: Script) -> str:
    told = clauses(
        script,
        played("the-long-way", 1),
        "workshop",
        kept_in="~/kept",
        words_days=30,
    )
    return told[0].says


def test_a_fitted_company_is_not_called_invented() -> None:
    assert "Hearth & Vale, an invented company, for" in what_happens(
        script_named("the-long-way")
    )
    assert "Hearth & Vale, in an invented story fitted to it, for" in what_happens(
        fitted("yours")
    )


def test_the_report_is_called_invented_as_far_as_it_is() -> None:
    assert report_intro(script_named("the-long-way")).endswith(
        "The figures are invented; the kind is not."
    )
    assert report_intro(fitted("yours")).endswith("what its executives see.")
