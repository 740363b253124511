"""How many lines of a report are green, told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.debrief.phrases import capital, many, number
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.report_lights import Light, light_of


def figures_in_words(lines: Iterable[ReportLine]) -> str:
    """How many figures are green: `All eight figures are green.`; empty without any."""
    lights = [light_of(each) for each in lines]
    of, green = len(lights), lights.count("green")
    if of == 1:
        return f"The one figure {_FIGURE[lights[0]]}."
    if green == of:
        return f"All {many(of, 'figure')} are green." if of else ""
    told = _counted(lights, f"of {many(of, 'figure')}")
    return f"{capital(told)}."


_FIGURE = {
    "green": "is green",
    "red": "misses its target",
    "unknown": "cannot be held against its target",
}


def over_the_month(lights: Iterable[Light]) -> str:
    """How many lines are green over the month; one journey changes no colour."""
    every = list(lights)
    of, green = len(every), every.count("green")
    if of == 1:
        return _ONE[every[0]]
    if green == of:
        return f"Over the month all {number(of)} stay green."
    return f"Over the month {_counted(every, f'of the {number(of)}')}."


_ONE = {
    "green": "It stays green.",
    "red": "Over the month it misses its target.",
    "unknown": "Whether it reaches its target cannot be told.",
}


def _counted(lights: list[Light], of: str) -> str:
    """`six of the eight are green, and two miss their targets`."""
    return ", and ".join(_parts(lights, of))


def _parts(lights: list[Light], of: str) -> Iterator[str]:
    green, red = lights.count("green"), lights.count("red")
    untold = lights.count("unknown")
    is_one = green in {0, 1}
    yield f"{number(green) if green else 'none'} {of} {_IS[is_one]} green"
    if red:
        yield f"{number(red)} {_MISSES[red == 1]}"
    if untold:
        yield f"of {number(untold)} it cannot be told"


_IS = {True: "is", False: "are"}
_MISSES = {True: "misses its target", False: "miss their targets"}


def closing_of(lines: Iterable[ReportLine]) -> str:
    """The question that everything leads to; of targets that are missed, no other."""
    if any(light_of(each) != "green" for each in lines):
        return "Every department has its target. Which of these targets did you set?"
    return CLOSING


CLOSING = "Over the month every department hit its target. Which of these targets did you set?"
