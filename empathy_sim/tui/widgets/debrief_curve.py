"""The curve, to be read mark by mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from empathy_sim.debrief.curve import Curve, DrawnWait, Insight, Mark, Point
from empathy_sim.debrief.phrases import capital, lasting, sat, sentence
from empathy_sim.debrief.stamps import Stamp
from empathy_sim.journey.units import SECOND
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.curve import CurveView
from empathy_sim.tui.widgets.curve_drawing import column_of, name_of

HOW = "Left and right go along the curve, and say what happened."


@dataclass(frozen=True, slots=True)
class Stop:
    """Something on the curve that can be read."""

    at: Stamp
    says: Content


class CurveRead(CurveView, can_focus=True):
    """A curve along which one goes by arrows, or points with the mouse."""

    WHOLE = True
    DEFAULT_CSS = """
    CurveRead:focus { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(-1)", "Before", show=False),
        Binding("right", "go(1)", "After", show=False),
    ]

    @dataclass
    class Reached(Message):
        """One has come to something."""

        at: Stop

    def __init__(self, curve: Curve) -> None:
        """Show a curve.

        Args:
            curve: what is drawn.
        """
        super().__init__(curve)
        self._drawn = curve
        self._stops = sorted(stops_of(curve), key=lambda stop: stop.at.drawn_ms)
        self._at = -1

    def action_go(self, by: int) -> None:
        """Go to what is before or after."""
        if self._stops:
            self._reach(min(max(self._at + by, 0), len(self._stops) - 1))

    def on_click(self, click: events.Click) -> None:
        """Go to what is nearest."""
        width = self.size.width
        columns = [
            abs(column_of(self._drawn, width, stop.at.drawn_ms) - click.x)
            for stop in self._stops
        ]
        if columns:
            self._reach(columns.index(min(columns)))

    def _reach(self, at: int) -> None:
        self._at = at
        stop = self._stops[at]
        self.show(self._drawn, stop.at.drawn_ms)
        self.post_message(self.Reached(stop))


class CurveReader(Vertical):
    """The curve, and under it the words of where one is."""

    DEFAULT_CSS = """
    CurveReader { height: auto; }
    CurveReader .here { height: 2; padding-left: 12; }
    """

    def __init__(self, curve: Curve) -> None:
        """Show a curve.

        Args:
            curve: what is drawn.
        """
        super().__init__()
        self._curve = curve

    def compose(self) -> ComposeResult:
        yield CurveRead(self._curve)
        yield Static(plain(HOW).stylize("$text-muted"), classes="here")

    def on_descendant_focus(self) -> None:
        """The words belong to the curve: both are seen."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    @on(CurveRead.Reached)
    def _reached(self, reached: CurveRead.Reached) -> None:
        reached.stop()
        self.query_one(".here", Static).update(reached.at.says, layout=False)


def stops_of(curve: Curve) -> Iterator[Stop]:
    """Everything on a curve that has words, in no order."""
    for at, point in enumerate(curve.points):
        yield Stop(point.at, _felt(at, point))
    for insight in curve.insights:
        yield Stop(insight.at, _insight(insight))
    for mark in curve.marks:
        yield Stop(mark.at, _met(mark))
    for wait in curve.waits:
        if wait.story_ms >= SECOND:
            yield Stop(wait.began, _waited(wait))


def _head(sign: str, stamp: Stamp, where: str) -> Content:
    return Content.assemble(
        plain(f"{sign}  ").stylize("bold $accent"),
        plain(f"{stamp.when}, {where}\n").stylize("$text-muted"),
    )


def _felt(at: int, point: Point) -> Content:
    words = plain(f" “{point.words}”" if point.words else "").stylize("italic")
    insight = plain(" An insight." if point.aha else "").stylize("bold")
    head = _head(name_of(at), point.at, point.where)
    return Content.assemble(head, plain(f"{capital(point.feels)}."), words, insight)


def _insight(insight: Insight) -> Content:
    words = plain(f"“{insight.words}”" if insight.words else "").stylize("italic")
    return Content.assemble(
        _head("*", insight.at, insight.where), plain("An insight. "), words
    )


def _met(mark: Mark) -> Content:
    sign = "+" if mark.sort == "kindness" else "▾"
    return Content.assemble(
        _head(sign, mark.at, mark.where), plain(sentence(mark.says))
    )


def _waited(wait: DrawnWait) -> Content:
    head = _head("█", wait.began, wait.where)
    if wait.sort == "days":
        return Content.assemble(
            head, plain(f"{capital(lasting(wait.story_ms))} passed.")
        )
    yours = f"you sat through {sat(wait.felt_ms)} of it" if wait.felt_ms else ""
    waited = f"A wait of {lasting(wait.story_ms)}"
    return Content.assemble(
        head, plain(f"{waited}; {yours}." if yours else f"{waited}.")
    )
