"""A journey: a customer, a goal, and stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import field

from empathy_sim.journey.marks import (
    Count,
    DepartmentId,
    Draining,
    FactId,
    Id,
    Level,
    PromiseId,
    ResourceId,
    Text,
    TimeOfDay,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.units import Unreadable

Chair = Literal["customer"]
Colour = Literal["teal", "plum", "amber", "slate", "rose", "moss"]
Weekday = Literal[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
]
Outcome = Literal["solved", "partly", "gave_up", "locked_out", "still_waiting"]


class Company(Noun, frozen=True, kw_only=True):
    """Whom the customer deals with; invented."""

    name: Text
    trade: Text
    colour: Colour = "slate"
    site: Text | None = None
    phone: Text | None = None


class Begins(Noun, frozen=True, kw_only=True):
    """When the story begins."""

    day: Weekday
    at: TimeOfDay
    date: str | None = None
    """`2025-06-10`; without it, such a day in June 2025."""


class ReportLine(Noun, frozen=True, kw_only=True):
    """One line of the monthly report that the leader sees first; authored."""

    metric: Id
    says: Text | None = None
    """What the report calls it; by default the metric's name."""
    reads: Text
    target: Text
    trend: Literal["up", "down", "flat"] = "flat"
    source: Literal["yours", "published", "invented"] = "invented"


class Who(Noun, frozen=True, kw_only=True):
    """Whom Faker casts; a name may be chosen from a few."""

    locale: str = "en_GB"
    first_name: tuple[str, ...] = ()
    last_name: tuple[str, ...] = ()


class Resource(Noun, frozen=True, kw_only=True):
    """Something the customer has only so much of."""

    starts: Level
    says: Text | None = None
    """What it is called on the screen; by default its id in words."""
    drains: Draining
    while_: Literal["always", "phone"] = "always"
    scope: Literal["journey", "day"] = "journey"
    """A day's resource is whole again the next morning."""
    at_zero: Literal["drops_call", "warns"] = "warns"
    low: Level | None = None
    """Below this it is shown as low, and crossing it is an event."""
    low_says: Text | None = None
    zero_says: Text | None = None


class Like(Noun, frozen=True, kw_only=True):
    """A fact drawn to a pattern: `#` a digit, `?` a capital letter."""

    like: str
    says: Text | None = None
    """What it is called in the notebook; by default its id in words."""
    on: Text | None = None
    """Where the customer has it: `the confirmation e-mail`."""
    from_: Id | None = None
    """The stage from which on it is in the notebook; by default from the beginning."""


class Customer(Noun, frozen=True, kw_only=True):
    """Whom the leader plays."""

    who: Who = field(default_factory=Who)
    goal: Text
    stakes: Text
    resources: Mapping[ResourceId, Resource] = field(default_factory=dict)
    holds: Mapping[FactId, str | Like] = field(default_factory=dict)
    """Facts, in words or drawn."""
    story: Text | None = None
    """A few sentences for the card."""


class Prediction(Noun, frozen=True, kw_only=True):
    """A number the leader guesses before, and that is measured after."""

    id: Id
    asks: Text
    measures: str
    """`minutes_to_help`, `contacts`, `minutes_waited`, `times_asked.FACT`, ..."""
    unit: Literal["minutes", "times", "days", "people", "percent"] = "times"
    least: Count = 0
    most: Count = 999


class Stage(Noun, frozen=True, kw_only=True):
    """A named stretch: one scenario, its settings, and where its exits lead."""

    stage: Id
    title: Text
    plays: Id
    with_: Mapping[Id, str | int | bool] = field(default_factory=dict)
    leads: Mapping[Id, str]
    """Each exit to a stage, or to `end.` and an ending."""


class Ending(Noun, frozen=True, kw_only=True):
    """How it ends; giving up is as full an ending as any."""

    outcome: Outcome
    says: Text
    title: Text | None = None


class DebriefAsks(Noun, frozen=True, kw_only=True):
    """The designer's own questions."""

    asks: tuple[Text, ...] = ()


class Journey(Noun, frozen=True, kw_only=True):
    """A journey as it is written."""

    journey: Id
    title: Text
    about: Text
    chair: Chair = "customer"
    company: Company
    begins: Begins
    minutes: Count | None = None
    """About how long it takes at workshop pace, without the debrief."""
    intensity: Count = 2
    hours: Text | None = None
    """When the lines are open, as the company says it."""
    departments: tuple[DepartmentId, ...]
    report: tuple[ReportLine, ...] = ()
    promises: Mapping[PromiseId, Text] = field(default_factory=dict)
    customer: Customer
    predictions: tuple[Prediction, ...] = ()
    stages: tuple[Stage, ...]
    endings: Mapping[Id, Ending]
    debrief: DebriefAsks = field(default_factory=DebriefAsks)

    def __post_init__(self) -> None:
        if not self.stages:
            raise Unreadable(
                "a journey needs a stage", "add one to stages", code="E213"
            )
