"""A mark on the affect grid, in words."""

from __future__ import annotations

_PLEASANT = (
    "",
    "a little pleasant",
    "pleasant",
    "very pleasant",
    "thoroughly pleasant",
)
_UNPLEASANT = (
    *("", "a little unpleasant", "unpleasant", "very unpleasant"),
    "thoroughly unpleasant",
)
_AWAKE = ("", "a little stirred", "stirred up", "wide awake", "racing")
_DROWSY = ("", "a little slow", "slow", "drowsy", "almost asleep")


def feeling_in_words(pleasant: int, aroused: int) -> str:
    """`very unpleasant, wide awake`; each way from -4 to 4."""
    said = (
        (_PLEASANT if pleasant > 0 else _UNPLEASANT)[min(4, abs(pleasant))],
        (_AWAKE if aroused > 0 else _DROWSY)[min(4, abs(aroused))],
    )
    return ", ".join(part for part in said if part) or "in the middle"
