"""Pages as HTML: one file each, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined

from empathy_sim.debrief.less_told import SIMULATED
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.pages import across, curve_chart
from empathy_sim.debrief.pages.figures import called, in_figures
from empathy_sim.debrief.pages.followed_told import adding_up
from empathy_sim.debrief.pages.to_forward import PageToForward
from empathy_sim.debrief.pages.to_keep import PageToKeep
from empathy_sim.debrief.phrases import capital, lasting, sat, times
from empathy_sim.journey.units import clock
from empathy_sim.text.safe import shown

_TEMPLATES = "templates"
_STYLE = "page.css"
_POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
    "form-action 'none'"
)
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
    style = _text_of(_STYLE)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template(template)
        .render(
            page=page,
            colour=colour,
            style=style,
            policy=_POLICY.format(digest=digest),
            **more,
        )
    )


def _text_of(name: str) -> str:
    folder = files("empathy_sim.debrief.pages") / _TEMPLATES
    return (folder / name).read_text("utf-8")


class _OwnTemplates(BaseLoader):
    """Only what is shipped beside this file."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        del environment
        return _text_of(template), None, lambda: True


@cache
def _environment() -> Environment:
    own = Environment(
        autoescape=True,
        finalize=_fit_to_be_shown,
        loader=_OwnTemplates(),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    own.filters |= {
        "adding_up": adding_up,
        "called": called,
        "capital": capital,
        "clock": clock,
        "found": _found,
        "lasting": lasting,
        "sat": sat,
        "signed": lambda step: f"{step:+d}" if step else "0",
        "times": times,
    }
    return own


def _fit_to_be_shown(value: Any) -> Any:
    """Text without what hides or turns the direction of reading; as is what is ours."""
    return shown(value) if type(value) is str else value


def _found(reading: Reading) -> str:
    of = reading.of
    is_share = reading.measure.unit == "count" and of is not None
    return f"{in_figures(reading)} of {of:,}" if is_share else in_figures(reading)
