"""Text that may reach a screen."""

from __future__ import annotations

from typing import NewType

from empathy_sim.text.hostile import without_hostile

Safe = NewType("Safe", str)
"""Text in which nothing moves a cursor, hides, or turns the direction of reading."""


def shown(text: str) -> Safe:
    """Make text from a pack fit to be shown, letter for letter.

    Line breaks and tabs stay; what may not reach a screen becomes U+FFFD.
    """
    return Safe(without_hostile(text))
