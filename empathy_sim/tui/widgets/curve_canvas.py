"""Cells to draw on, each with an ink."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from rich.cells import cell_len

from empathy_sim.text.safe import shown

Ink = Literal[
    "mark",
    "worst",
    "line",
    "stirred",
    "axis",
    "meant",
    "against",
    "kindness",
    "wait",
    "stage",
    "other",
    "here",
]
Cell = tuple[str, Ink | None]
BLANK: Cell = (" ", None)


class Canvas:
    """A rectangle of cells; what falls outside is not drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._rows: list[list[Cell]] = [[BLANK] * width for _ in range(height)]

    def put(self, x: int, y: int, character: str, ink: Ink) -> None:
        """Draw one character over whatever was there."""
        if 0 <= y < len(self._rows) and 0 <= x < self.width:
            self._rows[y][x] = (character, ink)

    def free(self, x: int, y: int) -> bool:
        """Whether nothing has been drawn there."""
        inside = 0 <= y < len(self._rows) and 0 <= x < self.width
        return inside and self._rows[y][x] == BLANK

    def write(self, x: int, y: int, text: str, ink: Ink) -> None:
        """Draw words from there to the right; only characters one cell wide."""
        for at, character in enumerate(shown(text)):
            one = character if cell_len(character) == 1 else "·"
            self.put(x + at, y, one, ink)

    def fill(self, x: int, y: int, width: int, text: str, ink: Ink) -> None:
        """Fill a stretch, with words in its middle where they fit."""
        for at in range(width):
            self.put(x + at, y, " ", ink)
        if text and len(text) <= width:
            self.write(x + (width - len(text)) // 2, y, text, ink)

    def row(self, y: int) -> Iterator[tuple[str, Ink | None]]:
        """The cells of a row, those of one ink together."""
        for ink, cells in groupby(self._rows[y], key=lambda cell: cell[1]):
            yield "".join(character for character, _ in cells), ink
