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
    StageId,
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
    """What it is called; texts say it as `<company.name>`."""
    trade: Text
    """What it sells, in a few words."""
    colour: Colour = "slate"
    """The colour of its pages."""
    site: Text | None = None
    """What its pages show as their address; an ending of `.example` is nobody's."""
    phone: Text | None = None
    """Its number, as it prints it; choose one that nobody has."""


class Begins(Noun, frozen=True, kw_only=True):
    """When the story begins."""

    day: Weekday
    """The day of the week."""
    at: TimeOfDay
    """The time of that day: `10:00`."""
    date: str | None = None
    """`2025-06-10`; without it, such a day in June 2025."""


class ReportLine(Noun, frozen=True, kw_only=True):
    """One line of the monthly report that the leader sees first; authored."""

    metric: Id
    """The name of the number, as an id: `service_level`."""
    says: Text | None = None
    """What the report calls it; by default the metric's name."""
    reads: Text
    """What it reads this month: `84%`."""
    target: Text
    """What it should read. A good report is green, and true."""
    trend: Literal["up", "down", "flat"] = "flat"
    """Where it has been going."""
    source: Literal["yours", "published", "invented"] = "invented"
    """Whose number it is; the debrief says so beside it."""


class Who(Noun, frozen=True, kw_only=True):
    """Whom Faker casts; a name may be chosen from a few."""

    locale: str = "en_GB"
    """The country and language that names and addresses are drawn for."""
    first_name: tuple[str, ...] = ()
    """First names to draw from; without any, one that is usual there."""
    last_name: tuple[str, ...] = ()
    """Last names to draw from; without any, one that is usual there."""


class Resource(Noun, frozen=True, kw_only=True):
    """Something the customer has only so much of."""

    starts: Level
    """How much there is to begin with: `34%`, `40m`."""
    says: Text | None = None
    """What it is called on the screen; by default its id in words."""
    drains: Draining
    """How fast it goes: `1%/2m`, or `clock` for time itself."""
    while_: Literal["always", "phone"] = "always"
    """When it goes: always, or only while on the telephone."""
    scope: Literal["journey", "day"] = "journey"
    """A day's resource is whole again the next morning."""
    stages: tuple[StageId, ...] = ()
    """The stages in which it goes and is shown; by default in all."""
    at_zero: Literal["drops_call", "warns"] = "warns"
    """What happens when none is left: a call ends, or it is only said."""
    low: Level | None = None
    """Below this it is shown as low, and crossing it is an event."""
    low_says: Text | None = None
    """What is said as it becomes low."""
    zero_says: Text | None = None
    """What is said when none is left."""


class Like(Noun, frozen=True, kw_only=True):
    """A fact drawn to a pattern: `#` a digit, `?` a capital letter."""

    like: str
    """The pattern; other signs stand for themselves: `HV-######-??`."""
    says: Text | None = None
    """What it is called in the notebook; by default its id in words."""
    on: Text | None = None
    """Where the customer has it: `the confirmation e-mail`."""
    from_: Id | None = None
    """The stage from which on it is in the notebook; by default from the beginning."""


class Customer(Noun, frozen=True, kw_only=True):
    """Whom the leader plays."""

    who: Who = field(default_factory=Who)
    """Whom to cast."""
    goal: Text
    """What they want, in one sentence."""
    stakes: Text
    """Why it matters, in one sentence."""
    resources: Mapping[ResourceId, Resource] = field(default_factory=dict)
    """What they have only so much of: a battery, a lunch break."""
    holds: Mapping[FactId, str | Like] = field(default_factory=dict)
    """Facts, in words or drawn."""
    story: Text | None = None
    """A few sentences for the card."""


class Prediction(Noun, frozen=True, kw_only=True):
    """A number the leader guesses before, and that is measured after."""

    id: Id
    """Its name, among the predictions."""
    asks: Text
    """The question, as it is put before the journey begins."""
    measures: str
    """`minutes_to_help`, `contacts`, `minutes_waited`, `times_asked.FACT`, ..."""
    unit: Literal["minutes", "times", "days", "people", "percent"] = "times"
    """What is counted."""
    least: Count = 0
    """The least that can be guessed."""
    most: Count = 999
    """The most that can be guessed."""


class Stage(Noun, frozen=True, kw_only=True):
    """A named stretch: one scenario, its settings, and where its exits lead."""

    stage: Id
    """Its name; conditions and other stages call it so."""
    title: Text
    """What it is called on the screen and in the debrief."""
    plays: Id
    """The scenario, by its name."""
    with_: Mapping[Id, str | int | bool] = field(default_factory=dict)
    """Settings of that scenario; those left out are as it has them."""
    leads: Mapping[Id, str]
    """Each exit to a stage, or to `end.` and an ending."""


class Ending(Noun, frozen=True, kw_only=True):
    """How it ends; giving up is as full an ending as any."""

    outcome: Outcome
    """How it counts in the debrief."""
    says: Text
    """What is read at the end: what became of what was at stake."""
    title: Text | None = None
    """What the ending is called."""


class DebriefAsks(Noun, frozen=True, kw_only=True):
    """The designer's own questions."""

    asks: tuple[Text, ...] = ()
    """Questions that the debrief puts after its own."""


class Journey(Noun, frozen=True, kw_only=True):
    """A journey as it is written."""

    journey: Id
    """Its name; best that of the file. `empathy-sim play` knows it by this."""
    title: Text
    """What people read on the card."""
    about: Text
    """What it is about, in one sentence that gives nothing away."""
    chair: Chair = "customer"
    """Where the participant sits."""
    company: Company
    """Whom the customer deals with."""
    begins: Begins
    """When the story begins."""
    minutes: Count | None = None
    """About how long it takes at workshop pace, without the debrief."""
    intensity: Count = 2
    """How hard it is: 1 a nuisance, 2 an ordeal, 3 the worst of its kind."""
    hours: Text | None = None
    """When the lines are open, as the company says it."""
    currency: Text | None = None
    """What the debrief counts money in: `£`. Without it, sums have no currency."""
    departments: tuple[DepartmentId, ...]
    """The departments that causes and fixes can belong to."""
    report: tuple[ReportLine, ...] = ()
    """The monthly report that the leader sees first. Everything in it is met."""
    promises: Mapping[PromiseId, Text] = field(default_factory=dict)
    """What can be promised here, each in a few words."""
    customer: Customer
    """Whom the leader plays."""
    predictions: tuple[Prediction, ...] = ()
    """What the leader guesses before it begins."""
    stages: tuple[Stage, ...]
    """The way through, in order; the story begins with the first."""
    endings: Mapping[Id, Ending]
    """How it can end. Stages lead here as `end.` and the name."""
    debrief: DebriefAsks = field(default_factory=DebriefAsks)
    """What the designer asks when it is over."""

    def __post_init__(self) -> None:
        if not self.stages:
            raise Unreadable(
                "a journey needs a stage", "add one to stages", code="E213"
            )
