"""The form of a debrief in JSON, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from empathy_sim.debrief.pages.json_part import Part
from empathy_sim.debrief.pages.json_shape_beside import (
    CallPart,
    FollowedPart,
    LessPart,
    WaysPart,
)
from empathy_sim.journey.report_lights import Light


class StagePart(Part, frozen=True):
    """A stretch in one stage, in story milliseconds."""

    stage: str
    title: str
    began_ms: int
    ended_ms: int


class FeelingPart(Part, frozen=True):
    """A feeling that was marked; each way from -4 to 4."""

    seq: int
    story_ms: int
    felt_ms: int
    when: str
    where: str
    pleasant: int
    aroused: int
    feels: str
    words: str
    insight: bool
    looking_back: bool


class InsightPart(Part, frozen=True):
    """An insight in words alone."""

    seq: int
    story_ms: int
    where: str
    words: str


class MeanPart(Part, frozen=True):
    """The plain mean of all marks."""

    pleasant: float
    aroused: float


class WaitPart(Part, frozen=True):
    """A wait: how long for the customer, and how much of it was lived."""

    sort: str
    where: str
    began_ms: int
    story_ms: int
    felt_ms: int
    how: str


class MarkPart(Part, frozen=True):
    """Something that went against the customer, or for them."""

    sort: Literal["friction", "kindness"]
    seq: int
    story_ms: int
    where: str
    code: str
    says: str
    weight: int


class ReceiptPart(Part, frozen=True):
    """A finding in a sentence, and whose time it is in."""

    id: str
    says: str
    time: Literal["story", "felt", "both", "neither"]
    measures: tuple[str, ...]
    evidence: tuple[int, ...]


class PredictionPart(Part, frozen=True):
    """A guess, and what came of it; the gap is measured less guessed."""

    id: str
    asks: str
    measures: str
    unit: str
    guessed: int | None
    measured: int | None
    gap: int | None


class ReadingPart(Part, frozen=True):
    """A measure, its rule, and what it found."""

    id: str
    says: str
    unit: Literal["story_ms", "felt_ms", "count", "days", "level"]
    value: int | None
    of: int | None
    finding: str
    definition: str
    source: str
    time: Literal["story", "felt"]
    evidence: tuple[int, ...]


class PairPart(Part, frozen=True):
    """One thing, lived and recorded."""

    id: str
    head: str
    lived: str
    recorded: str


class ReportPart(Part, frozen=True):
    """A line of the month's report, after this journey."""

    metric: str
    says: str
    reads: str
    target: str
    verdict: Literal["for", "not_counted", "against"]
    """What this journey counts for: in its favour, not at all, or against it."""
    light: Light
    """Whether it reaches its target over the month."""
    left_green: bool


class GroundPart(Part, frozen=True):
    """A number of the journey, and whose it is."""

    where: str
    says: str
    number: str
    whose: Literal["yours", "published", "invented"]
    source: str


class FrictionPart(Part, frozen=True):
    """One kind of friction, over the session."""

    code: str
    says: str
    times: int
    weight: int
    cost_ms: int
    dashboard: str


class CausePart(Part, frozen=True):
    """What lay behind some frictions, and who can mend it."""

    id: str
    kind: str
    department: str
    yours: bool
    kept_by: str
    since: str
    why: str
    frontline_says: str
    known: str
    fix: str
    fix_department: str
    fix_cost: str
    frictions: tuple[str, ...]
    times: int
    cost_ms: int


class AttributionPart(Part, frozen=True):
    """What a friction was put down to, before it was opened or after."""

    friction: str
    asking: Literal["before", "after"]
    blames: str
    reason: str


class FigurePart(Part, frozen=True):
    """A number of a company; money is in hundredths."""

    id: str
    value: int
    ground: Literal["yours", "published", "invented"]


class YearLinePart(Part, frozen=True):
    """One thing that a year comes to; money is in hundredths."""

    id: str
    low: int
    high: int
    money_low: int | None
    money_high: int | None
    rule: str


class YearPart(Part, frozen=True):
    """What it comes to in a year, by which numbers and assumptions."""

    figures: tuple[FigurePart, ...]
    lines: tuple[YearLinePart, ...]
    money_low: int
    money_high: int
    assumed: tuple[str, ...]


class CommitmentPart(Part, frozen=True):
    """If this, then that."""

    cue: str
    act: str
    owner: str
    counterpart: str
    due: str


class AssignmentPart(Part, frozen=True):
    """What was taken on, and what was expected of it."""

    assignment: str
    due: str
    guesses: tuple[str, ...]


class GoalPart(Part, frozen=True):
    """A lived measure that two departments own."""

    measure: str
    departments: tuple[str, ...]
    wanted: str


class ReturnedPart(Part, frozen=True):
    """What came of a commitment or an assignment."""

    what: str
    done: str
    answers: Mapping[str, str]


class ComparedPart(Part, frozen=True):
    """One measure of a stage, as it was and mended."""

    id: str
    unit: str
    before: int
    after: int


class MendedPart(Part, frozen=True):
    """A stage that was lived again with one thing mended."""

    fix: str
    stage: str
    change: str
    department: str
    compared: tuple[ComparedPart, ...]


class DebriefFile(Part, frozen=True):
    """A whole debrief, with what was felt and written: the player's own."""

    format: Literal[1]
    kind: Literal["empathy-sim debrief"]
    session: str
    made: str
    title: str
    company: str
    customer: str
    pace: str
    at_stage: str | None
    outcome: str
    ended: str
    headline: tuple[str, ...]
    stages: tuple[StagePart, ...]
    feelings: tuple[FeelingPart, ...]
    insights: tuple[InsightPart, ...]
    mean: MeanPart | None
    one_word: str
    service: str
    waits: tuple[WaitPart, ...]
    marks: tuple[MarkPart, ...]
    receipts: tuple[ReceiptPart, ...]
    predictions: tuple[PredictionPart, ...]
    lived: tuple[ReadingPart, ...]
    recorded: tuple[ReadingPart, ...]
    pairs: tuple[PairPart, ...]
    report: tuple[ReportPart, ...]
    grounds: tuple[GroundPart, ...]
    """Whose each number is; empty where nothing was fitted, as all are invented."""
    frictions: tuple[FrictionPart, ...]
    causes: tuple[CausePart, ...]
    attributions: tuple[AttributionPart, ...]
    year: YearPart
    mended: tuple[MendedPart, ...]
    followed: tuple[FollowedPart, ...]
    """Fixes that were lived again, or that of the heaviest cause."""
    ways: WaysPart | None
    less: tuple[LessPart, ...]
    calls: tuple[CallPart, ...]
    commitment: CommitmentPart | None
    assignment: AssignmentPart | None
    goal: GoalPart | None
    returned: tuple[ReturnedPart, ...]
    answers: Mapping[str, str]
    """Of the cards, by the question's id."""
