"""Walks of nouns, kept for those who ask next."""

from __future__ import annotations

from empathy_sim.journey.noun import Noun
from empathy_sim.journey.walking import Walked, walked

_MOST = 60
_kept: dict[int, tuple[Noun, Walked]] = {}


def walk_of(noun: Noun) -> Walked:
    """Everything in a noun, walked once for all who look at it soon after each other.

    It is theirs together: nobody adds to it.
    """
    # As long as a noun is kept, no other has its number.
    kept = _kept.get(id(noun))
    if kept is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        kept = _kept[id(noun)] = noun, walked(noun)
    return kept[1]
