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
Lines = tuple[tuple[Part, tuple[Part, ...]], ...]


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
            ((when, "when"), ((stage, "stage"),)),
            ((scene.goal, "goal"), gauges),
        )
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the two lines, its right part kept whole."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        (text, look), ending = self._lines[y]
        right = [self._segment(*part) for part in ending]
        taken = sum(segment.cell_length for segment in right)
        left = self._segment(_fitted(text, max(0, width - taken - 2)), look)
        gap = " " * max(0, width - taken - left.cell_length)
        strip = Strip([left, Segment(gap, self.rich_style), *right])
        return strip.adjust_cell_length(width, self.rich_style)

    def _segment(self, text: str, look: Look) -> Segment:
        style = self.get_component_rich_style(f"story-bar--{look}")
        return Segment(_on_one_line(text), style)


def _on_one_line(text: str) -> str:
    return plain(text).plain.replace("\n", " ")


def _fitted(text: str, room: int) -> str:
    text = _on_one_line(text)
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + "…" if room else ""


def _parts(gauges: tuple[Gauge, ...]) -> Iterator[Part]:
    """Each gauge: its name, cells that empty, what is left; a word where it is low."""
    for at, gauge in enumerate(gauges):
        full = min(_CELLS, -(-gauge.share * _CELLS // 10_000))
        look: Look = "low" if gauge.low else "full"
        yield (_BETWEEN if at else "") + f"{gauge.says} ", "full"
        yield "▮" * full, look
        yield "▯" * (_CELLS - full), "spent"
        yield f" {gauge.left}" + (" low" if gauge.low else ""), look
