"""Where each part of a curve is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from empathy_sim.debrief.bands import Band
from empathy_sim.debrief.curve import Curve, DrawnWait, Point
from empathy_sim.journey.units import MINUTE, clock
from empathy_sim.tui.widgets.curve_canvas import Canvas, Ink

MOST = 4
"""Steps each way from the middle of the scale."""
GUTTER = 12
"""Columns before the curve, for the scale."""
MARKS, WAITS, STAGES, TIMES = 9, 10, 11, 12
"""Rows below the nine of the scale."""
ROWS = 13
NAMES = "123456789abcdefghijklmnopqrstuvwxyz"
"""What marks are called, in order; later ones share the last."""
_SHORT = 4
"""Columns under which a stage is not named."""
_SCALE = ((4, "pleasant"), (0, "neither"), (-4, "unpleasant"))


def name_of(at: int) -> str:
    """What the mark at a place in the order is called, on the curve and beside it."""
    return NAMES[min(at, len(NAMES) - 1)]


@dataclass(frozen=True, slots=True)
class _Axis:
    """Drawn time, in columns."""

    first: int
    last: int
    width: int

    @classmethod
    def of(cls, curve: Curve, width: int) -> _Axis:
        times = [band.began.drawn_ms for band in curve.bands]
        times += [band.ended.drawn_ms for band in curve.bands]
        times += [point.at.drawn_ms for point in curve.points]
        return cls(min(times, default=0), max(times, default=0), width - GUTTER)

    def x(self, drawn_ms: int) -> int:
        """The column of an instant; before the first and after the last, theirs."""
        length = max(1, self.last - self.first)
        share = (drawn_ms - self.first) / length
        return GUTTER + round(max(0.0, min(1.0, share)) * (self.width - 1))


def column_of(curve: Curve, width: int, drawn_ms: int) -> int:
    """The column in which an instant of a curve is drawn."""
    return _Axis.of(curve, width).x(drawn_ms)


def drawn(
    curve: Curve, width: int, here: int | None = None, *, whole: bool = False
) -> Canvas:
    """A curve on a canvas.

    Args:
        curve: what is drawn.
        width: columns, the scale's among them.
        here: an instant, in drawn milliseconds, to be pointed at.
        whole: whether to draw also how stirred up it was, what was sat through of
            each wait, and insights.
    """
    canvas = Canvas(width, ROWS)
    axis = _Axis.of(curve, width)
    _scale(canvas)
    _stages(canvas, axis, curve)
    _waits(canvas, axis, curve, both=whole)
    _meant(canvas, axis, curve)
    _happened(canvas, axis, curve)
    if here is not None:
        _pointer(canvas, axis.x(here))
    if curve.joined:
        _line(canvas, axis, curve.points)
    if whole:
        _stirred(canvas, axis, curve.points)
    _points(canvas, axis, curve)
    if whole:
        _insights(canvas, axis, curve)
    return canvas


def _y(pleasant: int) -> int:
    return MOST - pleasant


def _scale(canvas: Canvas) -> None:
    for step, word in _SCALE:
        canvas.write(0, _y(step), word, "axis")
    for x in range(GUTTER, canvas.width, 2):
        canvas.put(x, _y(0), "·", "axis")


def _stages(canvas: Canvas, axis: _Axis, curve: Curve) -> None:
    stages = [band for band in curve.bands if band.sort == "stage"]
    if not stages:
        return
    canvas.write(0, STAGES, "stages", "axis")
    free_from = GUTTER
    ends = [axis.x(band.began.drawn_ms) for band in stages[1:]] + [canvas.width]
    for number, (band, end) in enumerate(zip(stages, ends, strict=True)):
        x = axis.x(band.began.drawn_ms)
        width = max(1, end - x)
        ink: Ink = "other" if number % 2 else "stage"
        canvas.fill(x, STAGES, width, _named(band, width), ink)
        at = min(x, canvas.width - len(band.began.when))
        if at >= free_from and width > _SHORT:
            canvas.write(at, TIMES, band.began.when, "axis")
            free_from = at + len(band.began.when) + 2


def _named(band: Band, width: int) -> str:
    if len(band.says) <= width:
        return band.says
    return f"{band.says[: width - 1]}…" if width > _SHORT else ""


def _waits(canvas: Canvas, axis: _Axis, curve: Curve, *, both: bool) -> None:
    waits = [wait for wait in curve.waits if wait.sort != "days"]
    if not waits:
        return
    canvas.write(0, WAITS, "waiting", "axis")
    reached = GUTTER
    for wait in waits:
        x = max(reached, axis.x(wait.began.drawn_ms))
        width = max(1, axis.x(wait.ended.drawn_ms) - x)
        canvas.fill(x, WAITS, width, _lasted(wait, width, both=both), "wait")
        reached = x + width + 1


def _lasted(wait: DrawnWait, width: int, *, both: bool) -> str:
    minutes = round(wait.story_ms / MINUTE)
    lived = f"{minutes} min" if minutes else ""
    yours = f"{lived}, you {clock(wait.felt_ms)}"
    return yours if lived and both and len(yours) <= width else lived


def _stirred(canvas: Canvas, axis: _Axis, points: tuple[Point, ...]) -> None:
    for point in points:
        x, y = axis.x(point.at.drawn_ms), _y(point.aroused)
        canvas.put(x, y, "∘", "stirred")


def _insights(canvas: Canvas, axis: _Axis, curve: Curve) -> None:
    for point in curve.points:
        if point.aha:
            x = axis.x(point.at.drawn_ms)
            at = x - 1 if x == canvas.width - 1 else x + 1
            canvas.put(at, _y(point.pleasant), "*", "mark")
    for each in curve.insights:
        x = axis.x(each.at.drawn_ms)
        canvas.put(x, _y(0), "*", "mark")


def _meant(canvas: Canvas, axis: _Axis, curve: Curve) -> None:
    for band in curve.bands:
        if band.meant is None:
            continue
        first, last = axis.x(band.began.drawn_ms), axis.x(band.ended.drawn_ms)
        for x in range(first, last + 1):
            canvas.put(x, _y(band.meant[0]), "─", "meant")


def _happened(canvas: Canvas, axis: _Axis, curve: Curve) -> None:
    canvas.write(0, MARKS, "met", "axis")
    for mark in curve.marks:
        is_kind = mark.sort == "kindness"
        x = axis.x(mark.at.drawn_ms)
        while not canvas.free(x, MARKS) and x < canvas.width - 1:
            x += 1
        canvas.put(
            x, MARKS, "+" if is_kind else "▾", "kindness" if is_kind else "against"
        )


def _pointer(canvas: Canvas, x: int) -> None:
    for y in range(STAGES + 1):
        if canvas.free(x, y):
            canvas.put(x, y, "│", "here")


def _line(canvas: Canvas, axis: _Axis, points: tuple[Point, ...]) -> None:
    for before, after in pairwise(points):
        x, x_end = axis.x(before.at.drawn_ms), axis.x(after.at.drawn_ms)
        y, y_end = _y(before.pleasant), _y(after.pleasant)
        steps = max(x_end - x, abs(y_end - y), 1)
        for step in range(steps + 1):
            share = step / steps
            at = round(x + (x_end - x) * share), round(y + (y_end - y) * share)
            canvas.put(*at, "•", "line")


def _points(canvas: Canvas, axis: _Axis, curve: Curve) -> None:
    for at, point in enumerate(curve.points):
        x, y = axis.x(point.at.drawn_ms), _y(point.pleasant)
        worst = curve.worst is not None and point.seq == curve.worst.seq
        canvas.put(x, y, name_of(at), "worst" if worst else "mark")
