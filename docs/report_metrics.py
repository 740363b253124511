"""The metrics that a report can have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.friction_examples import in_a_scenario
from empathy_sim.debrief.account import Account
from empathy_sim.debrief.measures import Measure
from empathy_sim.debrief.recorded import recorded_readings
from empathy_sim.journey.report_metrics import MEASURED_BY
from empathy_sim.journey.script import Script
from empathy_sim.library.compose import compose_scenario

_TIMES = frozenset({"handle_time", "speed_of_answer"})
"""Measured as times, and counted call by call, for a line or against it."""


def metrics() -> Iterator[tuple[tuple[str, ...], Measure]]:
    """The names that a line can have, with the measure that it is counted by."""
    by_measure: dict[str, list[str]] = {}
    for name, id_ in MEASURED_BY.items():
        by_measure.setdefault(id_, []).append(name)
    for measure in _measures():
        if measure.unit == "count" or measure.id in _TIMES:
            yield (*by_measure.get(measure.id, ()), measure.id), measure


def _measures() -> Iterator[Measure]:
    """What the company's own report makes of a log, here of an empty one."""
    account = Account.of(_any_script(), ())
    yield from (each.measure for each in recorded_readings(account))


def _any_script() -> Script:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "example.yaml"
        file.write_text(in_a_scenario(""), "utf-8")
        script = compose_scenario(file).script
    if script is None:
        raise AssertionError(file)
    return script
