"""A journey as a facilitator has set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from msgspec import json, structs

from empathy_sim.journey.fit import Fit, FitLine
from empathy_sim.journey.journey import Journey, ReportLine
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.library.meaning_fit import wrong_in_fit
from empathy_sim.library.meaning_names import DEPARTMENT, departments_named
from empathy_sim.library.meaning_wrong import Wrong, in_words
from empathy_sim.library.placing import placed
from empathy_sim.library.reading import Written, read_file, shaped, validated

IN_FIT: Final = "<fit>"
"""Of what a `Wrong` is, where it stands in the fit and not in the journey."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a journey is fitted with."""

    fit: Fit
    written: Written | None = None
    """Its file; None where there is none, and nothing is fitted."""

    @property
    def sets(self) -> Mapping[str, Mapping[str, SettingValue]]:
        """Settings, by stage."""
        return {
            stage: {name: number.is_ for name, number in settings.items()}
            for stage, settings in self.fit.stages.items()
        }

    def told(
        self,
        journey: Journey,
        scenarios: Mapping[str, Scenario | None],
        more: list[Wrong],
    ) -> Written | None:
        """Its file, with all that is wrong in it.

        Args:
            journey: as it is written.
            scenarios: what it plays, as far as that can be read.
            more: what else was found wrong with it.
        """
        if self.written is None or self.written.problems:
            return self.written
        wrongs = [*wrong_in_fit(self.fit, journey, scenarios), *more]
        return replace(self.written, problems=placed(self.written, wrongs))


def read_fitting(file: Path | Written | None, journey: str) -> Fitting:
    """What a file fits a journey with; where it has problems, nothing.

    Args:
        file: where it is, or what it says; None where nothing is fitted.
        journey: the journey that is fitted.
    """
    nothing = Fit(fit=journey)
    if file is None:
        return Fitting(nothing)
    written = file if isinstance(file, Written) else read_file(file)
    if written.value is not None and written.kind != "fit":
        says = "the first key does not say fit"
        wrong = Wrong("E335", (), says, f"begin the file with fit: {journey}")
        return Fitting(nothing, written.with_wrong(wrong))
    fit, told = shaped(written, Fit, {})
    if fit is None:
        return Fitting(nothing, told)
    if fit.fit != journey:
        says = f'this fits "{fit.fit}", and {journey} is played'
        wrong = Wrong("E335", ("fit",), says, f"write fit: {journey}")
        return Fitting(nothing, told.with_wrong(wrong))
    return Fitting(fit, told)


def dressed(value: Any, called: Mapping[str, str]) -> Any:
    """The plain value of a file, with departments by the names they have here.

    The very same value, where it names none that is called otherwise.

    Args:
        value: a scenario's, or a journey's.
        called: names of departments, by the ids that the authors gave them.
    """
    if not called and DEPARTMENT.encode() not in json.encode(value):
        return value
    worded = _worded(value, called)
    match worded:
        case {"causes": {**causes}} if called:
            owned = {name: _owned(cause, called) for name, cause in causes.items()}
            return {**worded, "causes": owned}
        case _:
            return worded


def _worded(value: Any, called: Mapping[str, str]) -> Any:
    match value:
        case str() if DEPARTMENT in value:
            return departments_named(
                value, lambda name: called.get(name, in_words(name))
            )
        case dict():
            return {key: _worded(held, called) for key, held in value.items()}
        case list():
            return [_worded(held, called) for held in value]
        case _:
            return value


def _owned(cause: Any, called: Mapping[str, str]) -> Any:
    """A cause as it is written, with its departments by their names."""
    match cause:
        case {"department": str(name)}:
            cause = {**cause, "department": called.get(name, name)}
        case _:
            return cause
    match cause:
        case {"fix": {"department": str(name)} as fix}:
            return {**cause, "fix": {**fix, "department": called.get(name, name)}}
        case _:
            return cause


def fitted(journey: Journey, written: object, fit: Fit) -> Journey:
    """A journey with what a fit sets in it, but for its stages.

    Args:
        journey: as it is written; nothing is wrong with it.
        written: the plain value that it was read from.
        fit: what is set.
    """
    worded = dressed(written, fit.departments)
    if worded is not written:
        journey = validated(worded, Journey, {})
    if fit.is_empty:
        return journey
    company = {k: v for k, v in structs.asdict(fit.company).items() if v is not None}
    called = [fit.departments.get(each, each) for each in journey.departments]
    return structs.replace(
        journey,
        company=structs.replace(journey.company, **company),
        departments=tuple(dict.fromkeys(called)),
        promises={**journey.promises, **fit.promises},
        report=tuple(
            _line(each, fit.report.get(each.metric)) for each in journey.report
        ),
    )


def _line(line: ReportLine, fit: FitLine | None) -> ReportLine:
    if fit is None:
        return line
    return structs.replace(
        line,
        reads=fit.reads or line.reads,
        target=fit.target or line.target,
        trend=fit.trend or line.trend,
        source=fit.whose,
    )
