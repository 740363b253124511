"""Small scripts made of nouns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from empathy_sim.journey.journey import (
    Begins,
    Company,
    Customer,
    Ending,
    Journey,
    Prediction,
    ReportLine,
    Resource,
    Stage,
)
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Due, Option, Touchpoint
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.journey.units import HOUR, MINUTE, Drain

BATTERY = Resource(
    starts=1_000,
    drains=Drain(100, 2 * MINUTE),
    while_="phone",
    at_zero="drops_call",
    low=500,
    low_says="The phone shows a red bar.",
    zero_says="The screen goes dark.",
)
"""Ten percent, and one less every two minutes of a call."""
LUNCH = Resource(
    starts=10 * MINUTE,
    drains=Drain(1, 1),
    scope="day",
    low=2 * MINUTE,
    low_says="A colleague looks at the clock.",
    zero_says="The break is over.",
)
"""Ten minutes of each day."""


def notice(*ways: str, **more: Any) -> Notice:
    """A notice with an option to each target, named as the target."""
    options = tuple(Option(says=f"To {way}", id=way, leads=way) for way in ways)
    given = {"says": "Something to read.", "options": options, **more}
    return Notice(kind="notice", **given)


def hold(lasts: int = 20 * MINUTE, **more: Any) -> Hold:
    """A hold that is answered: it leads to `done`, as does hanging up."""
    leads = {"answered": "done", "hung_up": "done"}
    made = Hold(kind="hold", lasts=lasts, leads=leads)
    return replace(made, **more)


def scenario(name: str, touchpoints: Mapping[str, Touchpoint]) -> Scenario:
    """A scenario that starts at its first touchpoint; its exit is `done`."""
    return Scenario(
        scenario=name,
        title=name.capitalize(),
        about="Something goes wrong.",
        channel="phone",
        intensity=1,
        exits=("done",),
        starts=next(iter(touchpoints)),
        touchpoints=touchpoints,
    )


def journey_of(
    stages: Mapping[str, Mapping[str, Touchpoint]],
    *,
    resources: Mapping[str, Resource] | None = None,
    promised: Mapping[str, Due] | None = None,
    predictions: tuple[Prediction, ...] = (),
    report: tuple[ReportLine, ...] = (),
) -> Script:
    """Stages that follow each other; the last leads to the ending `solved`."""
    names = [*stages, "end.solved"]
    leads = {
        stage: {"done": after} for stage, after in zip(stages, names[1:], strict=True)
    }
    return Script(
        journey=Journey(
            journey="a-journey",
            title="A journey",
            about="A journey.",
            company=Company(name="Hearth & Vale", trade="kettles", site="hv.example"),
            begins=Begins(day="Tuesday", at=10 * HOUR),
            departments=("operations", "finance"),
            report=report,
            promises={"delivery": "The kettle arrives"},
            customer=Customer(
                goal="A kettle.", stakes="A birthday.", resources=resources or {}
            ),
            predictions=predictions,
            stages=tuple(
                Stage(stage=stage, title=stage, plays=stage, leads=leads[stage])
                for stage in stages
            ),
            endings={"solved": Ending(outcome="solved", says="It is done.")},
        ),
        stages={
            stage: ScriptStage(
                id=stage,
                title=stage,
                scenario=scenario(stage, touchpoints),
                leads=leads[stage],
            )
            for stage, touchpoints in stages.items()
        },
        promised=promised or {},
    )


def alone(
    touchpoints: Mapping[str, Touchpoint],
    *,
    resources: Mapping[str, Resource] | None = None,
    promised: Mapping[str, Due] | None = None,
) -> Script:
    """One stage, `alone`, of these touchpoints."""
    return journey_of({"alone": touchpoints}, resources=resources, promised=promised)
