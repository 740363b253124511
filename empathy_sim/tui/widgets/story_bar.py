"""The frame's top: day, time, stage, what is left."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.engine.scene import Gauge, Scene
from empathy_sim.text.safe import shown

_CELLS = 6
"""How wide a gauge is drawn."""


class StoryBar(Widget):
    """Two lines: the story's day and time, the stage; the goal, and what is left."""

    DEFAULT_CSS = """
    StoryBar {
        height: 2;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    """
    COMPONENT_CLASSES = {"story-bar--quiet", "story-bar--low"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))
        self._low = False

    def show(self, scene: Scene) -> None:
        """Show a scene's clock and gauges; repaints only what has changed."""
        place = scene.place
        when = f"{scene.clock.date}  {scene.clock.time}"
        stage = place.stage_title if place else ""
        left = "   ".join(_gauge(gauge) for gauge in scene.gauges)
        lines = ((when, stage), (scene.goal, left))
        self._low = any(gauge.low for gauge in scene.gauges)
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the two lines, its right part kept whole."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        left, right = (str(shown(part)) for part in self._lines[y])
        plain = self.rich_style
        room = max(0, width - len(right) - 2)
        left = left if len(left) <= room else f"{left[: max(0, room - 1)]}…"
        gap = " " * max(0, width - len(left) - len(right))
        strong = plain + Style(bold=y == 0)
        ending = plain + Style(bold=self._low and y == 1)
        segments = [
            Segment(left, strong if y == 0 else plain + Style(dim=True)),
            Segment(gap, plain),
            Segment(right, ending),
        ]
        return Strip(segments).adjust_cell_length(width, plain)


def _gauge(gauge: Gauge) -> str:
    full = -(-gauge.share * _CELLS // 10_000)
    bar = "▮" * full + "▯" * (_CELLS - full)
    mark = " low" if gauge.low else ""
    return f"{gauge.says} {bar} {gauge.left}{mark}"
