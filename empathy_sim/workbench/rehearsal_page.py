"""What a rehearsal found, as one page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined

from empathy_sim.rehearsal.rehearsed import Rehearsed
from empathy_sim.text.safe import shown
from empathy_sim.workbench import rehearsal_words as words
from empathy_sim.workbench.setting_out import many, percent

_TEMPLATES = "templates"
_POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
    "form-action 'none'"
)


def as_html(found: Rehearsed, walkthroughs: Sequence[str]) -> str:
    """The text of one file, with nothing fetched and nothing run.

    Args:
        found: what was found.
        walkthroughs: of each of `found.lost`, the text of the way there.
    """
    style = _text_of("rehearsal.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template("rehearsal.html.jinja")
        .render(
            found=found,
            lost=tuple(zip(found.lost, walkthroughs, strict=True)),
            never_reached=tuple(words.never_reached(found)),
            hits=tuple(words.hits(found)),
            long=words.how_long(found),
            verdict=words.verdict(found),
            tried=words.tried(found),
            outcomes=words.OUTCOMES,
            settled=words.settled(found),
            style=style,
            policy=_POLICY.format(digest=digest),
        )
    )


def _text_of(name: str) -> str:
    folder = files("empathy_sim.workbench") / _TEMPLATES
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
    own.filters |= {"how": words.how_lost, "many": many, "percent": percent}
    return own


def _fit_to_be_shown(value: Any) -> Any:
    """Text without what hides or turns the direction of reading; as is what is ours."""
    return shown(value) if type(value) is str else value
