"""A small change of a screen is a small piece of work."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

Renders: TypeAlias = Iterator[tuple[Region, Region, list[Strip]]]

UNDERSTOOD = "if crop_overlaps(clip)"
"""What Textual asks of a widget before it draws it: whether the container that holds
it is where something changed, and so nearly every widget is drawn for every key."""


def paint_little() -> bool:
    """Let a change draw only the lines, and the widgets, that it touches.

    It holds for all apps of the process; whether it does: another Textual may draw
    otherwise.
    """
    if Compositor._get_renders is _touched:  # noqa: SLF001
        return True
    if UNDERSTOOD not in inspect.getsource(Compositor._get_renders):  # noqa: SLF001
        return False
    ways: Any = Compositor
    ways._get_renders = _touched  # noqa: SLF001
    return True


def _touched(compositor: Compositor, crop: Region | None = None) -> Renders:
    """The widgets that a region touches, each with the lines that it touches."""
    placed: Iterable[Any] = compositor.visible_widgets.items()
    for widget, (region, clip) in placed:
        shown = region.intersection(clip)
        x, y, width, height = shown
        if crop:
            x, y, width, height = shown.intersection(crop)
            if not (width and height):
                continue
            x, width = shown.x, shown.width
        elif not (width and height) and region:
            continue
        lines = Region(x - region.x, y - region.y, width, height)
        yield region, Region(x, y, width, height), widget.render_lines(lines)
