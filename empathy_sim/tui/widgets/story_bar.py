"""The frame's top: day, time, stage, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size

from empathy_sim.engine.scene import Gauge, Scene
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.quick_lines import Parts, QuickLines

_CELLS = 6
"""How wide a gauge is drawn."""
_BETWEEN = "    "
_LINES = 2
_APART = 2
"""Cells between the two ends of a line."""

Look = Literal["when", "stage", "goal", "full", "spent", "low"]
Part = tuple[str, Look]
Laid = tuple[tuple[tuple[Part, ...], tuple[Part, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """What the bar tells."""

    when: str
    stage: str
    goal: str
    gauges: tuple[Gauge, ...]

    def laid(self, room: int) -> Laid:
        """Two lines, their left and right ends, for so many cells.

        What is left stands beside the time: drawn, or in words alone. Where even
        those have no room there, they take their room from the goal.
        """
        when: tuple[Part, ...] = ((self.when, "when"),)
        stage: tuple[Part, ...] = (_fitted((self.stage, "stage"), room // 2),)
        goal: Part = (self.goal, "goal")
        drawn, left = _parts(self.gauges, drawn=True), _parts(self.gauges, drawn=False)
        for each in (drawn, left):
            if _cells(when) + _cells(each) <= room:
                return ((when, each), ((_fitted(goal, room - _cells(stage)),), stage))
        stage = (_fitted((self.stage, "stage"), room - _cells(when)),)
        return ((when, stage), ((_fitted(goal, room - _cells(left)),), left))


class StoryBar(QuickLines):
    """Two lines: the story's day and time, what is left; the goal, and the stage."""

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
    PREFIX: ClassVar[str] = "story-bar"

    def __init__(self) -> None:
        super().__init__()
        self._lines: Lines | None = None

    def show(self, scene: Scene) -> None:
        """Show a scene's clock and gauges; repaints only what has changed."""
        place = scene.place
        lines = Lines(
            f"{scene.clock.date}  {scene.clock.time}",
            _line(place.stage_title) if place else "",
            _line(scene.goal),
            scene.gauges,
        )
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def parts(self, y: int) -> Parts:
        """The time and what is left; under them the goal and the stage."""
        if self._lines is None or y >= _LINES:
            return ()
        room = self.size.width
        left, right = self._lines.laid(room - _APART)[y]
        gap = " " * max(0, room - _cells(left) - _cells(right))
        return (*left, (gap, ""), *right)


def _cells(parts: tuple[Part, ...]) -> int:
    return sum(cell_len(text) for text, _ in parts)


def _fitted(part: Part, room: int) -> Part:
    """A part that may be cut, cut to what there is room for."""
    text, look = part
    if cell_len(text) <= room:
        return part
    return (set_cell_size(text, max(0, room - 1)).rstrip() + "…", look)


def _line(text: str) -> str:
    return " ".join(plain(text).plain.split("\n"))


def _parts(gauges: tuple[Gauge, ...], *, drawn: bool) -> tuple[Part, ...]:
    """Each gauge: its name, cells that empty, what is left; a word where that is low."""
    parts: list[Part] = []
    for gauge in gauges:
        full = min(_CELLS, -(-gauge.share * _CELLS // 10_000))
        look: Look = "low" if gauge.low else "full"
        between = _BETWEEN if parts else ""
        parts.append((f"{between}{_line(gauge.says)} ", "full"))
        if drawn:
            parts.append(("▮" * full, look))
            parts.append(("▯" * (_CELLS - full) + " ", "spent"))
        low = " low" if gauge.low and gauge.share else ""
        parts.append((f"{gauge.left}{low}", look))
    return tuple(parts)
