"""Where each value and key stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file."""

    line: int
    """Counted from 1."""

    column: int
    """Counted from 1, in characters."""

    length: int = 1
    """In characters; 1 for what goes on over several lines."""


START = Place(1, 1)
"""Where a file begins."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all values and keys of one file."""

    values: Mapping[Path, Place] = field(default_factory=dict)
    """The place of the value at each path; `()` is the whole document."""

    keys: Mapping[Path, Place] = field(default_factory=dict)
    """The place of the last key of each path that ends in a key."""

    def value(self, path: Path) -> Place:
        """The place of a value, or of the closest thing around it that was written."""
        for end in range(len(path), -1, -1):
            if place := self.values.get(path[:end]):
                return place
        return START

    def key(self, path: Path) -> Place:
        """The place of the last key of a path; of the value where there is no key."""
        return self.keys.get(path) or self.value(path)
