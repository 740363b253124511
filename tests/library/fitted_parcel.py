"""The small journey, and a fit of it."""

from __future__ import annotations

from pathlib import Path

from empathy_sim.library.compose import Composer
from empathy_sim.library.composed import Composed
from empathy_sim.library.problems import Problem
from empathy_sim.library.shelf import find_shelf
from tests.library.small_library import JOURNEY, put, write_library

REPORT = """\
report:
  - {metric: service_level, says: Answered in time, reads: 84%, target: 80%}
  - {metric: refunds_in_target, reads: 99%, target: 98%}
"""
FIT = """\
fit: the-parcel
company: {name: Northgate Home, site: northgate.example}
departments: {operations: service centre}
promises: {parcel: The sofa comes}
report: {service_level: {reads: 91%, whose: published, source: "Annual report, page 8"}}
stages: {anruf: {wait: {is: 18m}}}
volumes: {customers: {is: 12000}, contact_cost: {is: 6.5, whose: invented}}
"""


def write_parcel(folder: Path) -> Path:
    """Write the journey with a report; gives its file."""
    write_library(folder)
    return put(folder / "journeys" / "the-parcel.yaml", JOURNEY + REPORT)


def fitted_with(folder: Path, text: str) -> Composed:
    """The journey, composed with a fit."""
    journey = write_parcel(folder)
    put(folder / "fits" / "the-parcel.fit.yaml", text)
    return Composer(find_shelf([folder])).compose(journey)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, str]]:
    """Each problem's code and place, and what to try."""
    return [(each.code, each.line, each.column, each.hint) for each in problems]
