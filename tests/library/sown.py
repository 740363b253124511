"""A mistake that was sown."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from empathy_sim.library.places import Path, Place
from empathy_sim.library.problems import Severity
from tests.library.seeded_pages import Page

NAME = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file with one mistake in it."""

    page: Page
    text: str
    line: int
    column: int | None
    """None where something is missing, so that no column is right."""
    what: str
    """What was done, for whoever reads of a failure."""
    severity: Severity = "error"


Sower = Callable[[Page, random.Random], Iterator[Mistake]]


def sown_at(page: Page, place: Place, new: str, what: str) -> Mistake:
    return Mistake(page, page.replaced(place, new), place.line, place.column, what)


def misspelt(word: str, chance: random.Random) -> str:
    """A word with two letters swapped, one left out, or one doubled."""
    letters = [at for at, letter in enumerate(word) if letter.isalpha()]
    for _ in range(20):
        at = chance.choice(letters)
        match chance.randrange(3):
            case 0:
                new = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
            case 1:
                new = word[:at] + word[at + 1 :]
            case _:
                new = word[:at] + word[at] + word[at:]
        if new != word and NAME.fullmatch(new):
            return new
    return f"{word}x"


def is_target(path: Path) -> bool:
    return path[-1] in {"leads", "then"} or path[-2:-1] == ("leads",)
