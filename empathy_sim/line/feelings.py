"""A feeling as it is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from empathy_sim.engine.moves import React
from empathy_sim.errors import MoveRefused

CORNERS: Mapping[str, tuple[int, int]] = {
    "wound up": (-3, 3),
    "keen": (3, 3),
    "flat": (-3, -3),
    "at ease": (3, -3),
}
"""The corners of the grid in plain words: pleasant, aroused."""

HOW = (
    "Two numbers from -4 to 4, unpleasant to pleasant and drowsy to wide awake; or "
    "wound up, keen, flat, at ease. Then a word or two, if you like"
)
EXAMPLES = "feel -3 2 of course; feel wound up"
_NUMBERS = re.compile(
    r"([+-]?[0-4])[ ,;/]+([+-]?[0-4])(?![0-9])[ ,;.:]*(.*)", re.DOTALL
)


def feeling_of(typed: str, *, aha: bool = False) -> React | None:
    """The feeling that a text is; None where it is not one.

    Args:
        typed: two numbers or a corner's name, and words.
        aha: whether it is marked as an insight.
    """
    text = typed.strip()
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return React(int(numbers[1]), int(numbers[2]), numbers[3].strip(), aha)
    for corner, (pleasant, aroused) in CORNERS.items():
        if re.match(rf"{corner}\b", text, re.IGNORECASE):
            return React(pleasant, aroused, text[len(corner) :].strip(" ,.;:"), aha)
    return None


def feeling_or_refused(typed: str, *, aha: bool = False) -> React:
    """The feeling that a text is.

    Raises:
        MoveRefused: it is none; the sentence says how one is written.
    """
    found = feeling_of(typed, aha=aha)
    if found is None:
        raise MoveRefused(says=f"{HOW}: {EXAMPLES}.")
    return found
