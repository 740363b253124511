"""The frame's top: day, time, stage, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.engine.scene import Gauge, Scene
from empathy_sim.tui.plain import plain

_CELLS = 6
"""How wide a gauge is drawn."""
_BETWEEN = "    "

Look = Literal["when", "stage", "goal", "full", "spent", "low"]
Part = tuple[str, Look]
Lines = tuple[tuple[tuple[Part, ...], tuple[Part, ...]], ...]


class StoryBar(Widget):
    """Two lines: the story's day and time, the stage; the goal, and what is left."""

    DEFAULT_CSS = """
    StoryBar {
        width: 1fr;
        height: 2;
        padding: 0 1;
        background: $panel;

        .story-bar--when { color: $foreground; text-style: bold; }
        .story-bar--stage { color: $foreground; }
        .story-bar--goal { color: $text-muted; }
        .story-bar--full { color: $foreground; }
        .story-bar--spent { color: $text-disabled; }
        .story-bar--low { color: $warning; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"story-bar--{look}"
        for look in ("when", "stage", "goal", "full", "spent", "low")
    }
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: Lines = ()

    def show(self, scene: Scene) -> None:
        """Show a scene's clock and gauges; repaints only what has changed."""
        place = scene.place
        when = f"{scene.clock.date}  {scene.clock.time}"
        stage = place.stage_title if place else ""
        gauges = tuple(_parts(scene.gauges))
        lines: Lines = (
            (((when, "when"),), ((_line(stage), "stage"),)),
            (((_line(scene.goal), "goal"),), gauges),
        )
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The time, and as much of the stage as fits; the goal, likewise, and gauges."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        left, right = self._lines[y]
        width = self.size.width - 2
        if y == 0:
            right = _fitted(right, width - _cells(left))
        else:
            left = _fitted(left, width - _cells(right))
        gap = " " * max(0, self.size.width - _cells(left) - _cells(right))
        segments = [Segment(gap, self.rich_style)]
        segments[0:0] = [self._segment(*part) for part in left]
        segments += [self._segment(*part) for part in right]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _segment(self, text: str, look: Look) -> Segment:
        style = self.get_component_rich_style(f"story-bar--{look}")
        return Segment(text, style)


def _cells(parts: tuple[Part, ...]) -> int:
    return sum(cell_len(text) for text, _ in parts)


def _fitted(parts: tuple[Part, ...], room: int) -> tuple[Part, ...]:
    """The one part that may be cut, cut to what there is room for."""
    (text, look), *_ = parts
    if cell_len(text) <= room:
        return parts
    return ((set_cell_size(text, max(0, room - 1)).rstrip() + "…", look),)


def _line(text: str) -> str:
    return " ".join(plain(text).plain.split("\n"))


def _parts(gauges: tuple[Gauge, ...]) -> Iterator[Part]:
    """Each gauge: its name, cells that empty, what is left; a word where it is low."""
    for at, gauge in enumerate(gauges):
        full = min(_CELLS, -(-gauge.share * _CELLS // 10_000))
        look: Look = "low" if gauge.low else "full"
        yield (_BETWEEN if at else "") + f"{_line(gauge.says)} ", "full"
        yield "▮" * full, look
        yield "▯" * (_CELLS - full), "spent"
        yield f" {gauge.left}" + (" low" if gauge.low else ""), look
