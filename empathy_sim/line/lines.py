"""A line of the plain mode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Weight = Literal[
    "plain", "heading", "aside", "refusal", "command", "prompt", "option", "typing"
]
"""`option` and `typing` say what can be typed, which buttons say as well."""


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
        return _LOOKS[self.weight].format(self.text)


_LOOKS: Mapping[Weight, str] = {
    "plain": "{}",
    "heading": "\n== {} ==",
    "aside": "   ({})",
    "refusal": "   ({})",
    "command": "  {}",
    "prompt": "{} ",
    "option": "{}",
    "typing": "   ({})",
}


def heading(text: str) -> Line:
    """A line that begins something."""
    return Line("", text, "heading")


def aside(text: str) -> Line:
    """A line of the frame, beside the story."""
    return Line("", text, "aside")


def option(at: int, text: str) -> Line:
    """One of several things to choose from, with its number."""
    return Line("", f"  {at}. {text}", "option")


def to_type(text: str) -> Line:
    """How something is typed."""
    return Line("", text, "typing")


def refusal(text: str) -> Line:
    """Why what was typed did nothing."""
    return Line("", text, "refusal")


def plain(text: str) -> Line:
    """A line that nobody in particular says."""
    return Line("", text)


def command(text: str) -> Line:
    """A command to copy: it is never broken over several lines."""
    return Line("", text, "command")


PROMPT = Line("", ">", "prompt")
"""At a terminal: something may be typed now. No line follows on it but what is."""
NO_PROMPT = Line("", "", "prompt")
"""Ends the line of a prompt at which nothing was typed."""
