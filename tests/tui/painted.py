"""A screen as it is painted: text, and looks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby, product
from string import ascii_lowercase
from typing import Any

from rich.segment import Segment
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from empathy_sim.tui.themes import EMPATHY_DARK


async def painted(pilot: Pilot[Any], theme: str = EMPATHY_DARK.name) -> str:
    """The rows of a screen, the looks of each as runs of letters, and a legend.

    Rows of the same looks as the one above say so by their absence. It is painted in
    the dark theme where no other is named, and no cursor blinks.
    """
    app = pilot.app
    app.theme = theme
    for line in app.screen.query(Input):
        line.cursor_blink = False
    await pilot.pause()
    strips = app.screen._compositor.render_strips()
    looks = sorted({_look(part) for strip in strips for part in strip})
    names = chain(ascii_lowercase, map("".join, product(ascii_lowercase, repeat=2)))
    letters = dict(zip(looks, names, strict=False))
    rows = [strip.text.rstrip() for strip in strips]
    runs = [" ".join(_runs(strip, letters)) for strip in strips]
    changes = [
        f"{at:>2}  {run}"
        for at, run in enumerate(runs)
        if at == 0 or run != runs[at - 1]
    ]
    legend = [f"{letters[look]} = {look}" for look in looks]
    return "\n".join([*rows, "", *changes, "", *legend])


def _look(part: Segment) -> str:
    # Words that nobody sees have no front: a blank looks like any other.
    style = part.style
    if style is None:
        return "none"
    if not part.text.strip() and not (style.underline or style.reverse):
        return f"blank on {style.bgcolor.name if style.bgcolor else 'default'}"
    return str(style)


def _runs(strip: Strip, letters: dict[str, str]) -> Iterator[str]:
    """`a12 b3`: twelve cells that look like a, and three like b."""
    for look, parts in groupby(strip, key=_look):
        yield f"{letters[look]}{sum(part.cell_length for part in parts)}"
