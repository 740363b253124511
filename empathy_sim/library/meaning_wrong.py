"""Something wrong, before it has a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from empathy_sim.library.places import Path, Places
from empathy_sim.library.problems import Problem

_LISTED = 8
_COMPARED = 300
_LONGEST = 60
_LONGEST_SAID = 400
_TELLING = 3
"""Letters that a part of a word has at least to tell which one was meant."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What will become a `Problem` once its place in the file is known."""

    code: str
    at: Path
    says: str
    hint: str = ""
    on_key: bool = False
    """Whether it concerns the key, not the value, at the path."""
    name: str = ""
    """The name it is about, if it is about one that is used or declared."""
    within: str = ""
    """A text of the value, to which it is narrowed down."""
    of: str = ""
    """The scenario whose file it stands in; empty for the file itself."""

    def placed(self, file: str, places: Places) -> Problem:
        """The problem at its place in a file."""
        place = places.key(self.at) if self.on_key else places.value(self.at)
        return Problem(
            code=self.code,
            file=file,
            line=place.line,
            column=place.column,
            says=shortened(self.says, _LONGEST_SAID),
            hint=shortened(self.hint, _LONGEST_SAID),
            length=place.length,
        )


def near(word: str, known: Collection[str]) -> str:
    """The known word that was probably meant; empty where none is close."""
    some = [each for each in islice(known, _COMPARED) if len(each) <= _LONGEST]
    if close := get_close_matches(word[:_LONGEST], some, n=1, cutoff=0.7):
        return close[0]
    if swapped := [each for each in some if _is_swapped(word, each)]:
        return swapped[0]
    holding = [each for each in some if len(word) >= _TELLING and word in each]
    return holding[0] if len(holding) == 1 else ""


def _is_swapped(word: str, other: str) -> bool:
    """Whether a word of three letters has those of another."""
    return len(word) == len(other) == _TELLING and sorted(word) == sorted(other)


def nearest(word: str, known: Collection[str], listed: str = "one of") -> str:
    """A hint: the known word that was probably meant, else a list of those there are.

    Args:
        word: what was written.
        known: what could have been written.
        listed: how the list is led in.
    """
    if meant := near(word, known):
        return meant
    some = [shortened(each, _LONGEST) for each in islice(known, _LISTED)]
    more = ", ..." if len(known) > _LISTED else ""
    return f"{listed} {', '.join(some)}{more}" if some else ""


def in_words(name: str) -> str:
    """An id as words: `phone_battery` is `phone battery`."""
    return name.replace("_", " ").replace("-", " ")


def shortened(text: str, most: int) -> str:
    """A text, cut where it has more than so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"
