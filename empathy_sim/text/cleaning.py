"""Cleaning what authors and participants write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from empathy_sim.text.hostile import WHY, crowded, hostile
from empathy_sim.text.safe import Safe, shown

MOST_OF_A_PERSON = 2_000
"""How many characters of one answer are kept."""

_BREAKS = str.maketrans("\n\t", "  ")


@dataclass(frozen=True, slots=True)
class Offence:
    """A character that a text from a pack may not hold."""

    index: int
    """Where it stands in the text, counted from 0."""

    character: str
    """The character itself."""

    why: str
    """What is wrong with it, as a phrase: "a control character"."""

    @property
    def number(self) -> str:
        """How Unicode numbers it: `U+001B`."""
        return f"U+{ord(self.character):04X}"


def offences(text: str, *, most: int | None = None) -> tuple[Offence, ...]:
    """Find what a text from a pack may not hold, in the order of the text.

    Too many accents on one letter are one offence.

    Args:
        text: the text of a file, or of one value in it.
        most: stop after so many offences; None finds them all.
    """
    crowds = ((at, "crowd") for at in _first_of_each_run(crowded(text)))
    found = islice(merge(hostile(text), crowds), most)
    return tuple(Offence(at, text[at], WHY[kind]) for at, kind in found)


def _first_of_each_run(indexes: Iterable[int]) -> Iterator[int]:
    expected = -1
    for index in indexes:
        if index != expected:
            yield index
        expected = index + 1


def clean_person(
    text: str, *, most: int = MOST_OF_A_PERSON, keep_newlines: bool = False
) -> Safe:
    """Make a participant's text fit to be kept and shown; nothing is refused.

    Args:
        text: what was typed or pasted.
        most: how many characters are kept; the rest is cut off.
        keep_newlines: whether line breaks and tabs stay; else they become spaces.
    """
    broken = text.replace("\r\n", "\n").replace("\r", "\n")[:most]
    lines = broken if keep_newlines else broken.translate(_BREAKS)
    crowd = set(crowded(lines))
    thinned = "".join(letter for at, letter in enumerate(lines) if at not in crowd)
    return shown(thinned.rstrip("\N{ZERO WIDTH JOINER}"))
