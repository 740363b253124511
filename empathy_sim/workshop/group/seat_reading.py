"""What a room needs to know of one log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.backstage import guesses_of
from empathy_sim.debrief.bands import Band
from empathy_sim.debrief.causes import CauseFound, causes_of
from empathy_sim.debrief.curve import Curve, Insight, Point, curve_of
from empathy_sim.debrief.decided import Commitment, decisions_in
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.placed import Place
from empathy_sim.debrief.predictions import Foretold, foretold_by
from empathy_sim.debrief.recorded_words import recorded_in_words
from empathy_sim.debrief.report_again import report_again
from empathy_sim.debrief.worst import worst_of
from empathy_sim.engine import events as e
from empathy_sim.engine.events import Event
from empathy_sim.engine.resolutions import Blame
from empathy_sim.journey.script import Script

BEFORE, AFTER = "before it began", "at the end"
"""Where a mark lies that is in no stage."""
TO_THE_END, CLOSED, OPEN = "to the end", "when the room closed", "still going on"
"""How a journey ended that nobody left; else it is the stage it was left in."""


class MarkRead(Struct, frozen=True):
    """A feeling that was marked, and where in its stage."""

    seq: int
    stage: str
    """The stage's id, or where it lies outside all of them."""
    share: float
    """How far through that stage, from 0 to 1."""
    pleasant: int
    """-4 to 4."""


class WordsRead(Struct, frozen=True):
    """Somebody's own words, which only a tick shows."""

    seq: int
    stage: str
    words: str
    aha: bool


class CauseRead(Struct, frozen=True):
    """A cause as one person met it."""

    id: str
    why: str
    """As the journey's author wrote it, and so the same for everybody."""
    stages: tuple[str, ...]
    cost_ms: int
    department: str
    kept_by: str
    fix: str
    fix_department: str


class GuessRead(Struct, frozen=True):
    """What a friction was put down to, beside what lay behind it."""

    friction: str
    says: str
    kind: Blame
    department: str
    before: Blame | None
    after: Blame | None


class ForetoldRead(Struct, frozen=True):
    """A number that was guessed, and what came of it; None where there is none."""

    id: str
    asks: str
    measures: str
    unit: str
    guessed: int | None
    measured: int | None


class SeatReading(Struct, frozen=True, kw_only=True):
    """Everything that is read off one log; what may be told of it is not said here."""

    titles: dict[str, str]
    """Of every stage, in the journey's order."""
    marks: tuple[MarkRead, ...]
    words: tuple[WordsRead, ...]
    word_for_it: str
    worst_stage: str
    """Where the worst mark was made; empty without any."""
    worst_friction: str
    """The code of the worst that happened, whatever it felt like; empty without."""
    worst_happened: str
    """The stage in which that was; empty without."""
    left: str
    """The stage in which it was left, or how it ended else."""
    lived: dict[str, int]
    """Lived measures by their ids; what never happened is left out."""
    recorded: dict[str, tuple[int, int]]
    """Recorded measures by their ids: what was found, and of how many."""
    green: dict[str, bool]
    """The report's lines by their metrics: whether this journey left them green."""
    causes: tuple[CauseRead, ...]
    guesses: tuple[GuessRead, ...]
    foretold: tuple[ForetoldRead, ...]
    commitment: Commitment | None
    entered: tuple[tuple[int, str], ...]
    """Story instants, and the stage that was entered then."""

    def stage_at(self, story_ms: int) -> str:
        """The stage at a story instant, for what an observer noted then."""
        return _entered_by(self.entered, story_ms)


def _entered_by(entered: tuple[tuple[int, str], ...], story_ms: int) -> str:
    """The last stage that was entered up to a story instant."""
    stage = BEFORE
    for at, each in entered:
        if at > story_ms:
            break
        stage = each
    return stage


def reading_of(script: Script, log: tuple[Event, ...]) -> SeatReading:
    """Everything a room needs of one log; it takes some hundredths of a second.

    Args:
        script: what was played.
        log: every event from the first; at least one.
    """
    account = Account.of(script, log)
    names = account.names
    curve = curve_of(account.log, account.waits, names)
    lived = lived_readings(account)
    recorded = recorded_in_words(account)
    causes, worst = causes_of(account), worst_of(account)
    decided = decisions_in(log)
    stages = [band for band in curve.bands if band.sort == "stage"]
    entered = _entered(account)
    return SeatReading(
        titles={stage: names.stage(stage) for stage in script.stages},
        marks=_marks(curve.points, stages),
        words=tuple(_words(curve)),
        word_for_it=curve.one_word,
        worst_stage=_stage(curve.worst.place, curve.worst.where) if curve.worst else "",
        worst_friction=worst.code if worst else "",
        worst_happened=_entered_by(entered, worst.at_ms) if worst else "",
        left=_left(account),
        lived=_values(lived),
        recorded={
            each.measure.id: (each.value or 0, each.of or 0) for each in recorded
        },
        green={
            each.line.metric: each.left_green
            for each in report_again(account, recorded)
        },
        causes=tuple(_cause(each, account) for each in causes),
        guesses=tuple(
            GuessRead(
                each.friction.code,
                each.friction.says,
                each.cause.kind,
                each.cause.department,
                each.before.blames if each.before else None,
                each.after.blames if each.after else None,
            )
            for each in guesses_of(causes, decided)
        ),
        foretold=tuple(_foretold(each) for each in foretold_by(account, lived)),
        commitment=decided.commitment,
        entered=entered,
    )


def _entered(account: Account) -> tuple[tuple[int, str], ...]:
    those = account.log.of(e.StageEntered)
    return tuple((each.story_ms, each.place.stage) for each in those)


def _stage(place: Place, where: str) -> str:
    if place.stage:
        return place.stage
    return BEFORE if where == BEFORE else AFTER


def _marks(points: tuple[Point, ...], stages: list[Band]) -> tuple[MarkRead, ...]:
    """Every mark; where a stage takes no time, they stand evenly in it."""
    where = [_stage(point.place, point.where) for point in points]
    found: list[MarkRead] = []
    for at, (point, stage) in enumerate(zip(points, where, strict=True)):
        visits = [band for band in stages if band.place.stage == stage]
        nth, of = where[: at + 1].count(stage), where.count(stage)
        share = _share(point, visits, nth / (of + 1))
        found.append(MarkRead(point.seq, stage, round(share, 4), point.pleasant))
    return tuple(found)


def _share(point: Point, visits: list[Band], otherwise: float) -> float:
    """How far through all visits to a stage an instant lies."""
    lasted = sum(band.ended.drawn_ms - band.began.drawn_ms for band in visits)
    if not lasted:
        return otherwise
    at = point.at.drawn_ms
    gone = sum(
        min(at, band.ended.drawn_ms) - band.began.drawn_ms
        for band in visits
        if band.began.drawn_ms <= at
    )
    return min(1.0, max(0.0, gone / lasted))


def _words(curve: Curve) -> Iterator[WordsRead]:
    those: tuple[Point | Insight, ...] = (*curve.points, *curve.insights)
    for each in sorted(those, key=lambda one: one.seq):
        aha = each.aha if isinstance(each, Point) else True
        if each.words.strip():
            stage = _stage(each.place, each.where)
            yield WordsRead(each.seq, stage, each.words, aha)


def _left(account: Account) -> str:
    """The stage in which the journey was left, or how it ended else."""
    for each in reversed(account.log.of(e.JourneyEnded, e.JourneyLeft)):
        match each.event:
            case e.JourneyEnded(ending=ending):
                return TO_THE_END if ending else CLOSED
            case _:
                before = reversed(account.log[: each.seq])
                stage = next((at.place.stage for at in before if at.place.stage), "")
                return stage or BEFORE
    return OPEN


def _values(readings: tuple[Reading, ...]) -> dict[str, int]:
    return {each.measure.id: each.value for each in readings if each.value is not None}


def _cause(cause: CauseFound, account: Account) -> CauseRead:
    stages = (
        account.log[seq - 1].place.stage
        for each in cause.frictions
        for seq in each.evidence
    )
    return CauseRead(
        cause.id,
        cause.why,
        tuple(dict.fromkeys(stages)),
        cause.cost_ms,
        cause.department,
        cause.kept_by,
        cause.fix.change,
        cause.fix.department,
    )


def _foretold(each: Foretold) -> ForetoldRead:
    return ForetoldRead(
        each.id, each.asks, each.measures, each.unit, each.guessed, each.measured
    )


def titles_of(readings: Mapping[str, SeatReading]) -> dict[str, str]:
    """The titles of all stages that anybody's journey has."""
    titles: dict[str, str] = {}
    for each in readings.values():
        titles = {**each.titles, **titles}
    return titles
