"""The curve, laid out to be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from empathy_sim.debrief.curve import Curve, DrawnWait, Intended, Mark, Point
from empathy_sim.debrief.pages.across import LEFT, RIGHT, Across, Stretch, spread
from empathy_sim.debrief.phrases import lasting, sat, times
from empathy_sim.journey.units import SECOND

WIDTH, HEIGHT = 1_000, 470
TOP, BOTTOM = 56.0, 296.0
"""Of the panel of pleasantness."""
CALM, STIRRED = 366.0, 322.0
"""Of the panel of arousal: its lowest and its highest."""
WAITS, FRICTIONS = 392.0, 436.0
_APART, _MARKS_APART = 21.0, 11.0
_STEPS = 4
_LETTER = 6.6
"""About as wide as a letter of a label is."""
_LEAST = 1.5
_AT_HOME = "days"


@dataclass(frozen=True, slots=True)
class Felt:
    """A feeling, where it is drawn."""

    number: int
    point: Point
    x: float
    y: float
    aroused_y: float


@dataclass(frozen=True, slots=True)
class WaitBar:
    """A wait, as long as it was; the part that was sat through within it."""

    wait: DrawnWait
    x: float
    width: float
    felt: float
    label: str
    """Empty where there is no room for one."""
    at_home: bool


@dataclass(frozen=True, slots=True)
class WaitedThere:
    """Waits in a row at one place, added up."""

    where: str
    story_ms: int
    felt_ms: int
    """In whole seconds, so that the rows add up to what is told of all of them."""
    at_home: bool


@dataclass(frozen=True, slots=True)
class MarkDrawn:
    """Something that went against the customer, or for them."""

    mark: Mark
    x: float


@dataclass(frozen=True, slots=True)
class Meant:
    """How the designer meant a touchpoint to feel."""

    intended: Intended
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Head:
    """A stage above the curve."""

    stretch: Stretch
    title: str
    """Empty where only its number fits."""
    when: str
    """Empty where there is no room, or nothing new to say."""


@dataclass(frozen=True, slots=True)
class CurveChart:
    """Everything that is drawn of a curve."""

    heads: tuple[Head, ...]
    felt: tuple[Felt, ...]
    line: str
    """The corners of the line of pleasantness; empty under four marks."""
    quiet_line: str
    """The same of arousal."""
    waits: tuple[WaitBar, ...]
    waited: tuple[WaitedThere, ...]
    marks: tuple[MarkDrawn, ...]
    meant: tuple[Meant, ...]
    worst: Felt | None
    last: Felt | None
    says: str
    """What it shows, in words."""


def height_of(pleasant: int) -> float:
    """Where a feeling from -4 to 4 is drawn."""
    middle = (TOP + BOTTOM) / 2
    return round(middle - pleasant * (BOTTOM - TOP) / (2 * _STEPS + 1), 1)


def _quiet_height(aroused: int) -> float:
    middle = (CALM + STIRRED) / 2
    return round(middle - aroused * (CALM - STIRRED) / (2 * _STEPS), 1)


def curve_chart(curve: Curve) -> CurveChart:
    """A curve, laid out."""
    across = Across.of(curve.bands)
    felt = _felt(curve.points, across)
    return CurveChart(
        heads=tuple(_heads(across.stretches)),
        felt=felt,
        line=_line((each.x, each.y) for each in felt) if curve.joined else "",
        quiet_line=(
            _line((each.x, each.aroused_y) for each in felt) if curve.joined else ""
        ),
        waits=tuple(_wait(each, curve, across) for each in curve.waits),
        waited=tuple(_waited(curve.waits)),
        marks=_marks(curve, across),
        meant=tuple(_meant(each, across) for each in curve.intended),
        worst=_drawn(felt, curve.worst) if curve.joined else None,
        last=_drawn(felt, curve.end) if curve.joined else None,
        says=_says(curve),
    )


def _felt(points: Sequence[Point], across: Across) -> tuple[Felt, ...]:
    where = [across.at(each.place.stage, each.at.drawn_ms) for each in points]
    return tuple(
        Felt(at, each, x, height_of(each.pleasant), _quiet_height(each.aroused))
        for at, (each, x) in enumerate(
            zip(points, spread(where, _APART), strict=True), 1
        )
    )


def _drawn(felt: Sequence[Felt], point: Point | None) -> Felt | None:
    return next((each for each in felt if each.point is point), None)


def _line(corners: Iterator[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in corners)


def _heads(stretches: Sequence[Stretch]) -> Iterator[Head]:
    free, told = LEFT, ""
    for each in stretches:
        title = f"{each.number} {each.band.says}"
        fits = len(title) * _LETTER <= each.width - 8
        room = each.x >= free and RIGHT - each.x > _WHEN_WIDE
        when = each.band.began.when if room else ""
        if when == told:
            when = ""
        if when:
            free, told = each.x + _WHEN_WIDE, when
        yield Head(each, title if fits else str(each.number), when)


_WHEN_WIDE = 140.0


def _wait(wait: DrawnWait, curve: Curve, across: Across) -> WaitBar:
    stage = _stage_of(curve, wait.where, wait.began.drawn_ms)
    x = across.at(stage, wait.began.drawn_ms)
    width = max(_LEAST, across.at(stage, wait.ended.drawn_ms) - x)
    at_home = wait.sort == _AT_HOME
    label = lasting(wait.story_ms)
    both = f"{label}; {sat(wait.felt_ms)} sat through"
    texts = (label,) if at_home else (both, label)
    fits = (each for each in texts if len(each) * _LETTER < width)
    return WaitBar(
        wait,
        round(x, 1),
        round(width, 1),
        0.0 if at_home else round(min(width, wait.felt_ms * across.scale), 1),
        next(fits, ""),
        at_home,
    )


def _waited(waits: Sequence[DrawnWait]) -> Iterator[WaitedThere]:
    so_far = told = 0
    for (where, sort), those in groupby(waits, lambda each: (each.where, each.sort)):
        row = tuple(those)
        story = sum(each.story_ms for each in row)
        if story >= SECOND:
            at_home = sort == _AT_HOME
            so_far += 0 if at_home else sum(each.felt_ms for each in row)
            felt = so_far // SECOND * SECOND - told
            told += felt
            yield WaitedThere(where, story, felt, at_home)


def _stage_of(curve: Curve, where: str, drawn_ms: int) -> str:
    """The stage in which something happened, by the words for its place."""
    named = (band for band in curve.bands if band.says == where)
    lies = (
        band.place.stage
        for band in named
        if band.began.drawn_ms <= drawn_ms <= band.ended.drawn_ms
    )
    return next(lies, "")


def _marks(curve: Curve, across: Across) -> tuple[MarkDrawn, ...]:
    where = [
        across.at(_stage_of(curve, each.where, each.at.drawn_ms), each.at.drawn_ms)
        for each in curve.marks
    ]
    drawn = zip(curve.marks, spread(where, _MARKS_APART), strict=True)
    return tuple(MarkDrawn(mark, x) for mark, x in drawn)


def _meant(intended: Intended, across: Across) -> Meant:
    x = across.at(intended.place.stage, intended.at.drawn_ms)
    return Meant(intended, round(x, 1), height_of(intended.pleasant))


def _says(curve: Curve) -> str:
    if not curve.points:
        return "No feeling was marked."
    said = [f"{len(curve.points)} feelings, in the order of the story."]
    if curve.worst is not None:
        said.append(f"The worst: {curve.worst.feels}, {curve.worst.where}.")
    if curve.end is not None:
        said.append(f"The last: {curve.end.feels}, {curve.end.where}.")
    steps = [
        after.pleasant - before.pleasant for before, after in pairwise(curve.points)
    ]
    falls, rises = sum(step < 0 for step in steps), sum(step > 0 for step in steps)
    if curve.joined:
        said.append(f"It falls {times(falls)} and rises {times(rises)}.")
    return " ".join(said)
