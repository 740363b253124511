"""Values as parts of the JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


def alike(part: type[T], value: object) -> T:
    """A value as a part of the file, where both name their fields alike."""
    names = part.__struct_fields__
    return part(**{name: getattr(value, name) for name in names})


def all_alike(part: type[T], values: Iterable[object]) -> tuple[T, ...]:
    """The same, of several."""
    return tuple(alike(part, value) for value in values)
