"""A line of the company's report, as a tile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, ItemGrid, Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.grounds import marked
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.report_lights import Light, light_of
from empathy_sim.line.contract import metric_name
from empathy_sim.tui.plain import plain

TRENDS = {"up": "↑", "down": "↓", "flat": "→"}
ON_TARGET: Mapping[Light, str] = {
    "green": "● on target",
    "red": "▾ off target",
    "unknown": "○ target",
}


class Tile(Vertical):
    """One measure: its name, what it reads, and whether it is on target."""

    DEFAULT_CSS = """
    Tile {
        height: auto;
        padding: 0 1;
        background: $surface;
        border-left: outer $success;
    }
    Tile.-red { border-left: outer $error; }
    Tile.-red .target { color: $error; }
    Tile.-unknown { border-left: outer $border-blurred; }
    Tile.-unknown .target { color: $text-muted; }
    Tile .metric {
        color: $text-muted;
    }
    Tile .line {
        height: 1;
    }
    Tile .reads {
        width: 1fr;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    Tile .target {
        width: auto;
        max-width: 75%;
        color: $success;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, line: ReportLine) -> None:
        self._light = light_of(line)
        super().__init__(classes=f"-{self._light}")
        self._line = line

    def compose(self) -> ComposeResult:
        line = self._line
        reads = plain(f"{marked(line)} {TRENDS[line.trend]}")
        yield Static(plain(metric_name(line)), classes="metric")
        with Horizontal(classes="line"):
            yield Static(reads, classes="reads")
            yield Static(
                plain(f"{ON_TARGET[self._light]} ({line.target})"), classes="target"
            )


class Tiles(ItemGrid):
    """The month's report, all of it."""

    DEFAULT_CSS = """
    Tiles {
        height: auto;
        grid-gutter: 1 2;
        keyline: none;
    }
    """

    def __init__(self, lines: Iterable[ReportLine]) -> None:
        super().__init__(*self._tiles(lines), min_column_width=36)

    @staticmethod
    def _tiles(lines: Iterable[ReportLine]) -> Iterator[Widget]:
        for line in lines:
            yield Tile(line)
