"""The page to keep and the page to forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from empathy_sim.debrief.less_told import SIMULATED
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.pages import across, curve_chart
from empathy_sim.debrief.pages.figures import called, in_figures
from empathy_sim.debrief.pages.followed_told import adding_up
from empathy_sim.debrief.pages.to_forward import PageToForward
from empathy_sim.debrief.pages.to_keep import PageToKeep
from empathy_sim.debrief.phrases import capital, lasting, number, sat, times
from empathy_sim.journey.units import clock
from empathy_sim.text.html import Pages

_STEPS = range(-4, 5)


def forward_as_html(page: PageToForward) -> str:
    """The page to forward, as the text of one file."""
    return _written("to_forward.html.jinja", page, page.colour)


def keep_as_html(page: PageToKeep) -> str:
    """The page to keep, as the text of one file."""
    return _written(
        "to_keep.html.jinja",
        page,
        page.subject.colour,
        size=_SIZE,
        simulated=SIMULATED,
    )


_SIZE: Mapping[str, object] = {
    "width": curve_chart.WIDTH,
    "height": curve_chart.HEIGHT,
    "left": across.LEFT,
    "right": across.RIGHT,
    "top": curve_chart.TOP,
    "stirred": curve_chart.STIRRED,
    "calm": curve_chart.CALM,
    "waits": curve_chart.WAITS,
    "frictions": curve_chart.FRICTIONS,
    "heights": {step: curve_chart.height_of(step) for step in _STEPS},
}


def _written(template: str, page: object, colour: str, **more: object) -> str:
    return _pages().page(template, page=page, colour=colour, **more)


@cache
def _pages() -> Pages:
    filters: Mapping[str, Callable[..., object]] = {
        "adding_up": adding_up,
        "called": called,
        "capital": capital,
        "clock": clock,
        "found": _found,
        "lasting": lasting,
        "number": number,
        "sat": sat,
        "signed": lambda step: f"{step:+d}" if step else "0",
        "times": times,
    }
    return Pages("empathy_sim.debrief.pages", "page.css", filters)


def _found(reading: Reading) -> str:
    of = reading.of
    is_share = reading.measure.unit == "count" and of is not None
    return f"{in_figures(reading)} of {of:,}" if is_share else in_figures(reading)
