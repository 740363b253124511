"""A mark on the affect grid, in words."""

from __future__ import annotations

from collections.abc import Mapping

CORNERS: Mapping[tuple[bool, bool], str] = {
    (False, True): "wound up",
    (True, True): "keen",
    (False, False): "flat",
    (True, False): "at ease",
}
"""The grid's corners, by whether they are pleasant and whether they are aroused."""
_DEGREES = ("", "slightly", "fairly", "very", "extremely")
MIDDLE = "in the middle"


def feeling_in_words(pleasant: int, aroused: int) -> str:
    """`very unpleasant, fairly stirred up`; each way from -4 to 4."""
    said = (
        _degree(pleasant, "unpleasant", "pleasant"),
        _degree(aroused, "slowed down", "stirred up"),
    )
    return ", ".join(part for part in said if part) or MIDDLE


def _degree(step: int, low: str, high: str) -> str:
    return f"{_DEGREES[min(4, abs(step))]} {high if step > 0 else low}" if step else ""


def corner_of(pleasant: int, aroused: int) -> str:
    """The word of the corner that a mark lies towards; empty on an axis."""
    if not pleasant or not aroused:
        return ""
    return CORNERS[pleasant > 0, aroused > 0]
