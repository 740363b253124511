"""Where a YAML parser stumbled, and what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from empathy_sim.library.places import Place
from empathy_sim.library.problems import Findings


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where and over what a parser stumbled; lines and columns count from 0."""

    lines: Sequence[str]
    says: str
    """The parser's own words, context first."""
    line: int
    column: int
    since: tuple[int, int]
    """Where the list, mapping or text began that the parser was reading."""
    findings: Findings

    @property
    def text(self) -> str:
        """The line it stumbled on."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character it stumbled over; empty at the end of a line."""
        return self.text[self.column : self.column + 1]

    @property
    def before(self) -> str:
        """What stands on the line before it, without spaces around."""
        return self.text[: self.column].strip()

    @property
    def place(self) -> Place:
        """Where it stumbled."""
        return Place(self.line + 1, self.column + 1)

    @property
    def start(self) -> Place:
        """Where what it was reading began."""
        return Place(self.since[0] + 1, self.since[1] + 1)

    @property
    def start_sign(self) -> str:
        """The first character of what it was reading."""
        line, column = self.since
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def add(self, code: str, place: Place, says: str, hint: str) -> None:
        """Note what it means."""
        self.findings.add(code, place, says, hint)

    def above(self) -> int:
        """The number of the closest line above that says something, or -1."""
        number = self.line - 1
        while number >= 0 and not self.lines[number].split("#")[0].strip():
            number -= 1
        return number
