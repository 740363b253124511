"""Where each value and key stands in its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

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
class Found:
    """What stands where in one file."""

    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)


class Places:
    """The places of all values and keys of one file, looked for when one is asked for."""

    def __init__(self, look: Callable[[], Found] = Found) -> None:
        """Places that `look` finds, which is asked once at most."""
        self._look = look

    @classmethod
    def of(cls, values: Mapping[Path, Place], keys: Mapping[Path, Place]) -> Places:
        """Places that are known already."""
        return cls(lambda: Found(values, keys))

    @cached_property
    def _found(self) -> Found:
        return self._look()

    @cached_property
    def _paths(self) -> Mapping[str, Mapping[tuple[int, int], Sequence[Path]]]:
        """The paths by their places."""
        sorts = {"value": self.values, "key": self.keys}
        return {sort: _by_place(held) for sort, held in sorts.items()}

    @property
    def values(self) -> Mapping[Path, Place]:
        """The place of the value at each path; `()` is the whole document."""
        return self._found.values

    @property
    def keys(self) -> Mapping[Path, Place]:
        """The place of the last key of each path that ends in a key."""
        return self._found.keys

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self._found == other._found

    def __hash__(self) -> int:
        return hash(len(self.values))

    def value(self, path: Path) -> Place:
        """The place of a value, or of the closest thing around it that was written."""
        for end in range(len(path), -1, -1):
            if place := self.values.get(path[:end]):
                return place
        return START

    def at(self, line: int, column: int) -> tuple[Sequence[Path], Sequence[Path]]:
        """The paths of the values and of the keys that begin at a place."""
        place = (line, column)
        return self._paths["value"].get(place, ()), self._paths["key"].get(place, ())

    def key(self, path: Path) -> Place:
        """The place of the last key of a path; of the value where there is no key."""
        return self.keys.get(path) or self.value(path)


def _by_place(
    held: Mapping[Path, Place],
) -> Mapping[tuple[int, int], Sequence[Path]]:
    paths: dict[tuple[int, int], list[Path]] = {}
    for path, place in held.items():
        paths.setdefault((place.line, place.column), []).append(path)
    return paths
