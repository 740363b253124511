"""A line of the company's report, as a tile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import ItemGrid, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.journey.journey import ReportLine
from empathy_sim.line.contract import metric_name
from empathy_sim.tui.plain import plain

TRENDS = {"up": "↑", "down": "↓", "flat": "→"}


class Tile(Vertical):
    """One measure: its name, what it reads, and that it is on target."""

    DEFAULT_CSS = """
    Tile {
        height: auto;
        padding: 0 1;
        background: $surface;
        border-left: thick $success;
    }
    Tile .metric {
        color: $text-muted;
    }
    Tile .reads {
        text-style: bold;
    }
    """

    def __init__(self, line: ReportLine) -> None:
        super().__init__()
        self._line = line

    def compose(self) -> ComposeResult:
        line = self._line
        reads = plain(f"{line.reads} {TRENDS[line.trend]}")
        target = Content.styled(plain(f"● on target ({line.target})").plain, "$success")
        yield Static(plain(metric_name(line)), classes="metric")
        yield Static(Content.assemble(reads, "   ", target), classes="reads")


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
        super().__init__(*self._tiles(lines), min_column_width=34)

    @staticmethod
    def _tiles(lines: Iterable[ReportLine]) -> Iterator[Widget]:
        for line in lines:
            yield Tile(line)
