"""What stands on a terminal after some bytes."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_PIECE = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[[0-9;?<>=]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[^\[\]]"
    r"|(?P<letter>.)",
    re.DOTALL,
)


class DrawnScreen:
    """Rows of letters; colours and modes are let go by."""

    def __init__(self, size: tuple[int, int]) -> None:
        width, height = size
        self._rows = [[" "] * width for _ in range(height)]
        self._row = self._column = 0

    def draw(self, output: bytes) -> None:
        """Draw all that was written, from its beginning to its last whole piece."""
        for piece in _PIECE.finditer(output.decode("utf-8", "ignore")):
            if piece["row"]:
                self._row, self._column = (
                    int(piece["row"]) - 1,
                    int(piece["column"]) - 1,
                )
            elif piece["letter"]:
                self._put(piece["letter"])

    def _put(self, letter: str) -> None:
        match letter:
            case "\n":
                self._row += 1
            case "\r":
                self._column = 0
            case _ if self._row < len(self._rows) and letter.isprintable():
                row = self._rows[self._row]
                if self._column < len(row):
                    row[self._column] = letter
                self._column += 2 if east_asian_width(letter) in "WF" else 1
            case _:
                pass

    @property
    def rows(self) -> list[str]:
        return ["".join(row).rstrip() for row in self._rows]

    @property
    def words(self) -> str:
        """Everything on it, row after row, with single spaces."""
        return " ".join(" ".join(self.rows).split())
