"""A short story with all that a frame shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from empathy_sim.journey.cause import Cause, Fix
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import freeze, spelled
from empathy_sim.journey.journey import (
    Begins,
    Company,
    Customer,
    DebriefAsks,
    Ending,
    Journey,
    Like,
    Prediction,
    ReportLine,
    Resource,
    Stage,
)
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Felt, Option
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.journey.units import HOUR, MINUTE, Drain

NOTHING: Mapping[str, bool] = MappingProxyType({})
Says = Callable[[str], str]
_METRICS = (
    "service_level",
    "containment",
    "csat",
    "fill_rate",
    "nps",
    "on_time_delivery",
)
_LEADS = {"out": "end.solved"}


def as_written(text: str) -> str:
    return text


def other_words(words: Iterator[str]) -> Says:
    """What authors say, in other words than ours."""
    return lambda _: next(words)


def story(says: Says = as_written) -> Script:
    """Three notices, two frictions of two departments, a kindness.

    Args:
        says: turns a text of the author's into another.
    """
    scenario = Scenario(
        scenario="waiting",
        title=says("Waiting"),
        about=says("It is late."),
        channel="story",
        intensity=1,
        exits=("out",),
        starts="one",
        touchpoints=_notices(says),
        causes={
            "late": _cause(says, "operations", "marketing", sets={"late": False}),
            "dear": _cause(says, "finance", "operations"),
        },
        no_good_option="late",
    )
    title = says("The day")
    stage = ScriptStage(id="day", title=title, scenario=scenario, leads=_LEADS)
    return Script(journey=_journey(says, title), stages={"day": stage})


def fixes_in_json(script: Script) -> str:
    """What mending `waiting/late` makes of a story's day: its friction is gone."""
    day = script.stages["day"]
    points = dict(day.scenario.touchpoints)
    points["one"] = replace(points["one"], friction=None, cause=None, evidence={})
    mended = replace(day, scenario=replace(day.scenario, touchpoints=points))
    return spelled(freeze(Fixes(stages={"waiting/late": {"day": mended}})))


def _notices(says: Says) -> dict[str, Notice]:
    def notice(leads: str, friction: str, cause: str | None) -> Notice:
        return Notice(
            kind="notice",
            says=says("A card lies on the mat."),
            friction=friction,
            cause=cause,
            kindness=says("Somebody waved."),
            evidence={friction: says("three complaints")},
            meant_to_feel=Felt(pleasant=-2, aroused=1),
            options=(Option(says=says("Go on"), id="on", leads=leads),),
        )

    return {
        "one": notice("two", "promise_slipped", "late"),
        "two": notice("three", "asked_again", "dear"),
        "three": notice("out", "misheard", None),
    }


def _cause(
    says: Says,
    department: str,
    mended_by: str,
    sets: Mapping[str, bool] = NOTHING,
) -> Cause:
    return Cause(
        kind="policy",
        department=department,
        kept_by=says("80% in 20 seconds"),
        since=says("2019"),
        why=says("It was decided."),
        frontline_says=says("We said so."),
        evidence=says("Forty a week."),
        fix=Fix(
            change=says("Decide again."), department=mended_by, cost="low", sets=sets
        ),
    )


def _journey(says: Says, stage: str) -> Journey:
    lines = (
        ReportLine(metric=each, says=says(each), reads=says("84%"), target=says("80%"))
        for each in _METRICS
    )
    return Journey(
        journey="a-call",
        title=says("A call"),
        about=says("About a call."),
        company=Company(name=says("Hearth"), trade=says("kettles")),
        begins=Begins(day="Tuesday", at=10 * HOUR),
        minutes=18,
        departments=("operations", "finance", "marketing"),
        report=tuple(lines),
        customer=Customer(
            goal=says("A kettle."),
            stakes=says("A birthday."),
            story=says("She asks for nothing."),
            holds={"number": Like(like="HV-1", says=says("Number"), on=says("mail"))},
            resources={
                "phone": Resource(
                    says=says("Phone"), starts=9_000, drains=Drain(100, 2 * MINUTE)
                )
            },
        ),
        predictions=(
            Prediction(id="contacts", asks=says("How many?"), measures="contacts"),
            Prediction(id="waited", asks=says("How long?"), measures="minutes_waited"),
        ),
        stages=(Stage(stage="day", title=stage, plays="waiting", leads=_LEADS),),
        endings={
            "solved": Ending(
                outcome="solved", title=says("Done"), says=says("It is on the table.")
            )
        },
        debrief=DebriefAsks(asks=(says("What would you tell a friend?"),)),
    )
