"""Small changes of a screen, drawn with small work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.tui.as_understood import is_as_understood
from empathy_sim.tui.hosting.passing_looks import painting

Span: TypeAlias = tuple[int, int, int]
"""A line, the column where it begins, and the one before which it ends."""
Chops: TypeAlias = Sequence[Mapping[int, Strip]]
"""For each line, what is drawn at a column and goes as far as the next one."""

UNDERSTOOD = (
    "renders = self._get_renders(crop)",
    "if get_chops_line(cut) is None:",
    "chops = [fromkeys(cut_set[:-1]) for cut_set in cuts]",
)
"""How Textual draws: every widget that lies where something changed, also what is
wholly behind others, and of what it drew it keeps what is in front."""


def paint_little() -> bool:
    """Let a change draw only the lines of the widgets that are seen where it is.

    It holds for all apps of the process; whether it does: another Textual may draw
    otherwise.
    """
    if Compositor._render_chops is _drawn:  # noqa: SLF001
        return True
    if not is_as_understood(Compositor._render_chops, UNDERSTOOD):  # noqa: SLF001
        return False
    ways: Any = Compositor
    ways._render_chops = _drawn  # noqa: SLF001
    ways.render_partial_update = _changed
    return True


def _changed(compositor: Any) -> ChopsUpdate | None:
    """What is sent for the pieces of a screen that changed; None if none did."""
    pieces = tuple(compositor._dirty_regions)  # noqa: SLF001
    compositor._dirty_regions.clear()  # noqa: SLF001
    if not pieces:
        return None
    spans = list(compositor._regions_to_spans(pieces))  # noqa: SLF001
    chops = _seen(compositor, spans)
    return ChopsUpdate(chops, spans, [cuts[1:] for cuts in compositor.cuts])


def _drawn(compositor: Any, crop: Region, is_drawn: Callable[[int], bool]) -> Chops:
    """What is seen in a part of a screen."""
    lines = range(max(0, crop.y), min(crop.bottom, len(compositor.cuts)))
    return _seen(compositor, [(y, crop.x, crop.right) for y in lines if is_drawn(y)])


def _seen(compositor: Any, spans: Iterable[Span]) -> Chops:
    """What is seen where something changed: front to back, until nothing is left.

    Where nothing is, because it is just being taken away, a place stays blank.
    """
    cuts: Sequence[list[int]] = compositor.cuts
    chops: list[dict[int, Any]] = [dict.fromkeys(each[:-1]) for each in cuts]
    left = _places(cuts, spans)
    with painting():
        for widget, (region, clip) in compositor.visible_widgets.items():
            if not left:
                break
            shown = region.intersection(clip)
            lines = _lines_seen(shown, left)
            if lines:
                _draw(widget, region, shown, lines, (cuts, chops, left))
    for y, columns in left.items():
        for column in columns:
            until = cuts[y][cuts[y].index(column) + 1]
            chops[y][column] = Strip.blank(until - column)
    return chops


def _places(cuts: Sequence[list[int]], spans: Iterable[Span]) -> dict[int, list[int]]:
    """For each line, the columns of all that lies where something changed."""
    places: dict[int, list[int]] = {}
    for y, begins, ends in spans:
        line = cuts[y]
        found = [
            column
            for column, until in pairwise(line)
            if column < ends and until > begins
        ]
        if found:
            places[y] = [*places[y], *found] if y in places else found
    return places


def _lines_seen(shown: Region, left: Mapping[int, list[int]]) -> list[int]:
    """The lines in which a widget is in front of all that is still to be drawn."""
    x, right = shown.x, shown.right
    if len(left) < shown.height:
        lines = [y for y in left if shown.y <= y < shown.bottom]
    else:
        lines = [y for y in shown.line_range if y in left]
    return [y for y in lines if any(x <= column < right for column in left[y])]


def _draw(
    widget: Widget,
    region: Region,
    shown: Region,
    lines: Sequence[int],
    canvas: tuple[Sequence[list[int]], list[dict[int, Any]], dict[int, list[int]]],
) -> None:
    """Draw some lines of a widget where nothing is in front of it."""
    cuts, chops, left = canvas
    x, right = shown.x, shown.right
    first, last = min(lines), max(lines)
    part = Region(x - region.x, first - region.y, shown.width, last - first + 1)
    strips = widget.render_lines(part)
    for y in lines:
        columns = [each for each in cuts[y] if x <= each <= right]
        pieces = strips[y - first].divide([each - x for each in columns[1:]])
        # What a widget left out of its own line is what stands behind it.
        drawn = dict(zip(columns, pieces, strict=False))
        for column in left[y]:
            if column in drawn:
                chops[y][column] = drawn[column]
        rest = [each for each in left[y] if each not in drawn]
        if rest:
            left[y] = rest
        else:
            del left[y]
