"""Something wrong in a noun, before it has a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from empathy_sim.library.places import Path, Places
from empathy_sim.library.problems import Problem

_LISTED = 8
_COMPARED = 300
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Wrong:
    """What will become a `Problem` once its place in the file is known."""

    code: str
    at: Path
    says: str
    hint: str = ""
    on_key: bool = False
    """Whether it concerns the key, not the value, at the path."""

    def placed(self, file: str, places: Places) -> Problem:
        """The problem at its place in a file."""
        place = places.key(self.at) if self.on_key else places.value(self.at)
        return Problem(
            code=self.code,
            file=file,
            line=place.line,
            column=place.column,
            says=self.says,
            hint=self.hint,
            length=place.length,
        )


def nearest(word: str, known: Collection[str], listed: str = "one of") -> str:
    """A hint: the known word that was probably meant, else a list of those there are.

    Args:
        word: what was written.
        known: what could have been written.
        listed: how the list is led in.
    """
    some = list(known)[:_COMPARED]
    if near := get_close_matches(word[:_LONGEST], some, n=1, cutoff=0.7):
        return near[0]
    if not some:
        return ""
    more = ", ..." if len(known) > _LISTED else ""
    return f"{listed} {', '.join(some[:_LISTED])}{more}"


def in_words(name: str) -> str:
    """An id as words: `phone_battery` is `phone battery`."""
    return name.replace("_", " ").replace("-", " ")
