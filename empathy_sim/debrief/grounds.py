"""Whose the numbers of a journey are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.debrief.decided import FigureHeld
from empathy_sim.debrief.money import figures_of
from empathy_sim.journey.currency import currency_in, priced
from empathy_sim.journey.fit import (
    Fit,
    FitAmount,
    FitNumber,
    Whose,
    counted,
    hundredths,
)
from empathy_sim.journey.journey import Journey, ReportLine
from empathy_sim.journey.scenario import Setting
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import Unreadable, duration, spoken

TITLE = "Whose numbers these are"
REST = "Every other wait, promise and count in it is invented."


@dataclass(frozen=True, slots=True)
class Grounded:
    """A number, and whose it is."""

    where: str
    """`The report`, a stage's title, or `A year`."""
    says: str
    """What it is the number of."""
    number: str
    whose: Whose
    source: str = ""
    """Where it is published; empty for what is not."""

    @property
    def ground(self) -> str:
        """Whose it is, in words: `published: the annual report`."""
        return f"{self.whose}: {self.source}" if self.source else self.whose

    @property
    def line(self) -> str:
        """All of it, on one line."""
        return f"{self.where}. {self.says.rstrip('.')}: {self.number} ({self.ground})."


def figures_begun(script: Script) -> Mapping[str, FigureHeld]:
    """The leader's three numbers, as far as they were fitted; said by no move yet."""
    held: dict[str, FigureHeld] = {}
    for name, amount in _amounts(script.fitted).items():
        read = counted if name == "customers" else hundredths
        sign = currency_in(f"{amount.is_}")
        held[name] = FigureHeld(read(amount.is_), amount.whose, 0, sign)
    return held


def currency_of(journey: Journey, figures: Mapping[str, FigureHeld]) -> str:
    """The sign given last with a number; else the journey's; empty without either."""
    given = [each for each in figures.values() if each.currency]
    last = max(given, key=lambda each: each.seq, default=None)
    return last.currency if last else journey.currency or ""


def grounds_of(script: Script) -> tuple[Grounded, ...]:
    """Whose each number is: of the report, of the waits, of a year.

    None where nothing was fitted: then all are invented.
    """
    if script.fitted is None:
        return ()
    return (
        *_reported(script, script.fitted),
        *_set(script, script.fitted),
        *_yearly(script, script.fitted),
    )


def marked(line: ReportLine) -> str:
    """What a line of the report reads, with whose it is where it is not invented."""
    if line.source == "invented":
        return line.reads
    return f"{line.reads} ({line.source})"


def _reported(script: Script, fit: Fit) -> Iterator[Grounded]:
    for line in script.journey.report:
        given = fit.report.get(line.metric)
        says = line.says or line.metric.replace("_", " ").capitalize()
        source = (given.source or "") if given else ""
        yield Grounded("The report", says, line.reads, line.source, source)
        if given and given.target:
            says = f"{says}: the target"
            yield Grounded("The report", says, line.target, line.source, source)


def _set(script: Script, fit: Fit) -> Iterator[Grounded]:
    for name, stage in script.stages.items():
        for setting, number in fit.stages.get(name, {}).items():
            declared = stage.scenario.settings.get(setting)
            if declared is not None:
                says = declared.about.rstrip(".")
                yield Grounded(
                    stage.title,
                    says,
                    value_told(declared, number),
                    number.whose,
                    number.source or "",
                )


def value_told(declared: Setting, number: FitNumber) -> str:
    """What a setting is, as one says it: `18 minutes`, `yes`."""
    match number.is_:
        case bool() as switch:
            return "yes" if switch else "no"
        case str() as text if declared.is_ == "duration":
            try:
                return spoken(duration(text))
            except Unreadable:
                return text
        case plain:
            return f"{plain}"


def _yearly(script: Script, fit: Fit) -> Iterator[Grounded]:
    given = _amounts(fit)
    for figure in figures_of(figures_begun(script)):
        if figure.id in given:
            value, source = figure.held.value, given[figure.id].source or ""
            sign = figure.held.currency or script.journey.currency or ""
            number = f"{value:,}"
            if figure.unit == "money":
                number = priced(f"{value / 100:,.2f}", sign)
            says = _FIGURES[figure.id]
            yield Grounded("A year", says, number, figure.held.ground, source)


_FIGURES: Mapping[str, str] = {
    "customers": "Customers on this path",
    "contact_cost": "What one contact costs",
    "margin": "What a customer brings",
}


def _amounts(fit: Fit | None) -> Mapping[str, FitAmount]:
    if fit is None:
        return {}
    volumes = fit.volumes
    found = {
        "customers": volumes.customers,
        "contact_cost": volumes.contact_cost,
        "margin": volumes.margin,
    }
    return {name: amount for name, amount in found.items() if amount is not None}
