"""How long a voice needs to say something."""

from __future__ import annotations

import re
from functools import lru_cache

_CHARACTERS = 15
"""Read out in a second, as a recording or a person does."""
SEEN = frozenset({"number", "called", "bell"})
"""Sorts of announcement that no recording speaks: a board's, and a doorbell."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")


def speaking_ms(text: str) -> int:
    """Story milliseconds that reading a text aloud takes."""
    return -(-len(text.strip()) * 1_000 // _CHARACTERS)


def heard_of(text: str, since_ms: int) -> int:
    """How many characters of a text have been heard so long after it began."""
    return max(0, min(len(text), since_ms * _CHARACTERS // 1_000))


@lru_cache(maxsize=1_024)
def sentences(text: str) -> tuple[str, ...]:
    """A text in the pieces that captions show, one after the other."""
    return tuple(part.strip() for part in _SENTENCE_ENDS.split(text) if part.strip())
