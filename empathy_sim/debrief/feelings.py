"""A mark on the affect grid, in words."""

from __future__ import annotations

_DEGREES = ("", "slightly", "fairly", "very", "extremely")
_CORNERS = {
    (False, True): "wound up",
    (True, True): "keen",
    (False, False): "flat",
    (True, False): "at ease",
}


def feeling_in_words(pleasant: int, aroused: int) -> str:
    """`wound up: very unpleasant, fairly stirred up`; each way from -4 to 4."""
    parts = (
        _degree(pleasant, "unpleasant", "pleasant"),
        _degree(aroused, "slowed down", "stirred up"),
    )
    said = ", ".join(part for part in parts if part)
    if not said:
        return "in the middle"
    if not pleasant or not aroused:
        return said
    return f"{_CORNERS[pleasant > 0, aroused > 0]}: {said}"


def _degree(step: int, low: str, high: str) -> str:
    if not step:
        return ""
    return f"{_DEGREES[min(4, abs(step))]} {high if step > 0 else low}"
