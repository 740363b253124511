"""Whether a fit means something, with its journey."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from empathy_sim.journey.fit import Fit
from empathy_sim.journey.journey import Journey
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.units import Unreadable
from empathy_sim.library.fit_shapes import check_figure, check_name
from empathy_sim.library.meaning_causes import owned
from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.walks import walk_of


def wrong_in_fit(
    fit: Fit, journey: Journey, scenarios: Mapping[str, Scenario | None]
) -> Iterator[Wrong]:
    """Everything that can be said of a fit.

    Args:
        fit: as it is written.
        journey: what it fits, as that is written.
        scenarios: what the journey plays; None for one that cannot be read.
    """
    metrics = [line.metric for line in journey.report]
    stages = [stage.stage for stage in journey.stages]
    yield from _unknown(fit.departments, journey.departments, "E308", "departments")
    yield from _unknown(fit.promises, journey.promises, "E309", "promises")
    yield from _unknown(fit.report, metrics, "E319", "report")
    yield from _unknown(fit.stages, stages, "E304", "stages")
    for name, called in fit.departments.items():
        yield from owned(called, ("departments", name))
    yield from _misshapen(fit, journey)
    for mention in walk_of(fit).of("text"):
        for name in names_in(mention.name):
            says = f'"<{name}>" is shown as it is here, and stands for nothing'
            yield Wrong("E317", mention.at, says, "write what it stands for", name=name)
    for stage in journey.stages:
        scenario = scenarios.get(stage.plays)
        if scenario is not None and stage.stage in fit.stages:
            yield from _wrong_settings(fit, stage.stage, scenario)


def _misshapen(fit: Fit, journey: Journey) -> Iterator[Wrong]:
    """Figures that are none of their kind, and names without a letter."""
    called: list[tuple[Path, str]] = [
        *((("departments", name), text) for name, text in fit.departments.items()),
        *((("promises", name), text) for name, text in fit.promises.items()),
    ]
    if fit.company.trade:
        called.append((("company", "trade"), fit.company.trade))
    for named, text in called:
        yield from _refused(named, partial(check_name, text))
    for line in journey.report:
        given = fit.report.get(line.metric)
        for part in ("reads", "target") if given else ():
            typed, own = getattr(given, part), getattr(line, part)
            if typed:
                at: Path = ("report", line.metric, part)
                yield from _refused(at, partial(check_figure, line.metric, own, typed))


def _refused(at: Path, check: Callable[[], None]) -> Iterator[Wrong]:
    try:
        check()
    except Unreadable as wrong:
        yield Wrong(wrong.code, at, wrong.says, wrong.hint)


_SAYS: Mapping[str, str] = {
    "departments": "is not among the departments of",
    "promises": "is not promised in",
    "report": "is not a line of the report of",
    "stages": "is not a stage of",
}


def _unknown(
    named: Collection[str], known: Collection[str], code: str, section: str
) -> Iterator[Wrong]:
    for name in named:
        if name not in known:
            says = f'"{name}" {_SAYS[section]} this journey'
            hint = nearest(name, known) or f"leave {section} out"
            yield Wrong(code, (section, name), says, hint, on_key=True, name=name)


def _wrong_settings(fit: Fit, stage: str, scenario: Scenario) -> Iterator[Wrong]:
    for name, number in fit.stages[stage].items():
        at: Path = ("stages", stage, name)
        if name not in scenario.settings:
            says = f'"{name}" is not a setting of {scenario.scenario}'
            hint = nearest(name, scenario.settings) or "leave it out"
            yield Wrong("E301", at, says, hint, on_key=True, name=name)
            continue
        try:
            check_value(scenario.settings[name], number.is_)
        except Unreadable as wrong:
            yield Wrong("E333", at, wrong.says, wrong.hint)
