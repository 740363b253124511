"""An error of pydantic and its wording."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from msgspec import Struct
from pydantic_core import ErrorDetails

from empathy_sim.library.places import Path, Place, Places
from empathy_sim.library.problems import excerpt
from empathy_sim.library.shape_path import Shapes, Spot

MOST_NAMES = 12
"""How many possible names a hint lists."""


class Fault(Struct, frozen=True):
    """An error of pydantic with what is known about its place."""

    details: ErrorDetails
    spot: Spot
    shapes: Shapes
    places: Places

    @property
    def kind(self) -> str:
        """Pydantic's own name for it."""
        return self.details["type"]

    @property
    def found(self) -> Any:
        """The value that was written."""
        return self.details["input"]

    def fact(self, name: str) -> Any:
        """One thing pydantic knows about it; empty text if it does not."""
        return self.details.get("ctx", {}).get(name, "")

    @property
    def name(self) -> str:
        """What it is about, as one would call it."""
        match self.spot.path:
            case [*_, str(key)]:
                return excerpt(key)
            case [*_, int(index)]:
                return f"item {index + 1}"
            case _:
                return "the file"

    @property
    def place(self) -> Place:
        """The key, if it is meant; else the value."""
        path = self.spot.path
        return self.places.key(path) if self.spot.is_key else self.places.value(path)


class Wording(Struct, frozen=True):
    """A problem but for its file."""

    code: str
    place: Place
    says: str
    hint: str
    meant: Path = ()
    """For a key that is unknown or missing: the path that should have been there."""


def closest(name: str, names: Collection[str]) -> str:
    """The name somebody may have meant; empty when none is close."""
    folded = {each.casefold().replace("-", "_"): each for each in names}
    found = get_close_matches(
        name.casefold().replace("-", "_"), folded, n=1, cutoff=0.6
    )
    return folded[found[0]] if found else ""


def one_of(names: Collection[str]) -> str:
    """The names that are possible, or the first of them."""
    listed = list(names)
    more = ", ..." if len(listed) > MOST_NAMES else ""
    match listed[:MOST_NAMES]:
        case []:
            return ""
        case [only]:
            return only
        case several:
            return f"one of {', '.join(several)}{more}"
