"""Where each value and key stands in its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    _found: dict[str, dict[tuple[int, int], list[Path]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The paths by their places, once they are asked for."""

    def value(self, path: Path) -> Place:
        """The place of a value, or of the closest thing around it that was written."""
        for end in range(len(path), -1, -1):
            if place := self.values.get(path[:end]):
                return place
        return START

    def at(self, line: int, column: int) -> tuple[Sequence[Path], Sequence[Path]]:
        """The paths of the values and of the keys that begin at a place."""
        if not self._found:
            self._found.update({"value": {}, "key": {}})
            for sort, held in (("value", self.values), ("key", self.keys)):
                for path, at in held.items():
                    here = self._found[sort].setdefault((at.line, at.column), [])
                    here.append(path)
        place = (line, column)
        return self._found["value"].get(place, ()), self._found["key"].get(place, ())

    def key(self, path: Path) -> Place:
        """The place of the last key of a path; of the value where there is no key."""
        return self.keys.get(path) or self.value(path)
