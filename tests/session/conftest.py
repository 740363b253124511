"""A small script, a store, a clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.journey import (
    Begins,
    Company,
    Customer,
    Ending,
    Journey,
    Prediction,
    Resource,
    Stage,
)
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import AtMost, Option
from empathy_sim.journey.touchpoints.hold import (
    Announcement,
    Drops,
    Estimate,
    Hold,
    Slip,
)
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.journey.units import HOUR, MINUTE, SECOND, Drain, Moment
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore

HOLD = Hold(
    kind="hold",
    lasts=26 * MINUTE,
    announces=(Announcement(says="Your call matters.", every=45 * SECOND),),
    estimate=Estimate(
        starts=4 * MINUTE, slips=(Slip(at=Moment(share=2_000), to=12 * MINUTE),)
    ),
    drops=Drops(
        at=Moment(share=9_500),
        when=Condition(not_=Condition(visits="queue", at_least=2)),
    ),
    at_most=AtMost(visits=3, then="gave_up"),
    leads={"answered": "answered", "dropped": "dead", "hung_up": "gave_up"},
)
DEAD = Notice(
    kind="notice",
    says="The music stops.",
    options=(
        Option(says="Call again", leads="queue"),
        Option(says="Leave it", leads="gave_up"),
    ),
)
LEADS = {"answered": "end.solved", "gave_up": "end.gave_up"}
BATTERY = Resource(starts=9_000, drains=Drain(100, 2 * MINUTE), while_="phone")


def small_script() -> Script:
    """A hold that drops once, and a notice between the tries."""
    scenario = Scenario(
        scenario="holding",
        title="Holding",
        about="A hold.",
        channel="phone",
        intensity=2,
        exits=("answered", "gave_up"),
        starts="queue",
        touchpoints={"queue": HOLD, "dead": DEAD},
    )
    journey = Journey(
        journey="a-call",
        title="A call",
        about="A call.",
        company=Company(name="Hearth & Vale", trade="kettles"),
        begins=Begins(day="Tuesday", at=10 * HOUR),
        departments=("operations",),
        customer=Customer(
            goal="A kettle.",
            stakes="A birthday.",
            resources={"phone_battery": BATTERY},
        ),
        predictions=(Prediction(id="help", asks="?", measures="minutes_to_help"),),
        stages=(Stage(stage="calling", title="Calling", plays="holding", leads=LEADS),),
        endings={
            "solved": Ending(outcome="solved", says="It is done."),
            "gave_up": Ending(outcome="gave_up", says="It is left."),
        },
    )
    stage = ScriptStage(id="calling", title="Calling", scenario=scenario, leads=LEADS)
    return Script(journey=journey, stages={"calling": stage})


@pytest.fixture(scope="session")
def script() -> Script:
    return small_script()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def begin(
    script: Script, store: MemoryStore, clock: ManualClock
) -> Callable[[], Session]:
    """Opens a session of the small script."""
    return lambda: Session.begin(
        script, plain_cast({"order_number": "HV-1"}), store=store, clock=clock
    )
