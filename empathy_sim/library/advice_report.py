"""Lines of a report that miss their targets."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.journey import Journey, ReportLine
from empathy_sim.journey.report_lights import is_alike, light_of, quantity
from empathy_sim.journey.script import Script
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path


def missed_in_journey(journey: Journey) -> Iterator[Wrong]:
    """Lines that do not read what they should, where their author wrote them."""
    for index, line in enumerate(journey.report):
        yield from _missed(line, ("report", index, "reads"), "this")


def missed_by_fit(fitted: Script) -> Iterator[Wrong]:
    """The same of the lines that a fit sets, at what it sets of them.

    Args:
        fitted: the journey with what the fit sets.
    """
    if fitted.fitted is None:
        return
    for line in fitted.journey.report:
        given = fitted.fitted.report.get(line.metric)
        if given is not None and (given.reads or given.target):
            part = "reads" if given.reads else "target"
            yield from _missed(line, ("report", line.metric, part), "your")


def _missed(line: ReportLine, at: Path, whose: str) -> Iterator[Wrong]:
    if light_of(line) == "red":
        says = f"{whose} reading, {line.reads}, misses its target, {line.target}"
        hint = "look at both numbers; if it is so, it is shown as missed, not as green"
        yield Wrong("W508", at, says, hint)
    reads, target = quantity(line.reads), quantity(line.target)
    if reads and target and not is_alike(reads, target):
        says = (
            f"{whose} reading, {line.reads}, cannot be held against its target, "
            f"{line.target}"
        )
        yield Wrong("W508", at, says, "write both in one unit")
