"""Small changes of a screen, drawn with small work."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, TypeAlias

from textual._compositor import ChopsUpdate, Compositor
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
    ways.render_partial_update = _changed
    return True


class Changed(Region):
    """The region around all that changed, which knows the pieces that did."""

    pieces: tuple[Region, ...] = ()


def _changed(compositor: Any) -> ChopsUpdate | None:
    """What is sent for the pieces of a screen that changed; None if none did."""
    whole = compositor.size.region
    pieces = tuple(compositor._dirty_regions)  # noqa: SLF001
    compositor._dirty_regions.clear()  # noqa: SLF001
    if not pieces:
        return None
    crop = Changed(*Region.from_union(pieces).intersection(whole))
    crop.pieces = pieces
    spans = list(compositor._regions_to_spans(pieces))  # noqa: SLF001
    lines = {y for y, _, _ in spans}
    chops = compositor._render_chops(crop, lines.__contains__)  # noqa: SLF001
    return ChopsUpdate(chops, spans, [cuts[1:] for cuts in compositor.cuts])


def _touched(compositor: Any, crop: Region | None = None) -> Renders:
    """The widgets that a change touches, each with the lines that it touches."""
    whole = crop or compositor.size.region
    pieces = getattr(crop, "pieces", None) or (whole,)
    for widget, (region, clip) in compositor.visible_widgets.items():
        shown = region.intersection(clip)
        for piece in pieces:
            _, y, width, height = shown.intersection(piece)
            if width and height:
                there = Region(shown.x, y, shown.width, height)
                lines = there.translate((-region.x, -region.y))
                yield region, there, widget.render_lines(lines)
