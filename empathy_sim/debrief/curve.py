"""How it felt, over what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.bands import Band, bands_of
from empathy_sim.debrief.feelings import feeling_in_words
from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log, Place, Placed
from empathy_sim.debrief.stamps import Stamp, Stamps
from empathy_sim.debrief.waits import Waited
from empathy_sim.engine import events as e
from empathy_sim.journey.frictions import FRICTIONS

ENOUGH = 4
"""Marks below which nothing is joined or averaged."""


@dataclass(frozen=True, slots=True)
class Point:
    """A feeling that was marked."""

    seq: int
    at: Stamp
    where: str
    """`Holding, on hold`; `before it began` or `at the end` outside the story."""
    place: Place
    pleasant: int
    """-4 to 4."""
    aroused: int
    """-4 to 4."""
    feels: str
    """The same, in words."""
    words: str
    """The participant's own."""
    aha: bool
    afterwards: bool
    """Whether it was marked looking back."""


@dataclass(frozen=True, slots=True)
class Insight:
    """An insight in words alone; no feeling was marked with it."""

    seq: int
    at: Stamp
    where: str
    place: Place
    words: str
    """The participant's own."""


@dataclass(frozen=True, slots=True)
class DrawnWait:
    """A wait, to be drawn as long as it was."""

    sort: str
    where: str
    began: Stamp
    ended: Stamp
    story_ms: int
    felt_ms: int
    how: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that went against the customer, or for them."""

    sort: Literal["friction", "kindness"]
    seq: int
    at: Stamp
    where: str
    code: str
    """The friction's; empty for a kindness."""
    says: str
    weight: int
    """1 to 3; 0 for a kindness."""


@dataclass(frozen=True, slots=True)
class Intended:
    """What the designer meant a touchpoint to feel like, beside what was felt."""

    place: Place
    """Its first visit."""
    where: str
    at: Stamp
    """When it was first met."""
    pleasant: int
    """-4 to 4."""
    aroused: int
    """-4 to 4."""
    feels: str
    """The same, in words."""
    felt: Point | None
    """The first mark made there, at any visit; None where none was."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The plain mean of all marks."""

    pleasant: float
    aroused: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Feelings over time, with what lay under them."""

    points: tuple[Point, ...]
    """In the order of the instants they are about."""
    bands: tuple[Band, ...]
    waits: tuple[DrawnWait, ...]
    marks: tuple[Mark, ...]
    joined: bool
    """Whether there are marks enough for a line through them, and for a mean."""
    worst: Point | None
    """The least pleasant; of equals the most stirred up, then the later."""
    end: Point | None
    """The last."""
    mean: Mean | None
    """None under four marks."""
    intended: tuple[Intended, ...] = ()
    """As the designer meant it, a touchpoint each, in the order of first visits."""
    insights: tuple[Insight, ...] = ()
    """Insights without a feeling; they count in no number."""
    service: str = ""
    """What the participant wrote before it began of the service where they work."""
    one_word: str = ""
    """Their one word afterwards."""


def curve_of(log: Log, waits: tuple[Waited, ...], names: Names) -> Curve:
    """The curve of one log."""
    stamps = Stamps.of(log, waits, names)
    points, insights = _points(log, stamps, names), _insights(log, stamps, names)
    joined = len(points) >= ENOUGH
    bands = bands_of(log, stamps, names)
    return Curve(
        points=points,
        bands=bands,
        waits=tuple(_drawn(wait, stamps, names) for wait in waits),
        marks=tuple(_marks(log, stamps, names)),
        joined=joined,
        worst=max(points, key=_how_bad, default=None),
        end=points[-1] if points else None,
        mean=_mean(points) if joined else None,
        intended=_intended(bands, points),
        insights=insights,
        service=_service(log),
        one_word=_one_word(log),
    )


def _intended(
    bands: tuple[Band, ...], points: tuple[Point, ...]
) -> tuple[Intended, ...]:
    felt: dict[tuple[str, str], Point] = {}
    for point in points:
        felt.setdefault(point.place[:2], point)
    found: dict[tuple[str, str], Intended] = {}
    for band in bands:
        there = band.place[:2]
        if band.meant is None or there in found:
            continue
        feels = feeling_in_words(*band.meant)
        found[there] = Intended(
            band.place, band.says, band.began, *band.meant, feels, felt.get(there)
        )
    return tuple(found.values())


def _service(log: Log) -> str:
    for each in log.of(e.Consented):
        match each.event:
            case e.Consented(service=service):
                return service
            case _:
                pass
    return ""


def _one_word(log: Log) -> str:
    """The last one given."""
    for each in reversed(log.of(e.Reflected)):
        match each.event:
            case e.Reflected(question="one_word", words=words):
                return words
            case _:
                pass
    return ""


def _how_bad(point: Point) -> tuple[int, int, int, int]:
    return -point.pleasant, point.aroused, point.at.story_ms, point.seq


def _mean(points: tuple[Point, ...]) -> Mean:
    count = len(points)
    return Mean(
        round(sum(point.pleasant for point in points) / count, 2),
        round(sum(point.aroused for point in points) / count, 2),
    )


def _points(log: Log, stamps: Stamps, names: Names) -> tuple[Point, ...]:
    found = []
    for each in log.of(e.ReactionRecorded):
        match each.event:
            case e.ReactionRecorded(felt=True) as marked:
                found.append(_point(each, marked, log, stamps, names))
            case _:
                pass
    return tuple(sorted(found, key=lambda point: (point.at.story_ms, point.seq)))


def _insights(log: Log, stamps: Stamps, names: Names) -> tuple[Insight, ...]:
    found = []
    for each in log.of(e.ReactionRecorded):
        match each.event:
            case e.ReactionRecorded(felt=False, words=words) as marked:
                at, place, where = _spot(each, marked, log, stamps, names)
                found.append(Insight(each.seq, at, where, place, words))
            case _:
                pass
    return tuple(sorted(found, key=lambda one: (one.at.story_ms, one.seq)))


def _spot(
    at: Placed,
    marked: e.ReactionRecorded,
    log: Log,
    stamps: Stamps,
    names: Names,
) -> tuple[Stamp, Place, str]:
    """When and where it belongs: where it was made, or what it looks back at."""
    back = marked.about_ms
    place = at.place if back is None else _place_at(log, back)
    stamp = stamps.of_event(at) if back is None else stamps.at(back)
    return stamp, place, names.place(place) or _outside(at, log)


def _point(
    at: Placed,
    marked: e.ReactionRecorded,
    log: Log,
    stamps: Stamps,
    names: Names,
) -> Point:
    stamp, place, where = _spot(at, marked, log, stamps, names)
    return Point(
        seq=at.seq,
        at=stamp,
        where=where,
        place=place,
        pleasant=marked.pleasant,
        aroused=marked.aroused,
        feels=feeling_in_words(marked.pleasant, marked.aroused),
        words=marked.words,
        aha=marked.aha,
        afterwards=marked.about_ms is not None,
    )


def _place_at(log: Log, story_ms: int) -> Place:
    """Where the story was at an instant: the last place entered by then."""
    place = Place()
    for each in log:
        if each.story_ms > story_ms:
            break
        place = each.place if each.place.touchpoint else place
    return place


def _outside(at: Placed, log: Log) -> str:
    began = log.first(e.StageEntered)
    return "before it began" if began is None or at < began else "at the end"


def _drawn(wait: Waited, stamps: Stamps, names: Names) -> DrawnWait:
    return DrawnWait(
        sort=wait.sort,
        where=names.place(wait.place),
        began=stamps.made(wait.began_ms, wait.felt_began_ms),
        ended=stamps.made(wait.ended_ms, wait.felt_ended_ms),
        story_ms=wait.story_ms,
        felt_ms=wait.felt_ms,
        how=wait.how,
    )


def _marks(log: Log, stamps: Stamps, names: Names) -> Iterable[Mark]:
    for each in log.of(e.FrictionMet, e.KindnessShown):
        where, stamp = names.place(each.place), stamps.of_event(each)
        match each.event:
            case e.FrictionMet(code=code):
                known = FRICTIONS.get(code)
                says = known.says if known else code.replace("_", " ")
                weight = known.weight if known else 1
                yield Mark("friction", each.seq, stamp, where, code, says, weight)
            case e.KindnessShown(says=says):
                yield Mark("kindness", each.seq, stamp, where, "", says, 0)
            case _:
                pass
