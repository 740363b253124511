"""Lines for a terminal, with what each part is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Look = Literal["plain", "title", "quiet", "bad"]
"""How a line is drawn where there are colours; it says the same without."""


class Row(NamedTuple):
    """A line."""

    text: str = ""
    look: Look = "plain"


def title(text: str, width: int) -> Iterator[Row]:
    """A title over everything."""
    line = " ".join(text.split())[:width]
    yield Row(line, "title")
    yield Row("═" * min(width, max(20, len(line))), "quiet")


def heading(text: str, width: int) -> Iterator[Row]:
    """A heading, with an empty line before it."""
    line = " ".join(text.split())[:width]
    yield Row()
    yield Row(line, "title")
    yield Row("─" * len(line), "quiet")
