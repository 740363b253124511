"""A line of the plain mode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weight = Literal["plain", "heading", "aside", "command"]


@dataclass(frozen=True, slots=True)
class Line:
    """Something told: who says it, and what. The frame's own lines have no speaker."""

    speaker: str
    text: str
    weight: Weight = "plain"

    def written(self) -> str:
        """The line as it is printed, without colours or cursor movements."""
        if self.speaker:
            return f"{self.speaker}: {self.text}"
        match self.weight:
            case "heading":
                return f"\n== {self.text} =="
            case "aside":
                return f"   ({self.text})"
            case "command":
                return f"  {self.text}"
            case _:
                return self.text


def heading(text: str) -> Line:
    """A line that begins something."""
    return Line("", text, "heading")


def aside(text: str) -> Line:
    """A line of the frame, beside the story."""
    return Line("", text, "aside")


def plain(text: str) -> Line:
    """A line that nobody in particular says."""
    return Line("", text)


def command(text: str) -> Line:
    """A command to copy: it is never broken over several lines."""
    return Line("", text, "command")
